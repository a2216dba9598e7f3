"""A code block that some languages have and others lack.

Why: readers of one language have nothing to copy.
Fix: add it to the pages that lack it, or remove it from the others.
"""

from collections.abc import Iterator

from engine.alignment.leaves import CODE
from engine.checks.structure.telling import lost
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per code block and language."""
    return lost(docs, CODE, "S016")
