"""Table cells: two of a rule table in each other's place, and whole columns gone."""

from collections.abc import Iterator
from random import Random

from engine.change.mutation.cutting import stands_alone
from engine.change.mutation.edits import Edit
from engine.change.mutation.manuscript import Manuscript, stated_in
from engine.change.mutation.records import Change
from engine.pages.blocks import Row, Table
from engine.pages.content_map import cell_bounds

_FEWEST_COLUMNS = 2


def rule_cells_swapped(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """Two cells of one column, or of one row behind its first cell, stand in each other's place in a table of rules."""
    for table in _tables(manuscript):
        cells = [
            (row, number)
            for row in table.rows
            if stated_in(manuscript, row.span)
            for number, cell in enumerate(row.cells)
            # The first cell says what the others are about, whether it states anything by itself or not.
            if cell.visible and (number == 0 or stated_in(manuscript, cell.span()))
        ]
        for row, number in cells:
            others = [
                (other, index)
                for other, index in cells
                if (index == number or (other is row and 0 not in (index, number)))
                and other.cells[index].visible != row.cells[number].visible
            ]
            if not others:
                continue
            other, index = random.choice(others)
            edits = _swapped(manuscript, (row, number), (other, index))
            if edits and not _same_rows(table, (row, number), (other, index)):
                yield Change(row.cells[number].span(), edits, (other.cells[index].span(),))


def column_dropped(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """A column is gone from a table that has others."""
    for table in _tables(manuscript):
        count = len(table.header.cells)
        if count < _FEWEST_COLUMNS:
            continue
        for number in range(count):
            lines = (table.header.span.line, table.header.span.line + 1, *(row.span.line for row in table.rows))
            edits = [_without_cell(manuscript, line, table.span.column - 1, number) for line in lines]
            spans = [row.cells[number].span() for row in (table.header, *table.rows)]
            yield Change(spans[0], tuple(edit for edit in edits if edit), tuple(spans[1:]))


def _tables(manuscript: Manuscript) -> Iterator[Table]:
    for spot in manuscript.spots:
        if isinstance(spot.thing, Table) and stands_alone(manuscript.file, spot.thing.span):
            yield spot.thing


def _same_rows(table: Table, one: tuple[Row, int], other: tuple[Row, int]) -> bool:
    """Whether the table has the same rows after the swap, only in another order."""
    before = [[cell.visible for cell in row.cells] for row in table.rows]
    after = [list(row) for row in before]
    a, b = (after[table.rows.index(row)] for row in (one[0], other[0]))
    a[one[1]], b[other[1]] = b[other[1]], a[one[1]]
    return sorted(before) == sorted(after)


def _swapped(manuscript: Manuscript, one: tuple[Row, int], other: tuple[Row, int]) -> tuple[Edit, ...]:
    first, second = _cell(manuscript, *one), _cell(manuscript, *other)
    if first is None or second is None:
        return ()
    text = manuscript.file.text
    return Edit(*first, text[slice(*second)]), Edit(*second, text[slice(*first)])


def _cell(manuscript: Manuscript, row: Row, number: int) -> tuple[int, int] | None:
    """The offsets of a cell's content, markup included; None for a cell that the author left out."""
    line = manuscript.file.line(row.span.line)
    found = cell_bounds(line, row.span.column - 1)
    if number >= len(found):
        return None
    begin, end = found[number]
    content = line[begin:end]
    begin += len(content) - len(content.lstrip())
    offset = manuscript.file.offset(row.span.line, 1)
    return offset + begin, offset + begin + len(content.strip())


def _without_cell(manuscript: Manuscript, number: int, column: int, cell: int) -> Edit | None:
    """Cut a cell with the pipe before it, or, of the first, with the one behind."""
    line = manuscript.file.line(number)
    found = cell_bounds(line, column)
    if cell >= len(found):
        return None
    begin, end = found[cell]
    offset = manuscript.file.offset(number, 1)
    if begin > column and line[begin - 1] == "|":
        return Edit(offset + begin - 1, offset + end, "")
    return Edit(offset + begin, offset + min(end + 1, len(line)), "")
