"""A table row that some languages have and others lack.

Why: the table is incomplete for readers of one language, and nothing in it says so.
Fix: add it to the pages that lack it, or remove it from the others.
"""

from collections.abc import Iterator

from engine.alignment.leaves import ROW
from engine.checks.compared import lacks
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per stretch of rows and language, at the row before."""
    for found in lacks(docs, ROW):
        yield Finding(
            "S004",
            found.span,
            {"having": found.having, "lacking": found.lacking, "there": found.there},
            found.related,
        )
