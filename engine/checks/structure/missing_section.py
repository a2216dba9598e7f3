"""A section that some languages have and others lack, with all that stands in it.

Why: readers of one language never learn what the whole section says.
Fix: add it to the pages that lack it, or remove it from the others.
"""

from collections.abc import Iterator

from engine.alignment.leaves import SECTION
from engine.checks.compared import lacks
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per section and language, whatever stood in it."""
    for found in lacks(docs, SECTION):
        yield Finding(
            "S002",
            found.span,
            {"having": found.having, "lacking": found.lacking, "there": found.there},
            found.related,
        )
