"""A page as a sequence of leaves: what a reader reads one after the other, each knowing the boxes it stands in.

Languages break lists and boxes differently around the same sentences (an image between two steps ends the list in
one of them), so pages are compared leaf by leaf, and boxes by the leaves that they hold.
"""

from collections.abc import Collection, Iterator, Sequence

import msgspec

from engine.model.spans import Span
from engine.pages.blocks import (
    Alert,
    AnyBlock,
    Code,
    Heading,
    Include,
    List,
    Page,
    Paragraph,
    Quote,
    Row,
    Table,
    Tabs,
    Text,
)

HEADING, PARAGRAPH, ITEM, STEP = "heading", "paragraph", "item", "step"
HEADER, ROW, CODE, INCLUDE, TAB, FIGURE = "header", "row", "code", "include", "tab", "figure"
ALERT, LIST, TABLE = "alert", "list", "table"
SECTION = "section"


class Box(msgspec.Struct, frozen=True, gc=False):
    """What holds leaves: an alert, a list, a table, an include, a tab, an item."""

    kind: str
    number: int
    """Unique on the page, in order of reading."""
    label: str
    """The kind of an alert, the target of an include."""
    span: Span


class Leaf(msgspec.Struct, frozen=True):
    """One heading, paragraph, item, row, code block, include, tab title or image that stands alone."""

    kind: str
    span: Span
    texts: tuple[Text, ...] = ()
    """The cells of a row; else the one text, or none."""
    level: int = 0
    """Of a heading its level, of anything else how many lists it stands in."""
    boxes: tuple[Box, ...] = ()
    """From the outermost."""
    section: int = -1
    """Which leaf is the heading over it; -1 before the first."""
    content: str = ""
    """The text of a code block, the target of an include."""

    @property
    def visible(self) -> str:
        """What shows, on one line."""
        return self.texts[0].visible if len(self.texts) == 1 else " | ".join(text.visible for text in self.texts)

    def box(self, kind: str) -> Box | None:
        """The innermost box of a kind around it."""
        return next((box for box in reversed(self.boxes) if box.kind == kind), None)


def page_leaves(page: Page, closed: Collection[str] = ()) -> tuple[Leaf, ...]:
    """The leaves of a page in order of reading.

    Args:
        page: the page.
        closed: targets of includes that are one leaf, whatever they hold; others are read as part of the page.
    """
    walk = _Walk(closed)
    walk.blocks(page.blocks, ())
    return tuple(walk.leaves)


def include_targets(blocks: Sequence[AnyBlock]) -> Iterator[str]:
    """The targets of the block includes of a page, in order; those within includes are left out."""
    for block in blocks:
        match block:
            case Include():
                yield block.target
            case Alert() | Quote():
                yield from include_targets(block.blocks)
            case List():
                for item in block.items:
                    yield from include_targets(item.blocks)
            case Tabs():
                for tab in block.tabs:
                    yield from include_targets(tab.blocks)
            case _:
                pass


class _Walk:
    def __init__(self, closed: Collection[str]) -> None:
        self.leaves: list[Leaf] = []
        self._closed = closed
        self._section = -1
        self._boxes = 0

    def blocks(self, blocks: Sequence[AnyBlock], boxes: tuple[Box, ...], *, item: str = "", depth: int = 0) -> None:
        """Add the leaves of blocks; the first of an item is the item itself."""
        for index, block in enumerate(blocks):
            match block:
                case Heading():
                    self._heading(block, boxes)
                case Paragraph():
                    self._paragraph(block, boxes, item if index == 0 else "", depth)
                case List():
                    self._list(block, boxes, depth)
                case Table():
                    inside = self._enter(boxes, TABLE, "", block.span)
                    self._row(HEADER, block.header, inside)
                    for row in block.rows:
                        self._row(ROW, row, inside)
                case Alert() | Quote():
                    kind, label = (ALERT, block.kind) if isinstance(block, Alert) else ("quote", "")
                    self.blocks(block.blocks, self._enter(boxes, kind, label, block.span), depth=depth)
                case Code():
                    self._add(CODE, block.span, (), depth, boxes, block.text)
                case Include():
                    self._include(block, boxes, depth)
                case Tabs():
                    for tab in block.tabs:
                        inside = self._enter(boxes, TAB, tab.title.visible, tab.span)
                        self._add(TAB, tab.title.span(), (tab.title,), depth, inside)
                        self.blocks(tab.blocks, inside, depth=depth)
                case _:
                    pass

    def _add(
        self, kind: str, span: Span, texts: tuple[Text, ...], level: int, boxes: tuple[Box, ...], content: str = ""
    ) -> None:
        self.leaves.append(Leaf(kind, span, texts, level, boxes, self._section, content))

    def _enter(self, boxes: tuple[Box, ...], kind: str, label: str, span: Span) -> tuple[Box, ...]:
        self._boxes += 1
        return (*boxes, Box(kind, self._boxes, label, span))

    def _heading(self, block: Heading, boxes: tuple[Box, ...]) -> None:
        self._add(HEADING, block.span, (block.text,), block.level, boxes)
        self._section = len(self.leaves) - 1

    def _paragraph(self, block: Paragraph, boxes: tuple[Box, ...], item: str, depth: int) -> None:
        text = block.text
        if text.visible:
            self._add(item or PARAGRAPH, block.span, (text,), depth, boxes)
        elif any(mark.kind == "image" for mark in text.marks):
            self._add(FIGURE, block.span, (text,), depth, boxes)

    def _list(self, block: List, boxes: tuple[Box, ...], depth: int) -> None:
        inside = self._enter(boxes, LIST, "", block.span)
        for item in block.items:
            within = self._enter(inside, ITEM, "", item.span)
            self.blocks(item.blocks, within, item=STEP if block.ordered else ITEM, depth=depth + 1)

    def _row(self, kind: str, row: Row, boxes: tuple[Box, ...]) -> None:
        if any(cell.visible or cell.marks for cell in row.cells):
            self._add(kind, row.span, row.cells, 0, boxes)

    def _include(self, block: Include, boxes: tuple[Box, ...], depth: int) -> None:
        inside = self._enter(boxes, INCLUDE, block.target, block.span)
        before = len(self.leaves)
        if block.target not in self._closed:
            self.blocks(block.blocks, inside, depth=depth)
        if len(self.leaves) == before:
            self._add(INCLUDE, block.span, (), depth, inside, block.target)
