"""A number in running text that is another in one language than in the others.

Why: readers of one language rely on a wrong number.
Fix: find out which is right and mend the other page.
"""

from collections.abc import Iterator

from engine.alignment.value_differences import NUMBER
from engine.checks.compared import differences
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per number and language, where the texts surely correspond; a number in words is none."""
    for found in differences(docs, NUMBER):
        yield Finding(
            "V002",
            found.span,
            {"language": found.language, "here": found.here, "other": found.other, "there": found.there},
            found.related,
        )
