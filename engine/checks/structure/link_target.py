"""A link that leads to another page in one language than in the others.

Why: readers of one language land on the wrong page, or on none.
Fix: find out which is right and mend the other page.
"""

from collections.abc import Iterator

from engine.alignment.links import LINK
from engine.checks.compared import differences
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per link and language, in texts that correspond.

    Links that leave the pages of their language are not compared, and fragments only where several other languages
    have the same.
    """
    for found in differences(docs, LINK):
        yield Finding(
            "S017",
            found.span,
            {"language": found.language, "here": found.here, "other": found.other, "there": found.there},
            found.related,
        )
