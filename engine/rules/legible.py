"""What of a page's blocks the reading of its rules looks at: pages that have the same state the same.

Reading is a pure function. It sees the visible texts, the levels of headings, which blocks stand in which, and which
of them follow each other; not marks, places, anchors or HTML, except in examples, which state no rules.
"""

import re
from collections.abc import Sequence
from typing import TypeAlias

from engine.pages.blocks import Alert, AnyBlock, Code, Heading, Include, List, Other, Paragraph, Quote, Table, Text

Legible: TypeAlias = tuple[object, ...]

_SEVERAL = re.compile(r"[.!?…(].")
"""Where a text may be more than one sentence: a stop that is not its end, or a remark in brackets."""


def legible(blocks: Sequence[AnyBlock]) -> Legible | None:
    """What reading looks at; None where it might tell blocks apart that look the same here.

    Two pages of one language and place whose results are equal state the same rules. What a reader does not see is
    left out: included blocks stand among those around them, and paragraphs of nothing but pictures do not count.
    """
    reader = _Run(in_item=False)
    reader.add(blocks)
    return None if reader.is_unclear else tuple(reader.found)


class _Run:
    """Blocks that follow each other."""

    def __init__(self, in_item: bool) -> None:
        self.found: list[object] = []
        self.is_unclear = False
        self._in_item = in_item
        self._seam = False
        """Whether something that is left out stood before the next block."""
        self._after_paragraph = False

    def add(self, blocks: Sequence[AnyBlock]) -> None:
        """Look at blocks that stand where the last ones did."""
        for block in blocks:
            if isinstance(block, Paragraph):
                if block.text.visible:
                    self._put(block, self._text(block.text))
                else:
                    self._seam = True
            elif isinstance(block, Heading):
                self._put(block, (block.level, self._text(block.text)))
            elif isinstance(block, List):
                self._put(block, ("list", *(self._inner(item.blocks, in_item=True) for item in block.items)))
            elif isinstance(block, Table):
                rows = (tuple(map(self._text, row.cells)) for row in (block.header, *block.rows))
                self._put(block, ("table", *rows))
            elif isinstance(block, Alert | Quote):
                self._put(block, ("box", self._inner(block.blocks, in_item=False)))
            elif isinstance(block, Code):
                self._put(block, ("code",))
            elif isinstance(block, Include) and not (self._in_item and _brings_a_list(block)):
                self._seam = True
                self.add(block.blocks)
                self._seam = True
            elif isinstance(block, Other):
                self._seam = True
            else:
                # The titles of tabs are read as texts, and an item's lists count only directly in it.
                self.is_unclear = True

    def _put(self, block: AnyBlock, looks: object) -> None:
        # A list belongs to the paragraph before it, and an item is told by its first block.
        if self._seam and ((isinstance(block, List) and self._after_paragraph) or (self._in_item and not self.found)):
            self.is_unclear = True
        self._seam = False
        self._after_paragraph = isinstance(block, Paragraph)
        self.found.append(looks)

    def _inner(self, blocks: Sequence[AnyBlock], in_item: bool) -> Legible:
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph) and blocks[0].text.visible:
            # Most items are that.
            return (self._text(blocks[0].text),)
        inner = _Run(in_item)
        inner.add(blocks)
        self.is_unclear |= inner.is_unclear or (in_item and inner._seam and not inner.found)
        return tuple(inner.found)

    def _text(self, text: Text) -> str:
        pieces = text.pieces
        # A sentence is not read where another stands at its place; all of a text that is included is one place.
        if len(pieces) > 1 or (pieces and pieces[0].atomic_length):
            path = pieces[0].path
            for number, piece in enumerate(pieces, 1):
                if piece.path != path or (piece.atomic_length and _is_several(text, number)):
                    self.is_unclear = True
        return text.visible


def _is_several(text: Text, number: int) -> bool:
    """Whether the piece before a piece of this number may be more than one sentence."""
    pieces = text.pieces
    end = pieces[number].start if number < len(pieces) else None
    return _SEVERAL.search(text.visible, pieces[number - 1].start, end or len(text.visible)) is not None


def _brings_a_list(block: Include) -> bool:
    return any(isinstance(b, List) or (isinstance(b, Include) and _brings_a_list(b)) for b in block.blocks)
