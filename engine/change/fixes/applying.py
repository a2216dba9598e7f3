"""Fixes applied to the bytes of files, in memory. Encoding, byte order mark, line ends: every other byte stays."""

import codecs
import itertools
import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

from engine.change.fixes.records import Fix

_LINE_ENDING = re.compile(r"\r\n?|\n")
_MARKS = (
    # UTF-32 first: its little-endian mark begins with the one of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)


class FixedFile(msgspec.Struct, frozen=True):
    """A file before and after its fixes."""

    path: str
    """Relative to the docs folder."""
    before: bytes
    after: bytes
    fixes: tuple[Fix, ...]
    """Those that were made. A fix whose place no longer says what was found there is left out."""
    encoding: str

    def texts(self) -> tuple[str, str]:
        """The file before and after as text, for a reader."""
        return self.before.decode(self.encoding), self.after.decode(self.encoding)


def apply_fixes(root: Path, fixes: Iterable[Fix]) -> tuple[FixedFile, ...]:
    """Apply fixes to the files below `root`, as they are now. Nothing is written.

    Args:
        root: the docs folder.
        fixes: of any files. Of two that overlap, the earlier one is made.
    Returns:
        The files in which something changes, by path. A file that is gone or cannot be decoded is left out.
    """
    ordered = sorted(fixes)
    fixed = (
        _fixed(root, path, list(group)) for path, group in itertools.groupby(ordered, key=lambda fix: fix.span.path)
    )
    return tuple(file for file in fixed if file is not None)


def _fixed(root: Path, path: str, fixes: list[Fix]) -> FixedFile | None:
    try:
        before = (root / path).read_bytes()
    except OSError:
        return None
    mark, encoding = next(((mark, name) for mark, name in _MARKS if before.startswith(mark)), (b"", "utf-8"))
    try:
        text = before[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        return None
    starts = [0, *(match.end() for match in _LINE_ENDING.finditer(text))]
    parts: list[str] = []
    made: list[Fix] = []
    done = 0
    for fix in fixes:
        if fix.span.end_line > len(starts):
            continue
        start = starts[fix.span.line - 1] + fix.span.column - 1
        end = starts[fix.span.end_line - 1] + fix.span.end_column - 1
        if start >= done and text[start:end] == fix.found:
            parts += (text[done:start], fix.replacement)
            made.append(fix)
            done = end
    after = mark + "".join((*parts, text[done:])).encode(encoding)
    return FixedFile(path, before, after, tuple(made), encoding) if after != before else None
