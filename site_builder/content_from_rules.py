"""Licence tables written from the rule set, in the author's wording where her sentence is that rule."""

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from jinja2 import Environment
from markupsafe import Markup

from engine.findings.codes import N_
from engine.grammar import Grammar, UnsayableError, render
from engine.localedata import Locale
from engine.model.rules import AnyRule, Licence
from engine.model.rulesets import RuleSet
from engine.model.spans import Span
from engine.model.statements import Statement
from engine.pages.blocks import Page, Row, Table
from engine.pages.descent import tables_in
from engine.rules.page_reading import LicenceTable, PageReading
from site_builder.article import Draft
from site_builder.content_from_pages import Replacement, write_fragment
from site_builder.licence_anchors import NO_ANCHOR, row_anchors
from site_builder.table_source import table_sources


class Badge(NamedTuple):
    """A short mark beside a licence's name."""

    kind: str
    """`scope`, `edition`, `lifecycle` or `disputed`."""
    text: str


class RuleRow(NamedTuple):
    """A row as the template writes it."""

    anchor: str
    badges: tuple[Badge, ...]
    cells: tuple[str, ...]
    """Safe HTML."""
    href: str = ""
    """The page of the licence."""


class RuleTables:
    """The licence tables of one page."""

    def __init__(
        self,
        environment: Environment,
        page: Page,
        reading: PageReading,
        grammar: Grammar,
        rules: RuleSet,
        disputed: frozenset[str] = frozenset(),
        href_of: Callable[[str], str | None] = lambda licence: None,
    ) -> None:
        """
        Args:
            environment: holds the template `rule-table.html`.
            page: the page.
            reading: what it says.
            grammar: the grammar of its language.
            rules: the rule set.
            disputed: the licences of which the page says other than its translations.
            href_of: where the page of a licence is, as seen from this one.
        """
        self._disputed = disputed
        self._href_of = href_of
        self._template = environment.get_template("rule-table.html")
        self._blocks = page.blocks
        self._grammar = grammar
        self._locale: Locale = grammar.locale
        self._statements: dict[tuple[str, int], list[Statement]] = {}
        for statement in reading.statements:
            self._statements.setdefault((statement.span.path, statement.span.line), []).append(statement)
        self._stated = next((r.rules for r in rules.readings if self._locale.tag in r.languages), frozenset())
        self._tables = {found.number: found for found in reading.tables}
        self._anchors = row_anchors(reading.tables)

    @property
    def anchors(self) -> frozenset[str]:
        """The anchors of all rows."""
        return frozenset(anchor for anchors in self._anchors.values() for anchor in anchors)

    def replacements(self) -> dict[int, list[Replacement]]:
        """What to write in place of which part of which block: index of the block -> its licence tables."""
        if not self._tables:
            return {}
        found: dict[int, list[Replacement]] = {}
        numbers = {id(table): number for number, table in enumerate(tables_in(self._blocks))}
        for index, block in enumerate(self._blocks):
            for source in table_sources(block):
                found_table = self._tables.get(numbers[id(source.table)])
                if found_table is not None:
                    write = functools.partial(self.write, found_table, source.table, source.cells)
                    found.setdefault(index, []).append(Replacement(source.html, write))
        return found

    def write(self, found: LicenceTable, table: Table, cells: Sequence[Sequence[str]], draft: Draft) -> str:
        """One table as HTML."""
        rows = [
            self._row(found, number, row, written, draft)
            for number, (row, written) in enumerate(zip(table.rows, cells[1:], strict=True))
        ]
        header = [write_fragment(draft, cell) for cell in cells[0]]
        return self._template.render(
            locale=self._locale,
            label=Markup(draft.table_label()),  # noqa: S704 (escaped)
            header=header,
            rows=rows,
            name_column=found.columns.licence,
        )

    def _row(self, found: LicenceTable, number: int, row: Row, written: Sequence[str], draft: Draft) -> RuleRow:
        cells = [write_fragment(draft, cell) for cell in written]
        licence = found.licences[number]
        if licence is None:
            return RuleRow(NO_ANCHOR, (), tuple(cells))
        column = found.columns.description
        said = frozenset(s.rule for s in self._said_in(row.cells[column].span()))
        wording = self._wording(said)
        if wording is not None:
            cells[column] = write_fragment(draft, wording)
        badges = self._badges(row, found)
        if licence in self._disputed:
            badges += (Badge("disputed", self._locale.messages.get(N_("languages differ"))),)
        anchor = self._anchors[found.number][number]
        return RuleRow(anchor, badges, tuple(cells), self._href_of(licence) or "")

    def _wording(self, said: frozenset[AnyRule]) -> str | None:
        """A new description where the rule set no longer holds what the author's says; None to keep hers."""
        stated = said & self._stated
        if stated == said or not stated:
            return None
        try:
            return render(self._grammar, stated, "cell")
        except UnsayableError:
            return None

    def _badges(self, row: Row, found: LicenceTable) -> tuple[Badge, ...]:
        for statement in self._said_in(row.cells[found.columns.licence].span()):
            if isinstance(statement.rule, Licence):
                rule = statement.rule
                marks: Mapping[str, str | None] = {
                    "scope": rule.scope,
                    "edition": rule.edition,
                    "lifecycle": rule.lifecycle,
                }
                return tuple(Badge(kind, self._name(kind, id)) for kind, id in marks.items() if id)
        return ()

    def _said_in(self, cell: Span) -> list[Statement]:
        """The statements of a cell, which is on one line."""
        return [s for s in self._statements.get((cell.path, cell.line), ()) if _within(s.span, cell)]

    def _name(self, kind: str, id: str) -> str:
        """The name of a mark of one licence: in the singular, where the language has a form for it."""
        term = self._locale.term(kind, id)
        return (term and term.forms.get("noun")) or self._locale.name_of(kind, id)


def _within(inner: Span, outer: Span) -> bool:
    begins = (outer.line, outer.column) <= (inner.line, inner.column)
    ends = (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)
    return inner.path == outer.path and begins and ends
