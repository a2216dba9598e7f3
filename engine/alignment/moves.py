"""Leaves that stand under another heading in one language than in the others."""

from collections.abc import Iterator

from engine.alignment.leaves import Leaf
from engine.alignment.records import NONE, Alignment, Move
from engine.alignment.told import Difference, difference

MOVED = "moved"


def moved_leaves(alignment: Alignment) -> Iterator[Difference]:
    """What has moved, stretch by stretch, told of the languages that are fewer: the two headings over it."""
    before = None
    for move in sorted(alignment.moves, key=lambda move: (move.column, move.other)):
        if before is None or (move.column - before.column, move.other - before.other) not in ((1, 1), (0, 1)):
            yield _difference(alignment, move)
        before = move


def _difference(alignment: Alignment, move: Move) -> Difference:
    one, other = alignment.columns[move.column], alignment.columns[move.other]
    few, many = sorted((one, other), key=lambda column: (sum(leaf != NONE for leaf in column), column is one))
    page = next(page for page, leaf in enumerate(few) if leaf != NONE)
    there = next(page for page, leaf in enumerate(many) if leaf != NONE)
    mine, theirs = alignment.pages[page].leaves[few[page]], alignment.pages[there].leaves[many[there]]
    here, their = _heading(alignment, page, mine), _heading(alignment, there, theirs)
    return difference(alignment, MOVED, (page, mine.span, here), (there, their), [theirs.span])


def _heading(alignment: Alignment, page: int, leaf: Leaf) -> str:
    return alignment.pages[page].leaves[leaf.section].visible if leaf.section != NONE else ""
