"""A numbered step that some languages have and others lack.

Why: who follows the steps does not get where they lead.
Fix: add it to the pages that lack it, or remove it from the others.
"""

from collections.abc import Iterator

from engine.alignment.leaves import STEP
from engine.checks.compared import lacks
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per stretch of steps and language, at the step before."""
    for found in lacks(docs, STEP):
        yield Finding(
            "S008",
            found.span,
            {"having": found.having, "lacking": found.lacking, "there": found.there},
            found.related,
        )
