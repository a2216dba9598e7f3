"""A note, tip or warning that some languages have and others lack, with its text.

Why: readers of one language are not warned.
Fix: add it to the pages that lack it, or remove it from the others.
"""

from collections.abc import Iterator

from engine.alignment.leaves import ALERT
from engine.checks.compared import lacks
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per box and language whose text is lost."""
    for found in lacks(docs, ALERT):
        yield Finding(
            "S011",
            found.span,
            {"having": found.having, "lacking": found.lacking, "there": found.there},
            found.related,
        )
