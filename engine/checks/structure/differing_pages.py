"""A page that says something else throughout than the same page of the other languages.

Why: a list of all that differs would be long and help nobody: the page was never translated from the other.
Fix: translate the page anew, or make two pages of it.
"""

from collections.abc import Iterator

from engine.checks.compared import comparisons
from engine.findings import Finding
from engine.model.spans import start_of
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per page, instead of one per difference."""
    for comparison in comparisons(docs).values():
        for page in comparison.others:
            yield Finding(
                "S001",
                start_of(page.path),
                {"here": page.language, "others": ", ".join(page.others), "count": str(page.parts)},
            )
