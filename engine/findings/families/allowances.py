"""G: what the gate lets pass by exception. An allowance hides nothing for ever and nothing unexplained."""

from engine.findings.code import N_, WARNING, Code

CODES = (
    Code(
        "G001",
        "allowance-without-reason",
        WARNING,
        N_("`{text}` gives no reason"),
        N_("write `allow <name> - <reason>`"),
        N_("nobody can tell later whether the fault was meant to stay, so the allowance counts for nothing"),
    ),
    Code(
        "G002",
        "unknown-allowance",
        WARNING,
        N_("`{text}` allows nothing: there is no code or name `{name}`"),
        N_("name one that `charter explain` lists; nearest: {suggestion}"),
        N_("the finding it was meant for is still reported"),
    ),
    Code(
        "G003",
        "misdated-allowance",
        WARNING,
        N_("`{text}` holds until `{date}`, which is no date"),
        N_("write it as YYYY-MM-DD"),
        N_("it would hold for ever, so it counts for nothing"),
    ),
    Code(
        "G004",
        "expired-allowance",
        WARNING,
        N_("the allowance of {codes} ended on {date}"),
        N_("mend what it allows, or give it a new date and reason"),
        N_("what was to be mended by then is reported again"),
    ),
    Code(
        "G005",
        "unused-allowance",
        WARNING,
        N_("the allowance matches no finding: {codes}"),
        N_("remove the allowance"),
        N_("it would hide the next fault of that kind, for a reason that is no longer true"),
    ),
)
