"""A paragraph that some languages have and others lack.

Why: readers of one language are told less.
Fix: add it to the pages that lack it, or remove it from the others.
"""

from collections.abc import Iterator

from engine.alignment.leaves import PARAGRAPH
from engine.checks.compared import lacks
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per stretch of paragraphs and language, at what stands before."""
    for found in lacks(docs, PARAGRAPH):
        yield Finding(
            "S009",
            found.span,
            {"having": found.having, "lacking": found.lacking, "there": found.there},
            found.related,
        )
