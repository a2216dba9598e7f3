"""A list item that some languages have and others lack.

Why: the list is incomplete for readers of one language, and nothing in it says so.
Fix: add it to the pages that lack it, or remove it from the others.
"""

from collections.abc import Iterator

from engine.alignment.leaves import ITEM
from engine.checks.compared import lacks
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per stretch of items and language, at the item before."""
    for found in lacks(docs, ITEM):
        yield Finding(
            "S007",
            found.span,
            {"having": found.having, "lacking": found.lacking, "there": found.there},
            found.related,
        )
