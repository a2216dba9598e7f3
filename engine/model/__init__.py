"""The records that every other room speaks in: frozen, slotted, without behaviour that needs another room."""
