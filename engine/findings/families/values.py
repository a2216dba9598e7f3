"""V: values that one language states and another states differently."""

from engine.findings.code import ERROR, N_, WARNING, Code

_MEND = N_("find out which is right and mend the other page")

CODES = (
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
