"""A table value that is another number in one language than in the others.

Why: readers look up a value, and one of them finds a wrong one.
Fix: find out which is right and mend the other page.
"""

from collections.abc import Iterator

from engine.alignment.value_differences import NUMBER
from engine.checks.values.telling import differing
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per cell and language, where the rows correspond and the cells are nothing but a value."""
    return differing(docs, NUMBER, "V001", in_table=True)
