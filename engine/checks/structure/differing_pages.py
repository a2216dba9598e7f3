"""A page that says something else throughout than the same page of the other languages.

Why: a list of all that differs would be long and help nobody: the page was never translated from the other.
Fix: translate the page anew, or make two pages of it.
"""

from collections.abc import Iterator

from engine.alignment.records import NONE
from engine.checks.telling import languages
from engine.findings import Finding
from engine.model.spans import start_of
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per page, instead of one per difference."""
    for comparison in docs.comparisons:
        alignment = comparison.alignment
        for page in comparison.differing:
            others = [other for other in range(len(alignment.pages)) if other != page]
            gaps = sum(NONE in column for column in alignment.columns)
            here, differing = alignment.pages[page].language, languages(alignment, others)
            span = start_of(alignment.pages[page].page.path)
            yield Finding("S001", span, {"here": here, "others": differing, "count": str(gaps)})
