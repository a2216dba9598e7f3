"""A date that is another in one language than in the others.

Why: readers of one language come too late.
Fix: find out which is right and mend the other page.
"""

from collections.abc import Iterator

from engine.alignment.value_differences import DATE
from engine.checks.compared import differences
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per date and language; order and notation do not matter."""
    for found in differences(docs, DATE):
        yield Finding(
            "V003",
            found.span,
            {"language": found.language, "here": found.here, "other": found.other, "there": found.there},
            found.related,
        )
