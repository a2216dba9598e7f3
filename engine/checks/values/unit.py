"""A number whose unit is another in one language than in the others.

Why: the number is right and still a thousand times too large.
Fix: find out which is right and mend the other page.
"""

from collections.abc import Iterator

from engine.alignment.value_differences import UNIT
from engine.checks.values.telling import differing
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per number and language, where both units are known."""
    return differing(docs, UNIT, "V004")
