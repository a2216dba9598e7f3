"""Interface words that several forms of output share."""

from engine.findings.codes import N_

SEVERITIES = {"error": N_("error"), "warning": N_("warning"), "note": N_("note")}
COLOURS = {"error": "bold red", "warning": "yellow", "note": "cyan"}
"""Of severities, on terminals."""
HELP = N_("help:")
WHY = N_("Why it matters:")
MEND = N_("How to mend it:")
