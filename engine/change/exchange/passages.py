"""The texts of a file as they are written: where each begins and ends, and what stands before its lines.

A passage is what a translator changes: the inline Markdown of a paragraph, heading, cell or title. What makes it one
(list markers, `>`, pipes, indentation, line endings) lies outside and stays.
"""

import bisect
import functools
import re
from collections.abc import Iterator, Sequence

import msgspec
from markdown_it.token import Token

from engine.pages import markdown
from engine.pages.content_map import ContentMap, block_map, row_maps
from engine.pages.front_matter import read_front_matter
from engine.pages.source import Source
from engine.pages.tracking import COLUMN, LINE, RAW

_LINE_ENDING = re.compile(r"\r\n?|\n")
_MARKER = re.compile(r"[^\s>]")


class Passage(msgspec.Struct, frozen=True):
    """One text of a file."""

    first: tuple[int, int]
    """Line and column of its first character, from 1."""
    last: tuple[int, int]
    """Those behind its last character."""
    written: str
    """The source text, its lines joined by a line feed, pipes of a cell without their backslash."""
    is_cell: bool
    breaks: tuple[str, ...]
    """What stands in the source between its lines: line endings with what precedes the text of the next line."""
    next_break: str
    """What would stand before one line more; empty where the text must stay on one line."""

    def source(self, text: str) -> str | None:
        """Another text for the passage, as it must be written in the file; None where it cannot be."""
        lines = text.split("\n")
        if len(lines) > 1 and not self.next_break:
            return None
        if text != self.written and any(not line.strip() for line in lines):
            return None
        if self.is_cell:
            return text.replace("|", "\\|")
        breaks = (*self.breaks, *[self.next_break] * len(lines))
        return lines[0] + "".join(f"{before}{line}" for before, line in zip(breaks, lines[1:], strict=False))


class Passages:
    """The passages of one file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._starts = (0, *(ending.end() for ending in _LINE_ENDING.finditer(source.text)))
        self.all = sorted(_passages(source), key=lambda passage: passage.first)
        self._firsts = [passage.first for passage in self.all]

    def at(self, line: int, column: int) -> Passage | None:
        """The passage that holds a place; None where there is none that can be edited."""
        index = bisect.bisect_right(self._firsts, (line, column)) - 1
        found = self.all[index] if index >= 0 else None
        return found if found is not None and (line, column) <= found.last else None

    def offsets(self, passage: Passage) -> tuple[int, int]:
        """Where the passage begins and ends in the text of the file."""
        (line, column), (end_line, end_column) = passage.first, passage.last
        return self._starts[line - 1] + column - 1, self._starts[end_line - 1] + end_column - 1

    def line_start(self, line: int) -> int:
        """The offset of a line's first character; of the line behind the last the end of the text."""
        return self._starts[line - 1] if line <= len(self._starts) else len(self.source.text)


@functools.lru_cache(maxsize=16)
def passages_of(source: Source) -> Passages:
    """The passages of a file; those of the last few files are kept."""
    return Passages(source)


def _passages(source: Source) -> Iterator[Passage]:
    first = read_front_matter(source).body_line - 1
    tokens = markdown.parse("\n".join(source.lines[first:]), mdx=markdown.is_mdx(source.path))
    row: list[Token] = []
    for token, before in zip(tokens, [None, *tokens], strict=False):
        if token.type == "tr_open":
            row = []
        elif token.type == "inline" and before is not None and before.type in ("td_open", "th_open"):
            row.append(token)
        elif token.type == "tr_close":
            yield from _cells(source, row, first)
        elif token.type == "inline":
            passage = _passage(source, block_map(source, token, first), token)
            if passage is not None:
                yield passage


def _cells(source: Source, row: Sequence[Token], first: int) -> Iterator[Passage]:
    if row:
        maps = row_maps(source, first + row[0].meta[LINE], row[0].meta[COLUMN])
        for cell, content_map in zip(row, maps, strict=False):
            passage = _passage(source, content_map, cell, is_cell=True)
            if passage is not None:
                yield passage


def _passage(source: Source, content_map: ContentMap, token: Token, *, is_cell: bool = False) -> Passage | None:
    """The passage of a token; None where its text does not stand in the file as it is read."""
    lines = token.content.split("\n")
    places: list[tuple[int, int]] = []
    offset = 0
    for line in lines:
        places.append(content_map.place(offset))
        offset += len(line) + 1
    last = content_map.place_behind(len(token.content)) if token.content else places[0]
    if is_cell:
        written = _between(source, places[0], last)
        if written.replace("\\|", "|") != token.content:
            return None
        return Passage(places[0], last, token.content, True, (), "")
    for (number, column), line in zip(places, lines, strict=True):
        if not source.lines[number - 1].startswith(line, column - 1):
            return None
    if [number for number, _ in places] != list(range(places[0][0], places[0][0] + len(places))):
        return None
    breaks = tuple(
        _break(source, (number, column + len(line)), following)
        for (number, column), line, following in zip(places, lines, places[1:], strict=False)
    )
    # Only paragraphs may have more lines; the title of a component stands in an attribute.
    next_break = (breaks[-1] if breaks else _new_break(source, places[0])) if RAW in token.meta else ""
    return Passage(places[0], last, token.content, False, breaks, next_break)


def _between(source: Source, first: tuple[int, int], last: tuple[int, int]) -> str:
    return source.lines[first[0] - 1][first[1] - 1 : last[1] - 1] if first[0] == last[0] else ""


def _break(source: Source, end: tuple[int, int], begin: tuple[int, int]) -> str:
    """The source text from behind one line of a passage to the next."""
    return source.lines[end[0] - 1][end[1] - 1 :] + _ending(source, end[0]) + source.lines[begin[0] - 1][: begin[1] - 1]


def _new_break(source: Source, first: tuple[int, int]) -> str:
    """A line ending and what keeps the next line in the same boxes: `>` stays, markers become spaces."""
    before = source.lines[first[0] - 1][: first[1] - 1]
    return (_ending(source, first[0]) or "\n") + _MARKER.sub(" ", before)


def _ending(source: Source, line: int) -> str:
    """The line ending of a line; that of the first line where the last has none."""
    endings = _endings(source)
    return endings[line - 1] if line <= len(endings) else (endings[0] if endings else "")


@functools.lru_cache(maxsize=16)
def _endings(source: Source) -> tuple[str, ...]:
    return tuple(_LINE_ENDING.findall(source.text))
