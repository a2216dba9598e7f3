"""A table value that is another number in one language than in the others.

Why: readers look up a value, and one of them finds a wrong one.
Fix: find out which is right and mend the other page.
"""

from collections.abc import Iterator

from engine.alignment.value_differences import TABLE_VALUE
from engine.checks.compared import differences
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per cell and language, where the rows correspond and the cells are nothing but a value."""
    for found in differences(docs, TABLE_VALUE):
        yield Finding(
            "V001",
            found.span,
            {"language": found.language, "here": found.here, "other": found.other, "there": found.there},
            found.related,
        )
