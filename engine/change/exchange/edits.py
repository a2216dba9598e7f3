"""Edits of a page: which stretch of its text becomes what, and the page as it would be."""

from collections.abc import Sequence

import msgspec

from engine.change.exchange.entries import Entry
from engine.change.mutation.filetext import FileText
from engine.pages.source import Source


class Edit(msgspec.Struct, frozen=True):
    """A replacement in the text of a page."""

    start: int
    end: int
    new: str
    entry: Entry | None
    """Where it comes from; None for a label of a new page."""


def applied(text: str, edits: Sequence[Edit]) -> str:
    """A text after edits that do not overlap."""
    parts: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += (text[position : edit.start], edit.new)
        position = edit.end
    return "".join((*parts, text[position:]))


def as_source(path: str, file: FileText, text: str) -> Source:
    """A file with another text, ready to be read as a page."""
    lines = file.with_text(text)
    return Source(path, text, tuple(lines.line(number + 1) for number in range(len(lines.starts))))
