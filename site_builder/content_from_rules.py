"""Licence tables written from the rule set, in the author's wording where her sentence is that rule."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from jinja2 import Environment

from engine.grammar import Grammar, UnsayableError, render
from engine.localedata import Locale
from engine.model.rules import AnyRule, Licence
from engine.model.rulesets import RuleSet
from engine.model.spans import Span
from engine.pages.blocks import Alert, AnyBlock, Include, List, Quote, Row, Table
from engine.rules.collector import Collector, LicenceTable
from site_builder.content_from_pages import Replacement, Writer

_TABLE = re.compile(r"<table>\n<thead>\n.*?</table>\n", re.DOTALL)
_ROW = re.compile(r"<tr>\n(.*?)</tr>\n", re.DOTALL)
_CELL = re.compile(r'<t[dh](?: style="[^"]*")?>(.*?)</t[dh]>\n', re.DOTALL)
_NO_ANCHOR = ""


class Badge(NamedTuple):
    """A short mark beside a licence's name."""

    kind: str
    """`scope`, `edition` or `lifecycle`."""
    text: str


class RuleRow(NamedTuple):
    """A row as the template writes it."""

    anchor: str
    badges: tuple[Badge, ...]
    cells: tuple[str, ...]
    """Safe HTML."""


class RuleTables:
    """The licence tables of one page."""

    def __init__(self, environment: Environment, collector: Collector, rules: RuleSet) -> None:
        """
        Args:
            environment: holds the template `rule-table.html`.
            collector: what was read of the page.
            rules: the rule set.
        """
        self._template = environment.get_template("rule-table.html")
        self._grammar: Grammar = collector.grammar
        self._locale: Locale = collector.grammar.locale
        self._statements = collector.statements
        self._stated = next((r.rules for r in rules.readings if self._locale.tag in r.languages), frozenset())
        self._tables = {id(found.table): found for found in collector.tables}
        self._anchors = _anchors(collector.tables)

    @property
    def anchors(self) -> frozenset[str]:
        """The anchors of all rows."""
        return frozenset(anchor for anchors in self._anchors.values() for anchor in anchors)

    def replacements(self, blocks: Sequence[AnyBlock]) -> dict[int, tuple[Replacement, ...]]:
        """What to write in place of which part of which block: index of the block -> its licence tables."""
        if not self._tables:
            return {}
        found: dict[int, tuple[Replacement, ...]] = {}
        for index, block in enumerate(blocks):
            tables = list(_tables_in(block))
            if any(id(table) in self._tables for table in tables):
                found[index] = tuple(self._in_block(block, tables))
        return found

    def _in_block(self, block: AnyBlock, tables: Sequence[Table]) -> Iterator[Replacement]:
        sources = _TABLE.findall(block.html)
        if len(sources) != len(tables):
            # An author's own HTML looks like a table of the Markdown reader: which is which cannot be told.
            return
        for table, source in zip(tables, sources, strict=True):
            found = self._tables.get(id(table))
            cells = [_CELL.findall(row) for row in _ROW.findall(source)]
            if found is not None and _fits(table, cells):
                yield Replacement(source, _TableWriter(self, found, cells).write)

    def write(self, found: LicenceTable, cells: Sequence[Sequence[str]], writer: Writer) -> str:
        """One table as HTML."""
        rows = [
            self._row(found, number, row, written, writer)
            for number, (row, written) in enumerate(zip(found.table.rows, cells[1:], strict=True))
        ]
        header = [writer.fragment(cell) for cell in cells[0]]
        return self._template.render(locale=self._locale, header=header, rows=rows, name_column=found.columns.licence)

    def _row(self, found: LicenceTable, number: int, row: Row, written: Sequence[str], writer: Writer) -> RuleRow:
        cells = [writer.fragment(cell) for cell in written]
        licence = found.licences[number]
        if licence is None:
            return RuleRow(_NO_ANCHOR, (), tuple(cells))
        column = found.columns.description
        said = frozenset(s.rule for s in self._statements if _within(s.span, row.cells[column].span()))
        wording = self._wording(said)
        if wording is not None:
            cells[column] = writer.fragment(wording)
        return RuleRow(self._anchors[id(found.table)][number], self._badges(row, found), tuple(cells))

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
        name = row.cells[found.columns.licence].span()
        for statement in self._statements:
            if isinstance(statement.rule, Licence) and _within(statement.span, name):
                rule = statement.rule
                marks: Mapping[str, str | None] = {
                    "scope": rule.scope,
                    "edition": rule.edition,
                    "lifecycle": rule.lifecycle,
                }
                return tuple(Badge(kind, self._name(kind, id)) for kind, id in marks.items() if id)
        return ()

    def _name(self, kind: str, id: str) -> str:
        """The name of a mark of one licence: in the singular, where the language has a form for it."""
        term = self._locale.term(kind, id)
        return (term and term.forms.get("noun")) or self._locale.name_of(kind, id)


class _TableWriter(NamedTuple):
    tables: RuleTables
    found: LicenceTable
    cells: Sequence[Sequence[str]]

    def write(self, writer: Writer) -> str:
        return self.tables.write(self.found, self.cells, writer)


def licence_anchor(licence: str) -> str:
    """The anchor of a licence on the page that lists it: the same in every language."""
    return f"licence-{licence}"


def _anchors(tables: Sequence[LicenceTable]) -> dict[int, tuple[str, ...]]:
    """Table -> the anchor of each row. A licence that a page lists again gets a number."""
    counts: dict[str, int] = {}
    found: dict[int, tuple[str, ...]] = {}
    for table in tables:
        row_anchors: list[str] = []
        for licence in table.licences:
            if licence is None:
                row_anchors.append(_NO_ANCHOR)
                continue
            counts[licence] = counts.get(licence, 0) + 1
            again = f"-{counts[licence]}" if counts[licence] > 1 else ""
            row_anchors.append(licence_anchor(licence) + again)
        found[id(table.table)] = tuple(row_anchors)
    return found


def _tables_in(block: AnyBlock) -> Iterator[Table]:
    match block:
        case Table():
            yield block
        case List():
            for item in block.items:
                for inner in item.blocks:
                    yield from _tables_in(inner)
        case Alert() | Quote() | Include():
            for inner in block.blocks:
                yield from _tables_in(inner)
        case _:
            pass


def _fits(table: Table, cells: Sequence[Sequence[str]]) -> bool:
    return [len(row) for row in cells] == [len(row.cells) for row in (table.header, *table.rows)]


def _within(inner: Span, outer: Span) -> bool:
    begins = (outer.line, outer.column) <= (inner.line, inner.column)
    ends = (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)
    return inner.path == outer.path and begins and ends
