"""A number whose unit is another in one language than in the others.

Why: the number is right and still a thousand times too large.
Fix: find out which is right and mend the other page.
"""

from collections.abc import Iterator

from engine.alignment.value_differences import UNIT
from engine.checks.compared import differences
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per number and language, where both units are known."""
    for found in differences(docs, UNIT):
        yield Finding(
            "V004",
            found.span,
            {"language": found.language, "here": found.here, "other": found.other, "there": found.there},
            found.related,
        )
