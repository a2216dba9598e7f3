"""S: what one language's page holds and another's does not."""

import msgspec

from engine.findings.code import N_, NOTE, WARNING, Code

_ADD = N_("add it to the pages that lack it, or remove it from the others")

_WHY = N_("readers of one language are shown less than readers of another, or something else")
"""Why all of these matter that say nothing of their own."""

_ROWS = (
    Code(
        "S001",
        "pages-differ-throughout",
        WARNING,
        N_("{here} and {others} are different documents: {count} parts of this page have no counterpart"),
        N_("translate the page anew, or make two pages of it"),
    ),
    Code("S002", "section-missing", WARNING, N_("{having} has this section and {lacking} has not: “{there}”"), _ADD),
    Code("S003", "heading-missing", WARNING, N_("{having} has this heading and {lacking} has not: “{there}”"), _ADD),
    Code("S004", "row-missing", WARNING, N_("{having} has this row and {lacking} has not: “{there}”"), _ADD),
    Code("S005", "table-missing", WARNING, N_("{having} has this table and {lacking} has not: “{there}”"), _ADD),
    Code("S006", "column-missing", WARNING, N_("{having} has this column and {lacking} has not: “{there}”"), _ADD),
    Code("S007", "item-missing", WARNING, N_("{having} has this list item and {lacking} has not: “{there}”"), _ADD),
    Code("S008", "step-missing", WARNING, N_("{having} has this step and {lacking} has not: “{there}”"), _ADD),
    Code(
        "S009", "paragraph-missing", WARNING, N_("{having} has this paragraph and {lacking} has not: “{there}”"), _ADD
    ),
    Code("S010", "sentence-missing", WARNING, N_("{having} has this sentence and {lacking} has not: “{there}”"), _ADD),
    Code("S011", "alert-missing", WARNING, N_("{having} has this box and {lacking} has not: “{there}”"), _ADD),
    Code(
        "S012",
        "alert-kind-differs",
        WARNING,
        N_("the box is `{here}` in {language} and `{there}` in {other}"),
        N_("find out how grave it is, and give it that kind everywhere"),
    ),
    Code("S013", "image-missing", WARNING, N_("{having} has this image and {lacking} has not: `{there}`"), _ADD),
    Code("S014", "include-missing", WARNING, N_("{having} includes this and {lacking} does not: `{there}`"), _ADD),
    Code("S015", "tab-missing", WARNING, N_("{having} has this tab and {lacking} has not: “{there}”"), _ADD),
    Code("S016", "code-missing", WARNING, N_("{having} has this code block and {lacking} has not: “{there}”"), _ADD),
    Code(
        "S017",
        "link-target-differs",
        WARNING,
        N_("the link leads to `{here}` in {language} and to `{there}` in {other}"),
        N_("find out which is right and mend the other page"),
    ),
    Code(
        "S018",
        "interface-term-missing",
        NOTE,
        N_("{having} names “{there}” here and {lacking} does not"),
        N_("name it as the interface does, in bold, or remove it from the others"),
    ),
    Code(
        "S019",
        "moved",
        NOTE,
        N_("{language} has this under “{here}” and {other} under “{there}”"),
        N_("put it under the same heading everywhere"),
    ),
    Code(
        "S020",
        "cells-swapped",
        WARNING,
        N_("cells have changed places: {language} says “{here}” where {other} says “{there}”"),
        N_("put the cells where they belong"),
    ),
    Code(
        "S021",
        "steps-in-other-order",
        NOTE,
        N_("steps have changed places: {language} says “{here}” where {other} says “{there}”"),
        N_("put the steps in the order in which they are taken"),
    ),
    Code(
        "S022",
        "perhaps-missing",
        NOTE,
        N_("{having} says this and {lacking} perhaps not, or in other words: “{there}”"),
        N_("compare the texts, and add to the pages that lack it what is missing"),
    ),
    Code(
        "S023",
        "box-missing",
        WARNING,
        N_("{having} sets this in a box and {lacking} does not: “{there}”"),
        N_("set it in a box everywhere, or nowhere"),
    ),
)

CODES = tuple(row if row.why else msgspec.structs.replace(row, why=_WHY) for row in _ROWS)
