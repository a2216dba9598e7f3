"""Something that stands under another heading in one language than in the others.

Why: it is read as a part of what the heading says: a row under "user licences" is a user licence.
Fix: put it under the same heading everywhere.
"""

from collections.abc import Iterator

from engine.alignment import Alignment
from engine.alignment.leaves import Leaf
from engine.alignment.records import NONE, Move
from engine.checks.telling import Difference, difference
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per stretch that has moved, at the languages that are fewer."""
    for comparison in docs.comparisons:
        before = None
        for move in sorted(comparison.alignment.moves, key=lambda move: (move.column, move.other)):
            if before is None or (move.column - before.column, move.other - before.other) not in ((1, 1), (0, 1)):
                found = _difference(comparison.alignment, move)
                yield Finding(
                    "S019",
                    found.span,
                    {"language": found.language, "here": found.here, "other": found.other, "there": found.there},
                    found.related,
                )
            before = move


def _difference(alignment: Alignment, move: Move) -> Difference:
    one, other = alignment.columns[move.column], alignment.columns[move.other]
    few, many = sorted((one, other), key=lambda column: (sum(leaf != NONE for leaf in column), column is one))
    page = next(page for page, leaf in enumerate(few) if leaf != NONE)
    there = next(page for page, leaf in enumerate(many) if leaf != NONE)
    mine, theirs = alignment.pages[page].leaves[few[page]], alignment.pages[there].leaves[many[there]]
    here, their = _heading(alignment, page, mine), _heading(alignment, there, theirs)
    return difference(alignment, (page, mine.span, here), (there, their), [theirs.span])


def _heading(alignment: Alignment, page: int, leaf: Leaf) -> str:
    return alignment.pages[page].leaves[leaf.section].visible if leaf.section != NONE else ""
