"""A file as characters that can be replaced, and back to bytes: encoding, byte order mark and line endings stay."""

import bisect
import codecs
import re
from pathlib import Path

import msgspec

_LINE_ENDING = re.compile(r"\r\n?|\n")
_MARKS = (
    # UTF-32 first: its little-endian mark begins with the one of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)


class FileText(msgspec.Struct, frozen=True):
    """The decoded text of a file."""

    path: str
    """Relative to the docs folder."""
    text: str
    starts: tuple[int, ...]
    """Offset of the first character of every line."""
    encoding: str = "utf-8"
    mark: bytes = b""
    """The byte order mark that the file began with."""

    def offset(self, line: int, column: int) -> int:
        """The offset of a place; one behind the end of the text is the end of the text."""
        if line > len(self.starts):
            return len(self.text)
        return min(self.starts[line - 1] + column - 1, self.line_end(line))

    def line_at(self, offset: int) -> int:
        """The line that holds a character."""
        return bisect.bisect_right(self.starts, offset)

    def line(self, number: int) -> str:
        """A line without its ending; empty outside of the file."""
        if not 1 <= number <= len(self.starts):
            return ""
        return self.text[self.starts[number - 1] : self.line_end(number)]

    def line_end(self, number: int) -> int:
        """The offset of a line's ending."""
        if number >= len(self.starts):
            return len(self.text)
        end = self.starts[number]
        return end - (2 if self.text[end - 2 : end] == "\r\n" else 1)

    def with_text(self, text: str) -> "FileText":
        """The same file with another text."""
        return file_text(self.path, text, self.encoding, self.mark)

    def encoded(self) -> bytes:
        """The bytes of the file."""
        return self.mark + self.text.encode(self.encoding)


def file_text(path: str, text: str, encoding: str = "utf-8", mark: bytes = b"") -> FileText:
    """A text with the places of its lines."""
    starts = (0, *(ending.end() for ending in _LINE_ENDING.finditer(text)))
    return FileText(path, text, starts, encoding, mark)


def read_file_text(root: Path, path: str) -> FileText | None:
    """Decode a file below `root`; None when it cannot be decoded."""
    data = (root / path).read_bytes()
    mark, encoding = next((found for found in _MARKS if data.startswith(found[0])), (b"", "utf-8"))
    try:
        return file_text(path, data[len(mark) :].decode(encoding), encoding, mark)
    except UnicodeDecodeError:
        return None
