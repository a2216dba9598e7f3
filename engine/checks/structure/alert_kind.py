"""A box that is a note in one language and a warning in another.

Why: readers of one language take a danger for a remark, or a remark for a danger.
Fix: find out how grave it is, and give it that kind everywhere.
"""

from collections.abc import Iterator

from engine.alignment.alerts import ALERT_KIND
from engine.checks.compared import differences
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per box and language that deviates from the kind that most languages have."""
    for found in differences(docs, ALERT_KIND):
        yield Finding(
            "S012",
            found.span,
            {"language": found.language, "here": found.here, "other": found.other, "there": found.there},
            found.related,
        )
