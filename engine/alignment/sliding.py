"""A gap that may as well begin a little earlier or later begins where a section, a tab or an item does."""

from collections.abc import Callable, Sequence

from engine.alignment.leaves import ALERT, HEADING, INCLUDE, ITEM, STEP, TAB, TABLE, Leaf
from engine.alignment.records import NONE, AlignedPage

_BEGINS = (HEADING, TAB, STEP, ITEM)
"""Kinds with which a whole begins."""
_BOXES = (ALERT, INCLUDE, TABLE)
_AS_WELL = 0.7
"""How much likeness a whole is worth."""

Fit = Callable[[int, int, int], float]
"""(column, page, leaf) -> how well the leaf fits what the other pages have in the column."""


def slide_gaps(pages: Sequence[AlignedPage], columns: list[list[int]], fit: Fit) -> None:
    """Move gaps of each page by one leaf where they then begin with the beginning of a whole."""
    for page in range(len(pages)):
        begin = 0
        for end in range(1, len(columns) + 1):
            if end < len(columns) and (columns[end][page] == NONE) == (columns[begin][page] == NONE):
                continue
            if columns[begin][page] == NONE and not _begins(pages, columns[begin]):
                # The gap is `begin` to `end`: one leaf further down, or one up.
                if end < len(columns) and end > begin + 1 and _begins(pages, columns[begin + 1]):
                    _move(columns, page, end, begin, fit)
                elif begin and _begins(pages, columns[begin - 1]):
                    _move(columns, page, begin - 1, end - 1, fit)
            begin = end


def _begins(pages: Sequence[AlignedPage], column: list[int]) -> bool:
    return any(leaf != NONE and _is_first(pages[page].leaves, leaf) for page, leaf in enumerate(column))


def _is_first(leaves: Sequence[Leaf], number: int) -> bool:
    """Whether a leaf begins a section, a tab, an item or a box."""
    before = {box.number for box in leaves[number - 1].boxes} if number else set()
    entered = (box.kind for box in leaves[number].boxes if box.number not in before)
    return leaves[number].kind in _BEGINS or any(kind in _BOXES for kind in entered)


def _move(columns: list[list[int]], page: int, here: int, there: int, fit: Fit) -> None:
    """Let a leaf stand in another column, if it fits there nearly as well."""
    leaf = columns[here][page]
    if fit(there, page, leaf) > fit(here, page, leaf) - _AS_WELL:
        columns[here][page], columns[there][page] = NONE, leaf
