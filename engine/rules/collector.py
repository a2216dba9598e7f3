"""Gathers what a page says while it is read, and how a statement is made of a place."""

from collections.abc import Callable, Sequence

from engine.findings import Finding, Related
from engine.grammar import Grammar, Reading
from engine.model.rules import AnyRule
from engine.model.scenarios import Scenario
from engine.model.spans import Span
from engine.model.statements import Statement
from engine.pages.blocks import Page, Table
from engine.pages.descent import tables_in
from engine.rules.page_reading import (
    Columns,
    LicenceTable,
    NamedRow,
    PageReading,
    Position,
    Section,
    SectionHeading,
    Silent,
    page_id,
)

QUOTED = 160
"""Characters of a sentence that a finding's message shows."""


class Collector:
    """Builds the `PageReading` of one page."""

    def __init__(self, page: Page, grammar: Grammar, quote: Callable[[Span], str]) -> None:
        """
        Args:
            page: the page.
            grammar: the grammar of its language.
            quote: gives the source text of a span.
        """
        self.page = page
        self.grammar = grammar
        self.quote = quote
        self.topic = page_id(page.key)
        """The capability id of the page itself: what "this feature" is."""
        self.market: str | None = None
        """The market that the page speaks of."""
        self.plan_lists: list[tuple[str, ...]] = []
        self.cumulative = False
        self.anchor = ""
        """Of the heading above this place."""
        self.positions: list[Position] = []
        self.silent: list[Silent] = []
        self.scenarios: list[Scenario] = []
        self._statements: list[Statement] = []
        self._findings: list[Finding] = []
        self._sections: list[SectionHeading] = []
        self._rows: list[NamedRow] = []
        self._tables: list[LicenceTable] = []

    def state(self, rules: Sequence[AnyRule], span: Span, text: str, pattern: str, notes: tuple[str, ...] = ()) -> None:
        """Keep what a place says."""
        quote = self.quote(span)
        for rule in rules:
            self._statements.append(
                Statement(rule, self.page.language, self.page.key, span, quote, text, pattern, notes, self.anchor)
            )

    def find(self, code: str, span: Span, related: tuple[Related, ...] = (), **arguments: str) -> None:
        """Keep a finding."""
        self._findings.append(Finding(code, span, arguments, related))

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

    def open_section(self, section: Section, span: Span) -> None:
        """Keep a licence section with the place of its heading."""
        self._sections.append(SectionHeading(section, span))

    def name_row(self, section: Section | None, number: int, licence: str) -> None:
        """Keep which licence a row of a licence table is about."""
        self._rows.append(NamedRow(section.scope if section else "", number, licence))

    def name_unknown_row(self, section: Section | None, number: int, span: Span, name: str, suggestion: str) -> None:
        """Keep a row whose licence name no term knows, and the finding about it."""
        self.find("R002", span, name=shorten(name), suggestion=suggestion)
        self._rows.append(NamedRow(section.scope if section else "", number, None, len(self._findings) - 1))

    def keep_table(
        self, table: Table, columns: Columns, section: Section | None, licences: Sequence[str | None]
    ) -> None:
        """Keep a table that was read as a licence table, with the licence of each row."""
        number = next(number for number, other in enumerate(tables_in(self.page.blocks)) if other is table)
        self._tables.append(LicenceTable(number, columns, section, tuple(licences)))

    def reading(self) -> PageReading:
        """All that was gathered."""
        return PageReading(
            path=self.page.path,
            key=self.page.key,
            language=self.page.language,
            statements=tuple(self._statements),
            findings=tuple(self._findings),
            sections=tuple(self._sections),
            plan_lists=tuple(self.plan_lists),
            cumulative=self.cumulative,
            positions=tuple(self.positions),
            silent=tuple(self.silent),
            scenarios=tuple(self.scenarios),
            rows=tuple(self._rows),
            tables=tuple(self._tables),
        )


def shorten(text: str) -> str:
    """A text short enough for a message."""
    return text if len(text) <= QUOTED else text[: QUOTED - 1].rstrip() + "…"
