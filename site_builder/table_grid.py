"""Tables whose cells span rows and columns: cells that fit together in one grid, as HTML asks."""

import re

_TABLE = re.compile(r"<table\b[^<>]*>(?:(?!<table\b).)*?</table>", re.DOTALL)
"""A table that holds no other."""
_GROUP = re.compile(r"<(thead|tbody|tfoot)\b[^<>]*>.*?</\1>", re.DOTALL)
_ROW = re.compile(r"(<tr\b[^<>]*>)(.*?)(</tr>)", re.DOTALL)
_CELL = re.compile(r"<t[dh]\b[^<>]*>")
_SPAN = re.compile(r' (row|col)span="(\d{1,4})"')
_HEIGHT = re.compile(r' rowspan="\d+"')
_MOST = 1000
"""Columns; more are no table that anybody reads, and browsers count no further."""


def fitted(html: str) -> str:
    """HTML in which no cell reaches out of its group of rows, and the rows of a table with spans are equally wide.

    Args:
        html: well-formed, as the sanitiser writes it.
    """
    return _TABLE.sub(lambda table: _fitted(table[0]), html) if "span=" in html else html


def _fitted(table: str) -> str:
    if not any(_SPAN.search(cell) for cell in _CELL.findall(table)):
        return table
    widths: list[int] = []
    clipped = _GROUP.sub(lambda group: _clipped(group[0], widths), table)
    widest = max(widths, default=0)
    lacking = iter([widest - width for width in widths])
    return clipped if widest > _MOST else _ROW.sub(lambda row: _filled(row, next(lacking)), clipped)


def _filled(row: re.Match[str], lacking: int) -> str:
    cells = _CELL.findall(row[2])
    if lacking and len(cells) == 1 and ' colspan="' in cells[0]:
        # The title of the table.
        return row[0].replace(cells[0], _SPAN.sub(lambda span: _widened(span, lacking), cells[0]), 1)
    filler = f'<td colspan="{lacking}"></td>' if lacking > 1 else "<td></td>" * lacking
    return f"{row[1]}{row[2]}{filler}{row[3]}"


def _widened(span: re.Match[str], columns: int) -> str:
    return f' colspan="{int(span[2]) + columns}"' if span[1] == "col" else span[0]


def _clipped(group: str, widths: list[int]) -> str:
    """A group of rows with cells that end in it. How wide each row is, is noted."""
    grid = _Grid(len(_ROW.findall(group)))

    def clipped(row: re.Match[str]) -> str:
        grid.begin_row()
        cells = _CELL.sub(lambda cell: grid.placed(cell[0]), row[2])
        widths.append(grid.width)
        return f"{row[1]}{cells}{row[3]}"

    return _ROW.sub(clipped, group)


class _Grid:
    """The places of the cells of a group, each the first that is free in its row."""

    def __init__(self, rows: int) -> None:
        self._left = rows + 1
        self._column = 0
        self._rows_of: list[int] = []
        """Column -> how many rows its cell still takes, this one included."""

    def begin_row(self) -> None:
        self._left -= 1
        self._column = 0
        self._rows_of = [max(0, rows - 1) for rows in self._rows_of]

    def placed(self, cell: str) -> str:
        """The cell as it is written."""
        spans = {name: int(value) for name, value in _SPAN.findall(cell)}
        while self._column < len(self._rows_of) and self._rows_of[self._column]:
            self._column += 1
        # No rows means all that are left.
        rows = min(spans.get("row", 1) or self._left, self._left)
        for _ in range(min(max(1, spans.get("col", 1)), _MOST + 1 - min(self._column, _MOST))):
            if self._column == len(self._rows_of):
                self._rows_of.append(0)
            self._rows_of[self._column] = max(rows, self._rows_of[self._column])
            self._column += 1
        if spans.get("row", 1) <= rows:
            return cell
        return _HEIGHT.sub(f' rowspan="{rows}"' if rows > 1 else "", cell)

    @property
    def width(self) -> int:
        """How many columns are taken in this row."""
        return sum(rows > 0 for rows in self._rows_of)
