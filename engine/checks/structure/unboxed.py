"""A note, tip or warning that stands in a box in some languages and as plain text in others.

Why: readers of one language do not see that they are warned.
Fix: set it in a box everywhere, or nowhere.
"""

from collections.abc import Iterator

from engine.alignment.alerts import UNBOXED
from engine.checks.compared import lacks
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per box and language."""
    for found in lacks(docs, UNBOXED):
        yield Finding(
            "S023",
            found.span,
            {"having": found.having, "lacking": found.lacking, "there": found.there},
            found.related,
        )
