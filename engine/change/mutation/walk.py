"""Everything on a page that can be changed, each with its address: the way to it from the top of its file.

A page is sections (a heading with the blocks below it), a list is items, a table is rows with the header first.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from engine.model.spans import Span
from engine.pages.blocks import (
    Alert,
    AnyBlock,
    Heading,
    Include,
    Item,
    List,
    Paragraph,
    Quote,
    Row,
    Tab,
    Table,
    Tabs,
    Text,
)

Thing: TypeAlias = AnyBlock | Item | Row | Tab


class Section(NamedTuple):
    """A heading, or the top of a file, with the blocks up to the next one."""

    blocks: tuple[AnyBlock, ...]


Node: TypeAlias = Thing | Section


class Spot(NamedTuple):
    """Something on a page."""

    thing: Thing
    parents: tuple[Node, ...]
    """What it stands in, the outermost first."""
    address: tuple[int, ...]
    """Its number among its siblings, at every level."""


def sections(blocks: Sequence[AnyBlock]) -> list[Node]:
    """The sections of a file; the first has no heading unless the file begins with one."""
    found: list[list[AnyBlock]] = [[]]
    for block in blocks:
        if isinstance(block, Heading):
            found.append([])
        found[-1].append(block)
    return [Section(tuple(section)) for section in found]


def children(node: Node) -> Sequence[Node]:
    """What a thing consists of, in order. Another file's blocks belong to that file."""
    match node:
        case Section(blocks=blocks) | Item(blocks=blocks) | Alert(blocks=blocks) | Quote(blocks=blocks):
            return blocks
        case Tab(blocks=blocks):
            return blocks
        case List(items=items):
            return items
        case Tabs(tabs=tabs):
            return tabs
        case Table(header=header, rows=rows):
            return (header, *rows)
        case _:
            return ()


def spots(blocks: Sequence[AnyBlock]) -> Iterator[Spot]:
    """Everything in a file, in order, what contains before what is contained."""
    for number, section in enumerate(sections(blocks)):
        yield from _below(section, (section,), (number,))


def _below(node: Node, parents: tuple[Node, ...], address: tuple[int, ...]) -> Iterator[Spot]:
    for number, child in enumerate(children(node)):
        assert not isinstance(child, Section)  # noqa: S101 - only the top of a file consists of sections
        here = (*address, number)
        yield Spot(child, parents, here)
        yield from _below(child, (*parents, child), here)


def texts(thing: Node) -> tuple[Text, ...]:
    """The texts that stand directly in a thing."""
    match thing:
        case Heading(text=text) | Paragraph(text=text):
            return (text,)
        case Row(cells=cells):
            return cells
        case Tab(title=title):
            return (title,)
        case _:
            return ()


def included(blocks: Sequence[AnyBlock]) -> Iterator[Include]:
    """Every include among the blocks, those within includes too."""
    for block in blocks:
        match block:
            case Include():
                yield block
                yield from included(block.blocks)
            case Alert(blocks=inner) | Quote(blocks=inner):
                yield from included(inner)
            case List(items=items):
                for item in items:
                    yield from included(item.blocks)
            case Tabs(tabs=tabs):
                for tab in tabs:
                    yield from included(tab.blocks)
            case _:
                pass


def covers(span: Span, other: Span) -> bool:
    """Whether two stretches share a character (an empty one: a place)."""
    if span.path != other.path:
        return False
    starts = (span.line, span.column) <= (other.end_line, max(other.end_column - 1, 1))
    ends = (other.line, other.column) <= (span.end_line, max(span.end_column - 1, 1))
    return starts and ends
