"""A tab that some languages have and others lack.

Why: readers of one language miss an alternative.
Fix: add it to the pages that lack it, or remove it from the others.
"""

from collections.abc import Iterator

from engine.alignment.leaves import TAB
from engine.checks.structure.telling import lost
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per tab and language."""
    return lost(docs, TAB, "S015")
