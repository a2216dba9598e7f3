"""Cells of a table that have changed places in one language."""

from collections.abc import Iterator, Sequence

import msgspec

from engine.alignment.leaves import HEADER, INCLUDE, ROW, TABLE
from engine.alignment.likeness import of_content
from engine.alignment.records import Alignment
from engine.alignment.traits import Traits
from engine.pages.blocks import Text

_AT_HOME = 0.5
"""From which likeness a cell surely stands where it belongs."""
_BETTER = 4.0
"""How much better two cells must fit in each other's places."""
_MOST_OTHERS = 0.7
"""From how many of the other pages a page must differ in the same way."""
_MOST = 400
"""Rows of a table in which cells are looked for."""


class Swap(msgspec.Struct, frozen=True):
    """Two cells of a page, each of which says what the other page says in the other's place."""

    page: int
    other: int
    first: Text
    second: Text
    there: Text
    """What the other page has in the place of the first."""


class _Cell(msgspec.Struct, frozen=True):
    row: int
    index: int
    mine: Text
    theirs: Text
    own: Traits
    their: Traits
    fit: float


def swapped_cells(alignment: Alignment) -> Iterator[Swap]:
    """The swaps within a row or a column of a table."""
    tables: dict[int, list[int]] = {}
    for number, column in enumerate(alignment.columns):
        for _, leaf in alignment.leaves(number):
            box = leaf.box(TABLE)
            if leaf.kind in (ROW, HEADER) and box is not None and len(column) > 1:
                tables.setdefault(box.number, []).append(number)
            break
    for rows in tables.values():
        if len(rows) <= _MOST:
            yield from _in_table(alignment, rows)


def _in_table(alignment: Alignment, rows: Sequence[int]) -> Iterator[Swap]:
    pages = range(len(alignment.pages))
    found: dict[int, list[tuple[int, Swap]]] = {}
    for page in pages:
        for other in pages:
            if page != other:
                for swap in _between(alignment, rows, page, other):
                    found.setdefault(page, []).append((other, swap))
    # The page from which most others differ is the one where cells have changed places.
    if found:
        seen = {page: {other for other, _ in swaps} for page, swaps in found.items()}
        page = max(found, key=lambda page: (len(seen[page]), page))
        first = found[page][0][0]
        if len(seen[page]) >= (len(pages) - 1) * _MOST_OTHERS:
            yield from (swap for other, swap in found[page] if other == first)


def _between(alignment: Alignment, rows: Sequence[int], page: int, other: int) -> Iterator[Swap]:
    cells = [cell for row in rows for cell in _misfits(alignment, row, page, other)]
    ratio = alignment.ratios[page][other]
    taken: set[tuple[int, int]] = set()
    for i, one in enumerate(cells):
        for two in cells[i + 1 :]:
            if (one.row == two.row) == (one.index == two.index) or taken & {(one.row, one.index), (two.row, two.index)}:
                continue
            crossed = of_content(one.own, two.their, ratio), of_content(two.own, one.their, ratio)
            if min(crossed) > _AT_HOME and sum(crossed) > one.fit + two.fit + _BETTER:
                taken |= {(one.row, one.index), (two.row, two.index)}
                yield Swap(page, other, one.mine, two.mine, one.theirs)


def _misfits(alignment: Alignment, row: int, page: int, other: int) -> Iterator[_Cell]:
    """The cells of a row that do not look like what the other page has in their places."""
    mine, theirs = alignment.leaf(row, page), alignment.leaf(row, other)
    if mine is None or theirs is None or len(mine.texts) != len(theirs.texts):
        return
    if any(box.kind == INCLUDE for box in mine.boxes):
        return
    ratio = alignment.ratios[page][other]
    for index, (one, two) in enumerate(zip(mine.texts, theirs.texts, strict=True)):
        if not one.visible or not two.visible:
            continue
        own = alignment.pages[page].reader.traits_of_text(one)
        their = alignment.pages[other].reader.traits_of_text(two)
        fit = of_content(own, their, ratio)
        if fit < _AT_HOME:
            yield _Cell(row, index, one, two, own, their, fit)
