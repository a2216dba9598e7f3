"""A table cell that says that there is no bound, where other languages give one.

Why: readers of one language believe that they may have as many as they like.
Fix: find out which is right and mend the other page.
"""

from collections.abc import Iterator

from engine.alignment.value_differences import UNLIMITED
from engine.checks.compared import differences
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per cell and language."""
    for found in differences(docs, UNLIMITED):
        yield Finding(
            "V005",
            found.span,
            {"language": found.language, "here": found.here, "other": found.other, "there": found.there},
            found.related,
        )
