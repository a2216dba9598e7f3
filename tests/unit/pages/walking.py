"""The texts of a page, and the law that every text keeps."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from engine.pages.blocks import (
    Alert,
    AnyBlock,
    Heading,
    Include,
    List,
    Paragraph,
    Quote,
    Table,
    Tabs,
    Text,
)
from engine.pages.source import Source

BlockT = TypeVar("BlockT", bound=AnyBlock)


def all_blocks(blocks: Iterable[AnyBlock]) -> Iterator[AnyBlock]:
    """Every block, nested ones behind their owner."""
    for block in blocks:
        yield block
        if isinstance(block, List):
            for item in block.items:
                yield from all_blocks(item.blocks)
        elif isinstance(block, (Alert, Quote, Include)):
            yield from all_blocks(block.blocks)
        elif isinstance(block, Tabs):
            for tab in block.tabs:
                yield from all_blocks(tab.blocks)


def all_texts(blocks: Iterable[AnyBlock]) -> Iterator[Text]:
    """Every text, in order."""
    for block in all_blocks(blocks):
        if isinstance(block, (Heading, Paragraph)):
            yield block.text
        elif isinstance(block, Table):
            for row in (block.header, *block.rows):
                yield from row.cells
        elif isinstance(block, Tabs):
            yield from (tab.title for tab in block.tabs)


def only(blocks: Iterable[AnyBlock], kind: type[BlockT]) -> BlockT:
    """The one block of a kind."""
    (found,) = (block for block in all_blocks(blocks) if isinstance(block, kind))
    return found


def check_maps(blocks: Iterable[AnyBlock], sources: Mapping[str, Source]) -> int:
    """Check that every piece stands where it says; returns how many there are."""
    count = 0
    for text in all_texts(blocks):
        starts = [piece.start for piece in text.pieces]
        assert starts[0] == 0
        assert starts == sorted(set(starts))
        for piece, end in zip(text.pieces, [*starts[1:], len(text.visible)], strict=True):
            count += 1
            line = sources[piece.path].lines[piece.line - 1]
            assert 1 <= piece.column <= len(line) + 1
            if not piece.atomic_length:
                begin = piece.column - 1
                assert line[begin : begin + end - piece.start] == text.visible[piece.start : end]
        for mark in text.marks:
            assert 0 <= mark.start <= mark.end <= len(text.visible)
    return count
