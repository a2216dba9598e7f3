"""From an offset in the content that inline rules see, back to line and column of the file."""

import bisect
from typing import NamedTuple

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.token import Token

from engine.model.spans import Span
from engine.pages.blocks import Piece
from engine.pages.source import Source
from engine.pages.tracking import COLUMN, CUT, LINE, PLACE, RAW, TAIL


class _Run(NamedTuple):
    """Content from `offset` on stands at `line`, `column`, character by character."""

    offset: int
    line: int
    column: int
    width: int = 0
    """When not 0: one character of content that is written with `width` characters (an escaped pipe)."""


class ContentMap:
    """The map of one `inline` token."""

    def __init__(self, source: Source, runs: list[_Run], length: int) -> None:
        self._source = source
        self._runs = runs
        self._length = length
        only = runs[0] if len(runs) == 1 else None
        self._simple = only if only is not None and only.offset == 0 and only.width == 0 else None
        """The only run, when the content stands on one line as it is: most does."""

    def pieces(self, offset: int, text: str, start: int) -> list[Piece]:
        """The pieces of a stretch of content that is visible as it stands.

        Args:
            offset: where the stretch begins in the content.
            text: the visible text of it, one character for each character of content.
            start: where it begins in the visible text.
        """
        if self._simple is not None and text:
            _, line, column, _ = self._simple
            return self._compared(line, column + offset, text, start)
        result: list[Piece] = []
        index = self._index(offset)
        done = 0
        while done < len(text):
            run = self._runs[index]
            index += 1
            behind = self._runs[index].offset if index < len(self._runs) else offset + len(text)
            count = min(behind - offset, len(text)) - done
            if count <= 0:
                continue
            if run.width:
                result.append(Piece(start + done, self._source.path, run.line, run.column, run.width))
            else:
                column = run.column + offset + done - run.offset
                result += self._compared(run.line, column, text[done : done + count], start + done)
            done += count
        return result

    def atomic(self, offset: int, end: int, start: int) -> Piece:
        """The piece for visible text that stands for other source text, `content[offset:end]`."""
        line, column = self.place(offset)
        end_line, end_column = self.place_behind(end)
        width = end_column - column if end_line == line else len(self._line(line)) + 1 - column
        return Piece(start, self._source.path, line, column, max(1, width))

    def span(self, offset: int = 0, end: int | None = None) -> Span:
        """The source span of `content[offset:end]`."""
        end = self._length if end is None else end
        if self._simple is not None:
            _, line, column, _ = self._simple
            return Span(self._source.path, line, column + offset, line, column + max(offset, end))
        line, column = self.place(offset)
        end_line, end_column = self.place_behind(end) if end > offset else (line, column)
        return Span(self._source.path, line, column, end_line, end_column)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of the character at `offset`, or of the end of the content."""
        run = self._runs[self._index(offset)]
        if run.width:
            return run.line, run.column + (run.width if offset > run.offset else 0)
        return run.line, run.column + offset - run.offset

    def place_behind(self, end: int) -> tuple[int, int]:
        """Line and column behind the character before `end`."""
        run = self._runs[self._index(max(0, end - 1))]
        return run.line, run.column + (run.width or end - run.offset)

    def _index(self, offset: int) -> int:
        if len(self._runs) == 1:
            return 0
        return max(0, bisect.bisect_right(self._runs, offset, key=lambda run: run.offset) - 1)

    def _line(self, line: int) -> str:
        return self._source.lines[line - 1]

    def _compared(self, line: int, column: int, text: str, start: int) -> list[Piece]:
        """One piece when the source reads the same; else every differing character as an atomic piece.

        They differ where CommonMark replaces NUL (2.3) and where a tab is expanded in part (2.2).
        """
        path = self._source.path
        written = self._line(line)[column - 1 : column - 1 + len(text)]
        if written == text:
            return [Piece(start, path, line, column)]
        result: list[Piece] = []
        run_on = False
        for index, character in enumerate(text):
            same = index < len(written) and written[index] == character
            if not (same and run_on):
                result.append(Piece(start + index, path, line, column + index, 0 if same else 1))
            run_on = same
        return result


def block_map(source: Source, token: Token, first: int) -> ContentMap:
    """The map of a paragraph, heading or title.

    Args:
        source: the file.
        token: its `inline` token, as `tracking` made it.
        first: how many lines of the file stand before the text that was parsed.
    """
    line = first + token.meta[LINE]
    if PLACE in token.meta:
        line, column = token.meta[PLACE]
        return ContentMap(source, [_Run(0, first + line + 1, column + 1)], len(token.content))
    if RAW not in token.meta:
        return _atx_map(source, token, line)
    raw: str = token.meta[RAW]
    cut = len(raw) - len(raw.lstrip(MD_TRIM_CHARS)) + token.meta.get(CUT, 0)
    if "\n" not in raw:
        column = len(source.lines[line]) - token.meta.get(TAIL, 0) - len(raw) + 1
        if column > 0:
            return ContentMap(source, [_Run(0, line + 1, column + cut)], len(token.content))
    runs: list[_Run] = []
    offset = -cut
    lines = raw.split("\n")
    for index, text in enumerate(lines):
        if offset + len(text) >= 0 and offset <= len(token.content):
            # Lines lose only their front (indent and markers): they are aligned at their ends.
            tail = token.meta.get(TAIL, 0) if index == len(lines) - 1 else 0
            column = len(source.lines[line + index]) - tail - len(text) + 1
            # A tab that is expanded in part may make the text longer than its line: it stands for the surplus too.
            surplus = max(0, 1 - column)
            runs += [_Run(offset + i, line + index + 1, 1, 1) for i in range(surplus) if offset + i >= 0]
            column += surplus
            begin = offset + surplus
            ahead = max(0, -begin)
            runs.append(_Run(begin + ahead, line + index + 1, column + ahead))
        offset += len(text) + 1
    return ContentMap(source, runs or [_Run(0, line + 1, 1)], len(token.content))


def _atx_map(source: Source, token: Token, line: int) -> ContentMap:
    text = source.lines[line]
    start = token.meta[COLUMN]
    while start < len(text) and text[start] == "#":
        start += 1
    while start < len(text) and text[start] in MD_TRIM_CHARS:
        start += 1
    return ContentMap(source, [_Run(0, line + 1, start + 1 + token.meta.get(CUT, 0))], len(token.content))


def row_maps(source: Source, line: int, column: int) -> list[ContentMap]:
    """The maps of the cells of a table row, in order, by the splitting rule of GFM tables.

    Args:
        source: the file.
        line: index of the row's line in the file.
        column: how many characters stand before the row on its line.
    """
    return [_cell_map(source, line, begin, end) for begin, end in cell_bounds(source.lines[line], column)]


def cell_bounds(row: str, column: int) -> list[tuple[int, int]]:
    """Where the cells of a table row stand on its line, padding included, as (index, index behind).

    Args:
        row: the line.
        column: how many characters stand before the row on it.
    """
    text = row.rstrip(MD_TRIM_CHARS)
    start = column
    while start < len(text) and text[start] in MD_TRIM_CHARS:
        start += 1
    bounds: list[tuple[int, int]] = []
    begin = position = start
    while (position := text.find("|", position)) >= 0:
        # As in GFM, a backslash escapes a pipe even when another one stands before it.
        if position == start or text[position - 1] != "\\":
            bounds.append((begin, position))
            begin = position + 1
        position += 1
    bounds.append((begin, len(text)))
    # The empty cells outside of the outer pipes are no cells.
    if bounds[0][0] == bounds[0][1]:
        bounds.pop(0)
    if bounds and bounds[-1][0] == bounds[-1][1]:
        bounds.pop()
    return bounds


def empty_map(source: Source, line: int) -> ContentMap:
    """The map of a cell that the author left out: the end of its row."""
    return ContentMap(source, [_Run(0, line + 1, len(source.lines[line]) + 1)], 0)


def _cell_map(source: Source, line: int, begin: int, end: int) -> ContentMap:
    text = source.lines[line]
    while begin < end and text[begin] in MD_TRIM_CHARS:
        begin += 1
    while end > begin and text[end - 1] in MD_TRIM_CHARS:
        end -= 1
    runs = [_Run(0, line + 1, begin + 1)]
    offset, position = 0, begin
    while (pipe := text.find("\\|", position, end)) >= 0:
        offset += pipe - position
        runs.append(_Run(offset, line + 1, pipe + 1, 2))
        offset, position = offset + 1, pipe + 2
        runs.append(_Run(offset, line + 1, position + 1))
    return ContentMap(source, runs, offset + end - position)
