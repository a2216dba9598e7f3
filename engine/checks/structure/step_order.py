"""Two steps that follow each other in another order than in the other languages.

Why: who follows the steps in that order does not get where they lead, or does harm on the way.
Fix: put the steps in the order in which they are taken.
"""

from collections.abc import Iterator

from engine.alignment.step_order import STEP_ORDER
from engine.checks.compared import differences
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per pair of neighbouring steps, at the one that comes too late."""
    for found in differences(docs, STEP_ORDER):
        yield Finding(
            "S021",
            found.span,
            {"language": found.language, "here": found.here, "other": found.other, "there": found.there},
            found.related,
        )
