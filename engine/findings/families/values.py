"""V: values that one language states and another states differently."""

import msgspec

from engine.findings.code import ERROR, N_, WARNING, Code

_MEND = N_("find out which is right and mend the other page")

_WHY = N_("readers of one language act on another number, date or bound than readers of another")
"""Why all of these matter that say nothing of their own."""

_ROWS = (
    Code(
        "V001",
        "table-value-differs",
        ERROR,
        N_("the table says `{here}` in {language} and `{there}` in {other}"),
        _MEND,
    ),
    Code("V002", "number-differs", WARNING, N_("{language} says “{here}” and {other} says “{there}”"), _MEND),
    Code("V003", "date-differs", WARNING, N_("the date is “{here}” in {language} and “{there}” in {other}"), _MEND),
    Code("V004", "unit-differs", WARNING, N_("the unit is “{here}” in {language} and “{there}” in {other}"), _MEND),
    Code(
        "V005",
        "unlimited-differs",
        ERROR,
        N_("the table says `{here}` in {language} and `{there}` in {other}: one is a bound and the other none"),
        _MEND,
    ),
    Code(
        "V006",
        "bound-differs",
        WARNING,
        N_("languages bound a number differently: {language} says “{here}”, {other} says “{there}”"),
        _MEND,
    ),
)

CODES = tuple(row if row.why else msgspec.structs.replace(row, why=_WHY) for row in _ROWS)
