"""A number in running text that is another in one language than in the others.

Why: readers of one language rely on a wrong number.
Fix: find out which is right and mend the other page.
"""

from collections.abc import Iterator

from engine.alignment.value_differences import NUMBER
from engine.checks.values.telling import differing
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per number and language, where the texts surely correspond; a number in words is none."""
    return differing(docs, NUMBER, "V002", in_table=False)
