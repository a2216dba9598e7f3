"""The same characters in other bytes: line endings, byte order mark, Unicode composition."""

import re
import unicodedata
from collections.abc import Iterator
from random import Random

from engine.change.mutation.edits import Edit
from engine.change.mutation.manuscript import Manuscript, leaves
from engine.change.mutation.records import Change
from engine.model.spans import Span, start_of

_LINE_FEED = re.compile(r"(?<!\r)\n")


def crlf(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """Every line ends as on Windows."""
    edits = tuple(Edit(found.start(), found.end(), "\r\n") for found in _LINE_FEED.finditer(manuscript.file.text))
    if edits:
        yield Change(start_of(manuscript.path), edits)


def byte_order_mark(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """The file begins with a byte order mark."""
    if not manuscript.file.mark:
        yield Change(start_of(manuscript.path), (Edit(0, 0, "\ufeff"),))


def decomposed(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """Accents are characters of their own (NFD), in what a reader sees."""
    edits: list[Edit] = []
    for leaf in leaves(manuscript):
        for piece, behind in zip(leaf.text.pieces, [*leaf.text.pieces[1:], None], strict=True):
            end = behind.start if behind else len(leaf.text.visible)
            words = leaf.text.visible[piece.start : end]
            apart = unicodedata.normalize("NFD", words)
            if not piece.atomic_length and apart != words:
                offset = manuscript.file.offset(piece.line, piece.column)
                edits.append(Edit(offset, offset + len(words), apart))
    if edits:
        line = manuscript.file.line_at(min(edits).start)
        yield Change(Span(manuscript.path, line, 1, line, 1), tuple(edits))
