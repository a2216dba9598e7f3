"""Anchors of the sentences, rows and items that state rules: the same in every language, as long as the rule is."""

import hashlib
import html
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import msgspec

from engine.model.rules import AnyRule
from engine.model.spans import Span
from engine.model.statements import Statement
from engine.pages.blocks import Alert, AnyBlock, Include, Item, List, Page, Quote, Row, Table, Tabs
from engine.pages.descent import tables_in
from engine.rules.page_reading import PageReading
from site_builder.licence_anchors import row_anchors

Anchors: TypeAlias = tuple[tuple[Span, str], ...]
"""Where a rule is stated, and its anchor; in one fixed order."""

_ROW = re.compile("<tr>")
_ITEM = re.compile("<li>")
_LETTERS = 8
"""Of a digest: among some thousand rules of a page, two would meet once in a million pages."""


def rule_anchor(rule: AnyRule) -> str:
    """The anchor of a rule: a digest of what it says, in no language."""
    return f"rule-{hashlib.sha256(msgspec.json.encode(rule)).hexdigest()[:_LETTERS]}"


class RuleAnchors:
    """Where on one page its rules are stated."""

    def __init__(self, page: Page, reading: PageReading) -> None:
        self.places: dict[Span, str] = {}
        """Where a statement of this page stands -> its anchor; none for those in front matter."""
        self._listed = self._licence_rows(page, reading)
        self.html: dict[int, str] = {}
        """Index of a top-level block -> its HTML with anchors, where it states rules outside of licence tables."""
        waiting = [statement for statement in reading.statements if not self._is_listed(statement)]
        for index, block in enumerate(page.blocks):
            if not waiting:
                break
            inside = [statement for statement in waiting if _covers(block, statement.span)]
            if inside:
                self.html[index] = self._anchored(block, inside)
                waiting = [statement for statement in waiting if statement not in inside]

    @property
    def in_order(self) -> Anchors:
        """The places with their anchors, in order."""
        return tuple(sorted(self.places.items()))

    def _licence_rows(self, page: Page, reading: PageReading) -> dict[tuple[str, int], str]:
        """File and line of each row of a licence table -> its anchor, which the site writes itself."""
        found: dict[tuple[str, int], str] = {}
        anchors = row_anchors(reading.tables)
        if not anchors:
            return found
        for number, table in enumerate(tables_in(page.blocks)):
            for row, anchor in zip(table.rows, anchors.get(number, ()), strict=False):
                if anchor:
                    found[row.span.path, row.span.line] = anchor
        return found

    def _is_listed(self, statement: Statement) -> bool:
        anchor = self._listed.get((statement.span.path, statement.span.line))
        if anchor is not None:
            self.places[statement.span] = anchor
        return anchor is not None

    def _anchored(self, block: AnyBlock, statements: Sequence[Statement]) -> str:
        """The HTML of a block with an anchor at each row, each item, or else before the block."""
        parts: Sequence[Row | Item] = ()
        if isinstance(block, Table):
            parts, tag = (block.header, *block.rows), _ROW
        elif isinstance(block, List):
            parts, tag = tuple(_items(block)), _ITEM
        if not parts or len(tag.findall(block.html)) != len(parts):
            anchor = self._name(statements)
            return f'<a id="{anchor}"></a>{block.html}'
        written = self._name_parts(parts, statements)
        numbers = iter(range(len(parts)))
        return tag.sub(lambda found: f"{found[0][:-1]}{written.get(next(numbers), '')}>", block.html)

    def _name_parts(self, parts: Sequence[Row | Item], statements: Sequence[Statement]) -> Mapping[int, str]:
        inside: dict[int, list[Statement]] = {}
        for statement in statements:
            # Of nested items the innermost, which comes last.
            number = max((n for n, part in enumerate(parts) if _within(statement.span, part.span)), default=0)
            inside.setdefault(number, []).append(statement)
        return {number: f' id="{html.escape(self._name(found))}"' for number, found in inside.items()}

    def _name(self, statements: Sequence[Statement]) -> str:
        """One anchor for statements that stand together: of the first rule in their one order."""
        anchor = min(rule_anchor(statement.rule) for statement in statements)
        self.places.update((statement.span, anchor) for statement in statements)
        return anchor


def _covers(block: AnyBlock, span: Span) -> bool:
    if span.path == block.span.path:
        # Whatever stands in a block stands between its lines, but for what is included.
        return _within(span, block.span)
    match block:
        case Include() | Alert() | Quote():
            return any(_covers(inner, span) for inner in block.blocks)
        case List():
            return any(_covers(inner, span) for item in block.items for inner in item.blocks)
        case Tabs():
            return any(_covers(inner, span) for tab in block.tabs for inner in tab.blocks)
        case _:
            return False


def _within(inner: Span, outer: Span) -> bool:
    return inner.path == outer.path and outer.line <= inner.line and inner.end_line <= outer.end_line


def _items(block: AnyBlock) -> Iterator[Item]:
    """The items of a list and of the lists in it, in the order of reading."""
    match block:
        case List():
            for item in block.items:
                yield item
                for inner in item.blocks:
                    yield from _items(inner)
        case Include() | Alert() | Quote():
            for inner in block.blocks:
                yield from _items(inner)
        case _:
            pass
