"""A table that some languages have and others lack.

Why: readers of one language have none of the facts in it.
Fix: add it to the pages that lack it, or remove it from the others.
"""

from collections.abc import Iterator

from engine.alignment.leaves import TABLE
from engine.checks.compared import lacks
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per table and language."""
    for found in lacks(docs, TABLE):
        yield Finding(
            "S005",
            found.span,
            {"having": found.having, "lacking": found.lacking, "there": found.there},
            found.related,
        )
