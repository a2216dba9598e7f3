"""A table column that some languages have and others lack.

Why: readers of one language miss a fact about every row.
Fix: add it to the pages that lack it, or remove it from the others.
"""

from collections.abc import Iterator

from engine.alignment.table_columns import COLUMN
from engine.checks.compared import lacks
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per column and language, at the header of the table."""
    for found in lacks(docs, COLUMN):
        yield Finding(
            "S006",
            found.span,
            {"having": found.having, "lacking": found.lacking, "there": found.there},
            found.related,
        )
