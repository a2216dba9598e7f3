"""Where something stands in a source file."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A stretch of a source file.

    Lines and columns count from 1, columns in characters (Unicode code points) of the decoded
    line without its line ending. `end_column` is the column after the last character, as in the
    regions of SARIF 2.1.0.
    """

    path: str
    """Path of the file, relative to the docs folder, with forward slashes."""
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


def start_of(path: str) -> Span:
    """The empty span at the very start of a file: the place of a finding about the whole file."""
    return Span(path, 1, 1, 1, 1)
