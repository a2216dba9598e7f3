"""Y: how a language is set."""

import msgspec

from engine.findings.code import N_, NOTE, Code

_WHY = N_("it reads as a slip, and tools that read the page may stumble over it")
"""Why all of these matter that say nothing of their own."""

_ROWS = (
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
        N_("`{found}` is not an opening quotation mark of this language; places: {places}"),
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

CODES = tuple(row if row.why else msgspec.structs.replace(row, why=_WHY) for row in _ROWS)
