"""A heading that some languages have and others lack, while the text under it is there.

Why: the text stands under a heading that speaks of something else, and links to the heading lead nowhere.
Fix: add it to the pages that lack it, or remove it from the others.
"""

from collections.abc import Iterator

from engine.alignment.leaves import HEADING
from engine.checks.compared import lacks
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per heading and language."""
    for found in lacks(docs, HEADING):
        yield Finding(
            "S003",
            found.span,
            {"having": found.having, "lacking": found.lacking, "there": found.there},
            found.related,
        )
