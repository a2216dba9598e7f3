"""What reading one page's rules gathers, and how a statement is made of a place."""

from collections.abc import Callable, Sequence

import msgspec

from engine.findings import Finding, Related
from engine.grammar import Grammar, Reading
from engine.model.rules import AnyRule
from engine.model.spans import Span
from engine.model.statements import Statement
from engine.pages.blocks import Page, Table

QUOTED = 160
"""Characters of a sentence that a finding's message shows."""


class Section(msgspec.Struct, frozen=True):
    """What the heading over a licence table says of its licences."""

    scope: str
    edition: str | None = None
    lifecycle: str | None = None


class Columns(msgspec.Struct, frozen=True):
    """Where a licence table has its names and its descriptions."""

    licence: int
    description: int


class LicenceTable(msgspec.Struct, frozen=True):
    """A table that was read as a licence table."""

    table: Table
    """The block itself, as the page holds it."""
    columns: Columns
    section: Section | None
    licences: tuple[str | None, ...]
    """The licence of each row; None where its name is not known."""


class Position(msgspec.Struct, frozen=True):
    """A sentence that states, or seems to state, a requirement."""

    span: Span
    text: str
    shape: str
    """The meaning that read it; empty when none did."""


def page_id(key: str) -> str:
    """The capability id of a page: `page:` and its path without suffix, the same in every language and flavour."""
    path, _, suffix = key.rpartition(".")
    return f"page:{path if path and '/' not in suffix else key}"


class Collector:
    """Statements and findings of one page, in order of reading."""

    def __init__(self, page: Page, grammar: Grammar, quote: Callable[[Span], str]) -> None:
        self.page = page
        self.grammar = grammar
        self.quote = quote
        self.statements: list[Statement] = []
        self.findings: list[Finding] = []
        self.sections: list[tuple[Section, Span]] = []
        """Licence sections with the place of their heading."""
        self.topic = page_id(page.key)
        """The capability id of the page itself: what "this feature" is."""
        self.market: str | None = None
        """The market that the page speaks of."""
        self.plan_lists: list[tuple[str, ...]] = []
        """Plans in the order in which a page lists them."""
        self.cumulative = False
        """Whether the page says that each plan includes those below it."""
        self.positions: list[Position] = []
        """Every rule position outside the licence tables, for the coverage report."""
        self.rows: dict[tuple[str, int], str] = {}
        """(section, row number) -> licence id: lets a row be found in another language."""
        self.unknown_rows: list[tuple[Finding, tuple[str, int]]] = []
        """Findings about licence names that no term knows, with their row."""
        self.tables: list[LicenceTable] = []
        """The licence tables of the page, in order of reading."""

    def state(self, rules: Sequence[AnyRule], span: Span, text: str, pattern: str, notes: tuple[str, ...] = ()) -> None:
        """Keep what a place says."""
        quote = self.quote(span)
        for rule in rules:
            self.statements.append(
                Statement(rule, self.page.language, self.page.key, span, quote, text, pattern, notes)
            )

    def find(self, code: str, span: Span, related: tuple[Related, ...] = (), **arguments: str) -> Finding:
        """Keep a finding."""
        finding = Finding(code, span, arguments, related)
        self.findings.append(finding)
        return finding

    def settle(self, readings: Sequence[Reading], span: Span, text: str) -> bool:
        """State the one reading of a sentence; several are a finding. False when there is none."""
        if len(readings) > 1:
            self.find("R003", span, sentence=shorten(text), count=str(len(readings)))
        elif readings:
            self.state(readings[0].rules, span, text, readings[0].pattern, readings[0].notes)
        return bool(readings)

    def unread(self, span: Span, text: str) -> None:
        """A sentence in a rule position that no pattern reads."""
        self.find("R001", span, sentence=shorten(text))


def shorten(text: str) -> str:
    """A text short enough for a message."""
    return text if len(text) <= QUOTED else text[: QUOTED - 1].rstrip() + "…"
