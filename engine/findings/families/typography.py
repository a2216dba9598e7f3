"""Y: how a language is set."""

from engine.findings.code import N_, NOTE, Code

CODES = (
    Code(
        "Y001",
        "percent-spacing",
        NOTE,
        N_("`{found}` is written `{expected}` in this language; places: {places}"),
        N_("write `{expected}`, or let `charter check --fix` do it"),
    ),
    Code(
        "Y002",
        "foreign-quotation-marks",
        NOTE,
        N_("`{found}` opens no quotation in this language; places: {places}"),
        N_("use straight quotation marks or one of {expected}"),
    ),
    Code(
        "Y003",
        "unclosed-row",
        NOTE,
        N_("the table row has no closing pipe; rows: {places}"),
        N_("close the row with `|`, or let `charter check --fix` do it"),
    ),
)
