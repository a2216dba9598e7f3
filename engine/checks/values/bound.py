"""A number that is a minimum in one language and a maximum, or no bound of that kind, in another.

Why: at least 85% and below 85% are opposites.
Fix: find out which is right and mend the other page.
"""

from collections.abc import Iterator

from engine.alignment.value_differences import BOUND
from engine.checks.compared import differences
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per number and language, where words for a bound stand beside the number in both."""
    for found in differences(docs, BOUND):
        yield Finding(
            "V006",
            found.span,
            {"language": found.language, "here": found.here, "other": found.other, "there": found.there},
            found.related,
        )
