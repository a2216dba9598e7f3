"""What a page shows and where its links lead, without layout: pages that are equal here are the same to a reader."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TypeAlias

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
    Table,
    Tabs,
    Text,
)

Seen: TypeAlias = tuple[object, ...]
"""One thing that a reader sees: what it is, and its words."""


def seen(page: Page) -> tuple[Seen, ...]:
    """Everything that a reader, or whoever serves the page, sees of it, in order."""
    front = [("front matter", key, repr(value)) for key, value in sorted(page.front_matter.items())]
    return (*front, *_blocks(page.blocks))


def _blocks(blocks: Sequence[AnyBlock]) -> Iterator[Seen]:
    for block in blocks:
        match block:
            case Heading(level=level, text=text):
                yield ("heading", level, *_text(text))
            case Paragraph(text=text):
                if text.visible or text.marks:
                    yield ("paragraph", *_text(text))
            case List(ordered=ordered, items=items):
                for item in items:
                    yield ("item", ordered)
                    yield from _blocks(item.blocks)
                yield ("end of list",)
            case Table(header=header, rows=rows):
                for row in (header, *rows):
                    yield ("row", *(_text(cell) for cell in row.cells))
            case Alert(kind=kind, blocks=inner):
                yield ("alert", kind)
                yield from _blocks(inner)
                yield ("end of alert",)
            case Quote(blocks=inner) | Include(blocks=inner):
                yield (type(block).__name__,)
                yield from _blocks(inner)
            case Tabs(tabs=tabs):
                for tab in tabs:
                    yield ("tab", *_text(tab.title))
                    yield from _blocks(tab.blocks)
                yield ("end of tabs",)
            case Code(text=code):
                yield ("code", code)
            case _:
                pass


def _text(text: Text) -> Seen:
    """Visible words, and the markup over them: places are told by the words before, so that layout does not count."""
    marks = tuple(
        (mark.kind, _plain(text.visible[: mark.start]), _plain(text.visible[mark.start : mark.end]), mark.target)
        for mark in text.marks
    )
    return _plain(text.visible), marks


def _plain(words: str) -> str:
    return unicodedata.normalize("NFC", " ".join(words.split()))
