"""What the pages written from rules are made of: sections of rows, each with the sentences that it rests on."""

from typing import NamedTuple

from markupsafe import Markup

from site_builder.rule_pages.words import Quote


class Mark(NamedTuple):
    """A short mark beside a name."""

    kind: str
    text: str


class Row(NamedTuple):
    """One line: what is so, and who says it."""

    anchor: str
    label: Markup
    note: str | Markup = ""
    quotes: tuple[Quote, ...] = ()
    marks: tuple[Mark, ...] = ()


class Section(NamedTuple):
    """Rows under a heading."""

    anchor: str
    heading: str
    rows: tuple[Row, ...]
    lead: str | Markup = ""


class Cell(NamedTuple):
    """A cell of a comparison."""

    text: str
    kind: str = ""
    """`yes`, `no`, `number`, or empty."""


class Line(NamedTuple):
    """A line of a comparison."""

    anchor: str
    label: Markup
    cells: tuple[Cell, ...]


class Comparison(NamedTuple):
    """A table with something to hold in each column."""

    anchor: str
    heading: str
    corner: str
    columns: tuple[Markup, ...]
    lines: tuple[Line, ...]
    lead: str = ""
