"""Something that stands under another heading in one language than in the others.

Why: it is read as a part of what the heading says: a row under "user licences" is a user licence.
Fix: put it under the same heading everywhere.
"""

from collections.abc import Iterator

from engine.alignment.moves import MOVED
from engine.checks.compared import differences
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per stretch that has moved, at the languages that are fewer."""
    for found in differences(docs, MOVED):
        yield Finding(
            "S019",
            found.span,
            {"language": found.language, "here": found.here, "other": found.other, "there": found.there},
            found.related,
        )
