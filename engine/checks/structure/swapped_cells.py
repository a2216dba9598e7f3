"""Two cells of a table that have changed places in one language.

Why: the row reads as if it were right, and gives one thing what belongs to another.
Fix: put the cells where they belong.
"""

from collections.abc import Iterator

from engine.alignment.swapped import SWAPPED
from engine.checks.compared import differences
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per pair of cells of a row or a column, at the first of them."""
    for found in differences(docs, SWAPPED):
        yield Finding(
            "S020",
            found.span,
            {"language": found.language, "here": found.here, "other": found.other, "there": found.there},
            found.related,
        )
