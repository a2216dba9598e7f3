"""E: what pages promise that the rules do not keep."""

from engine.findings.code import ERROR, N_, WARNING, Code

CODES = (
    Code(
        "E001",
        "scenario-fails",
        ERROR,
        N_("the example promises `{expected}`, and by the rules it is `{outcome}`"),
        N_("correct the example, or the sentences that it rests on"),
        N_("readers act on examples, and code that enforces the rules answers something else"),
    ),
    Code(
        "E002",
        "unread-scenario",
        WARNING,
        N_("`{text}` cannot be read in a table of examples"),
        N_("write names, answers and column headings as `terms.toml` has them, and days as YYYY-MM-DD"),
        N_("the example is held against no rule, so nobody learns when it stops being true"),
    ),
)
