"""Bytes of a file -> its text and lines, with the verbatim text of every span.

Lines end at LF, CR LF or a lone CR, as CommonMark 0.31 section 2.1 has it: the other separators that
`str.splitlines` knows belong to the line.
"""

import codecs
import functools
import os
import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from engine.cache.digest import Digest, digest
from engine.findings import Finding
from engine.model.spans import Span, start_of

_LINE_ENDING = re.compile(r"\r\n?|\n")
_BYTE_ORDER_MARKS = (
    # UTF-32 first: its little-endian mark begins with the one of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENCODING = "utf-8"
MOST_BYTES = 2_000_000
"""The longest of thousands of real pages has a tenth; beyond it reading would take minutes."""


class Source(msgspec.Struct, frozen=True):
    """One source file as text."""

    path: str
    """Relative to the docs folder, with forward slashes."""
    text: str
    """The decoded text without its byte order mark, line endings as they stand."""
    lines: tuple[str, ...]
    """The lines without their endings; `lines[0]` is line 1."""
    digest: Digest = ""
    """Of the bytes of the file."""

    def quote(self, span: Span) -> str:
        """The verbatim source text of `span`; its lines are joined by a line feed.

        Args:
            span: a span of this file. Parts that lie outside of the text are left out.
        """
        lines = list(self.lines[max(0, span.line - 1) : span.end_line])
        if not lines:
            return ""
        if span.end_line <= len(self.lines):
            # The end first: on a single line, cutting the start would move the columns.
            lines[-1] = lines[-1][: max(0, span.end_column - 1)]
        lines[0] = lines[0][max(0, span.column - 1) :]
        return "\n".join(lines)


class Quotes:
    """The source texts of spans, from files that were just read."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        """
        Args:
            sources: the files by their paths.
        """
        self._sources = sources

    def __call__(self, span: Span) -> str:
        """The verbatim text of a span; empty where its file is none of them."""
        source = self._sources.get(span.path)
        return source.quote(span) if source else ""


def decode(path: str, data: bytes) -> tuple[Source | None, tuple[Finding, ...]]:
    """Decode a file: UTF-8 with or without byte order mark, UTF-16 and UTF-32 with one.

    Args:
        path: the path to name in spans.
        data: the bytes of the file.
    Returns:
        The source and an `unusual-encoding` finding when it is not UTF-8; or no source and an
        `unreadable-file` finding.
    """
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), _ENCODING)
    try:
        text = data.decode("utf-8-sig" if encoding == _ENCODING else encoding)
    except UnicodeError:
        return None, (Finding("F001", start_of(path), {"encoding": encoding}),)
    findings = () if encoding == _ENCODING else (Finding("F002", start_of(path), {"encoding": encoding}),)
    # Most files know but one line ending.
    lines = _LINE_ENDING.split(text) if "\r" in text else text.split("\n")
    return Source(path, text, tuple(lines), digest(data)), findings


def read_source(root: Path, path: str) -> tuple[Source | None, tuple[Finding, ...]]:
    """Read and decode the file at `path` below `root`.

    Returns:
        As `decode`; a file that cannot be opened is an `unreadable-file` finding too, and one beyond `MOST_BYTES` an
        `oversized-file` finding.
    """
    try:
        with open(f"{root}/{path}", "rb", buffering=0) as file:
            size = os.fstat(file.fileno()).st_size
            if size > MOST_BYTES:
                return None, (Finding("F025", start_of(path), {"size": str(size), "most": str(MOST_BYTES)}),)
            data = file.read()
    except (OSError, ValueError):
        return None, (Finding("F001", start_of(path), {"encoding": _ENCODING}),)
    return decode(path, data)


def quote(root: Path, span: Span) -> str:
    """The verbatim text of a span, read from the file again when it is no longer kept.

    Args:
        root: the docs folder.
        span: a span that names a file below it.
    Returns:
        The text; empty when the file cannot be read any more.
    """
    try:
        changed = (root / span.path).stat().st_mtime_ns
    except (OSError, ValueError):
        return ""
    source = _kept(root, span.path, changed)
    return source.quote(span) if source else ""


@functools.lru_cache(maxsize=256)
def _kept(root: Path, path: str, changed: int) -> Source | None:
    """`changed` is part of the key, so that an edited file is read again."""
    return read_source(root, path)[0]
