"""What stands above an alert of each kind; DocFX and Mintlify have different ones."""

from engine.findings.codes import N_

ALERT_WORDS = {
    "note": N_("Note"),
    "tip": N_("Tip"),
    "important": N_("Important"),
    "warning": N_("Warning"),
    "caution": N_("Caution"),
    "info": N_("Information"),
    "check": N_("Done"),
    "danger": N_("Danger"),
}
