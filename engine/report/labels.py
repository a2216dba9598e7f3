"""Interface words that several forms of output share."""

from engine.findings.codes import N_

SEVERITIES = {"error": N_("error"), "warning": N_("warning"), "note": N_("note")}
HELP = N_("help:")
WHY = N_("Why it matters:")
MEND = N_("How to mend it:")
