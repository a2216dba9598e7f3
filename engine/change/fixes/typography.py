"""Fixes of how a text is set: the space before a percent sign, the pipe that closes a table row."""

from collections.abc import Iterator
from typing import Final

from engine.change.fixes.records import Fix
from engine.checks.open_rows import open_rows
from engine.checks.percent import misset_percents
from engine.localedata.typography import SPACES
from engine.model.spans import Span
from engine.rules import Docs

PERCENT_SPACING: Final = "Y001"
UNCLOSED_ROW: Final = "Y003"

_GAPS = ("", *SPACES, "&nbsp;", "&#160;", "&#xA0;")
"""What may be written between a number and its sign for the place to be safe to mend."""
_CLOSING = " |"


def percent_fixes(docs: Docs) -> Iterator[Fix]:
    """One fix per percent sign that departs from its language's way."""
    for percent in misset_percents(docs):
        gap = percent.gap
        written = docs.tree.quote(gap)
        behind = docs.tree.quote(Span(gap.path, gap.end_line, gap.end_column, gap.end_line, gap.end_column + 1))
        if written in _GAPS and behind == "%":
            yield Fix(gap, written, percent.space, PERCENT_SPACING)


def row_fixes(docs: Docs) -> Iterator[Fix]:
    """One fix per table row that lacks its closing pipe, at its end."""
    for row in open_rows(docs):
        end = Span(row.path, row.end_line, row.end_column, row.end_line, row.end_column)
        yield Fix(end, "", _CLOSING, UNCLOSED_ROW)
