"""Two cells of a table that have changed places in one language.

Why: the row reads as if it were right, and gives one thing what belongs to another.
Fix: put the cells where they belong.
"""

from collections.abc import Iterator

from engine.checks.structure.telling import quoted
from engine.findings import Finding
from engine.rules import Docs
from engine.rules.collector import shorten


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per pair of cells of a row or a column, at the first of them."""
    for comparison in docs.comparisons:
        alignment = comparison.alignment
        for swap in comparison.swaps:
            arguments = {
                "language": alignment.pages[swap.page].language,
                "here": shorten(swap.first.visible),
                "other": alignment.pages[swap.other].language,
                "there": shorten(swap.there.visible),
            }
            yield Finding(
                "S020", swap.first.span(), arguments, quoted(alignment, [swap.second.span(), swap.there.span()])
            )
