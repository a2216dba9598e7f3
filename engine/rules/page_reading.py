"""What reading the rules of one page gives: a record that can be kept, sent and put together with others."""

import msgspec

from engine.findings import Finding
from engine.model.scenarios import Scenario
from engine.model.spans import Span
from engine.model.statements import Statement


class Section(msgspec.Struct, frozen=True):
    """What the heading over a licence table says of its licences."""

    scope: str
    edition: str | None = None
    lifecycle: str | None = None


class SectionHeading(msgspec.Struct, frozen=True):
    """A licence section and the place of its heading."""

    section: Section
    span: Span


class Columns(msgspec.Struct, frozen=True):
    """Where a licence table has its names and its descriptions."""

    licence: int
    description: int


class LicenceTable(msgspec.Struct, frozen=True):
    """A table that was read as a licence table."""

    number: int
    """Which table of the page it is, as `tables_in` counts them from 0."""
    columns: Columns
    section: Section | None
    licences: tuple[str | None, ...]
    """The licence of each row; None where its name is not known."""


class NamedRow(msgspec.Struct, frozen=True):
    """A row of a licence table whose first cell names something: lets the row be found in another language."""

    scope: str
    """Of the section; empty outside of any."""
    number: int
    licence: str | None
    """None where no term knows the name."""
    finding: int = -1
    """Which of the page's findings tells of the unknown name."""


class Position(msgspec.Struct, frozen=True):
    """A sentence that states, or seems to state, a requirement."""

    span: Span
    text: str
    shape: str
    """The meaning that read it; empty when none did."""


class Silent(msgspec.Struct, frozen=True):
    """A sentence that names something to hold and states nothing that a pattern reads."""

    span: Span
    text: str
    ids: frozenset[str]
    """What it names."""
    requires: bool
    """Whether it holds a word of requiring: then it is a rule position that is not read."""


class PageReading(msgspec.Struct, frozen=True):
    """What one page says, read by itself: the ranks of its plans are open until all pages are read."""

    path: str
    """Of the file, relative to the docs folder."""
    key: str
    """Relative to the language folder: the same page in every language of a tree."""
    language: str
    statements: tuple[Statement, ...] = ()
    """In order of reading."""
    findings: tuple[Finding, ...] = ()
    """What of its rules cannot be read, in order of reading."""
    sections: tuple[SectionHeading, ...] = ()
    plan_lists: tuple[tuple[str, ...], ...] = ()
    """Plans in the order in which the page lists them."""
    cumulative: bool = False
    """Whether the page says that each plan includes those below it."""
    positions: tuple[Position, ...] = ()
    """Every rule position outside the licence tables, for the coverage report."""
    silent: tuple[Silent, ...] = ()
    """Sentences outside the licence tables that name something to hold and state nothing."""
    scenarios: tuple[Scenario, ...] = ()
    """Its examples, with the answers that it promises."""
    rows: tuple[NamedRow, ...] = ()
    tables: tuple[LicenceTable, ...] = ()
    """The licence tables of the page, in order of reading."""

    @property
    def topic(self) -> str:
        """The capability id of the page itself: what "this feature" is."""
        return page_id(self.key)


def page_id(key: str) -> str:
    """The capability id of a page: `page:` and its path without suffix, the same in every language and flavour."""
    path, _, suffix = key.rpartition(".")
    return f"page:{path if path and '/' not in suffix else key}"
