"""An include that some languages have and others lack, with the text that it stands for.

Why: readers of one language never see the shared text: a warning, a requirement.
Fix: add it to the pages that lack it, or remove it from the others.
"""

from collections.abc import Iterator

from engine.alignment.leaves import INCLUDE
from engine.checks.compared import lacks
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per include and language."""
    for found in lacks(docs, INCLUDE):
        yield Finding(
            "S014",
            found.span,
            {"having": found.having, "lacking": found.lacking, "there": found.there},
            found.related,
        )
