"""An image that some languages show and others do not.

Why: readers of one language are left without the screenshot or icon that the text speaks of.
Fix: add it to the pages that lack it, or remove it from the others.
"""

from collections.abc import Iterator

from engine.alignment.images import IMAGE
from engine.checks.compared import lacks
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per image and language. Images may bear another name, and stand elsewhere on the page."""
    for found in lacks(docs, IMAGE):
        yield Finding(
            "S013",
            found.span,
            {"having": found.having, "lacking": found.lacking, "there": found.there},
            found.related,
        )
