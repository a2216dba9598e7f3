"""Cells of a table that have changed places in one language."""

import math
from collections.abc import Iterator, Sequence

import msgspec

from engine.alignment.leaves import INCLUDE, ROW, TABLE
from engine.alignment.likeness import of_anchors, of_content, of_letters
from engine.alignment.records import Alignment
from engine.alignment.told import Difference, difference
from engine.alignment.traits import Traits
from engine.pages.blocks import Text

SWAPPED = "swapped"

_AT_HOME = -0.5
"""From which likeness a cell may stand where it belongs."""
_MISFIT = 1.0
"""Below which likeness it may stand where another belongs."""
_BETTER_IN_ROW = 5.0
_BETTER = 2.0
"""How much better two cells must fit in each other's places."""
_MOST = 400
"""Rows of a table in which cells are looked for."""


class _Cell(msgspec.Struct, frozen=True):
    """A cell that does not look like what the other pages have in its place."""

    row: int
    index: int
    text: Text
    own: Traits
    theirs: dict[int, Traits]
    """Other page -> the cell in its place."""
    there: dict[int, Text]


def swapped_cells(alignment: Alignment) -> Iterator[Difference]:
    """The swaps within a row or a column of a table, each told of one page."""
    tables: dict[tuple[int, int], list[int]] = {}
    for number in range(len(alignment.columns)):
        page, leaf = next(alignment.leaves(number))
        box = leaf.box(TABLE)
        if leaf.kind == ROW and box is not None:
            tables.setdefault((page, box.number), []).append(number)
    for rows in tables.values():
        if len(rows) <= _MOST:
            yield from _in_table(alignment, rows)


def _in_table(alignment: Alignment, rows: Sequence[int]) -> Iterator[Difference]:
    """The swaps of the page that gains most by undoing them."""
    best: tuple[float, list[Difference]] = (0.0, [])
    for page in range(len(alignment.pages)):
        found = list(_of_page(alignment, rows, page))
        gain = sum(gain for gain, _ in found)
        if gain > best[0]:
            best = gain, [swap for _, swap in found]
    yield from best[1]


def _of_page(alignment: Alignment, rows: Sequence[int], page: int) -> Iterator[tuple[float, Difference]]:
    cells = [cell for row in rows for cell in _misfits(alignment, row, page)]
    misfits = {(cell.row, cell.index) for cell in cells}
    taken: set[tuple[int, int]] = set()
    for i, one in enumerate(cells):
        for two in cells[i + 1 :]:
            places = {(one.row, one.index), (two.row, two.index)}
            if (one.row == two.row) == (one.index == two.index) or taken & places:
                continue
            if one.row != two.row and not _rest_fits(alignment, page, one, two, misfits):
                continue
            gain = _gain(alignment, page, one, two)
            if gain > 0:
                taken |= places
                other = min(one.there)
                here = (page, one.text.span(), one.text.visible)
                spans = [two.text.span(), one.there[other].span()]
                yield gain, difference(alignment, SWAPPED, here, (other, one.there[other].visible), spans)


def _rest_fits(alignment: Alignment, page: int, one: _Cell, two: _Cell, misfits: set[tuple[int, int]]) -> bool:
    """Whether another cell stands where it belongs in both rows: otherwise the rows have changed places."""
    rows = alignment.leaf(one.row, page), alignment.leaf(two.row, page)
    return any(
        index != one.index
        and cells[0].visible
        and cells[1].visible
        and not {(one.row, index), (two.row, index)} & misfits
        for index, cells in enumerate(zip(*(row.texts for row in rows if row is not None), strict=False))
    )


def _gain(alignment: Alignment, page: int, one: _Cell, two: _Cell) -> float:
    """How much better two cells fit in each other's places, above what chance may give; 0 when they do not."""
    crossed = _fit(alignment, page, one.own, two.theirs), _fit(alignment, page, two.own, one.theirs)
    gain = sum(crossed) - _fit(alignment, page, one.own, one.theirs) - _fit(alignment, page, two.own, two.theirs)
    if min(crossed) < _AT_HOME:
        return 0.0
    if one.row == two.row:
        return max(0.0, gain - _BETTER_IN_ROW)
    # Cells of a column are alike in length: what they say must tell them apart. And the further they are apart, the
    # more of them there are to choose from.
    said = (
        _said(one.own, two.theirs)
        + _said(two.own, one.theirs)
        - _said(one.own, one.theirs)
        - _said(two.own, two.theirs)
    )
    return max(0.0, min(gain, said) - _BETTER - math.log(abs(one.row - two.row)))


def _fit(alignment: Alignment, page: int, own: Traits, theirs: dict[int, Traits]) -> float:
    """How well a cell fits a place, by what the other pages have in it, on average."""
    ratios = alignment.ratios[page]
    return sum(of_content(own, other, ratios[number]) for number, other in theirs.items()) / len(theirs)


def _said(own: Traits, theirs: dict[int, Traits]) -> float:
    """The same, by letters and anchors alone."""
    said = (of_letters(own.grams, other.grams) + of_anchors(own.anchors, other.anchors) for other in theirs.values())
    return sum(said) / len(theirs)


def _misfits(alignment: Alignment, row: int, page: int) -> Iterator[_Cell]:
    """The cells of a row of a page that do not look like what the other pages have in their places."""
    members = dict(alignment.leaves(row))
    if page not in members or any(box.kind == INCLUDE for leaf in members.values() for box in leaf.boxes):
        return
    mine = members.pop(page)
    others = {other: leaf for other, leaf in members.items() if len(leaf.texts) == len(mine.texts)}
    for index, text in enumerate(mine.texts):
        there = {other: leaf.texts[index] for other, leaf in others.items() if leaf.texts[index].visible}
        if not text.visible or not there:
            continue
        own = alignment.pages[page].reader.whole_text(text)
        theirs = {other: alignment.pages[other].reader.whole_text(cell) for other, cell in there.items()}
        if _fit(alignment, page, own, theirs) < _MISFIT:
            yield _Cell(row, index, text, own, theirs, there)
