"""The rule set as a contract that code, sales and translators rest on: lock, diff, impact, typed ids, call sites."""
