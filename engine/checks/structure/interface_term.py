"""An interface term in bold that some languages name in a text and others do not.

Why: readers of one language look for the wrong button, or for one too few.
Fix: name it as the interface does, in bold, or remove it from the others.
"""

from collections.abc import Iterator

from engine.alignment import Alignment, Comparison
from engine.alignment.interface_terms import Emphases, Emphasis, KnownTerms, emphases, folded
from engine.checks.structure.telling import missing
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per text and language that lacks terms.

    Only texts in bold count whose name in the other language the pages themselves tell: because the two stand for
    each other on several pages.
    """
    found = [(comparison, tuple(emphases(comparison.alignment))) for comparison in docs.comparisons]
    terms = KnownTerms((comparison.alignment, each) for comparison, each in found)
    for comparison, each in found:
        for one in each:
            yield from _compare(comparison, one, terms)


def _compare(comparison: Comparison, each: Emphases, terms: KnownTerms) -> Iterator[Finding]:
    alignment = comparison.alignment
    counts = {page: len(bold) for page, bold in each.by_page.items()}
    most = max(counts.values())
    having = [page for page, count in counts.items() if count == most]
    lacking = {page: _lost(alignment, each, having, page, terms) for page in counts if page not in having}
    lacking = {page: lost for page, lost in lacking.items() if lost}
    if not lacking or comparison.differing:
        return
    if len(having) < len(lacking):
        if len(having) + len(lacking) == len(counts):
            lost = next(iter(lacking.values()))
            yield missing(alignment, "S018", lost[0].span, having, list(lacking), _shown(lost), ())
        return
    for page, lost in lacking.items():
        leaf = alignment.leaf(each.column, page)
        if leaf is not None:
            yield missing(alignment, "S018", leaf.span, having, [page], _shown(lost), [term.span for term in lost])


def _lost(
    alignment: Alignment, each: Emphases, having: list[int], page: int, terms: KnownTerms
) -> list[Emphasis]:
    """The terms of the first page that has most, which a page names neither in bold nor otherwise."""
    leaf = alignment.leaf(each.column, page)
    first, language = having[0], alignment.pages[page].language
    visible = folded(leaf.visible) if leaf else ""
    lost = [
        term
        for term in each.by_page[first]
        if terms.known(alignment.pages[first].language, term.term, language)
        and not any(
            name in visible for name in (term.term, *terms.names(alignment.pages[first].language, term.term, language))
        )
    ]
    # A term that is another in this language still has its place in bold.
    return lost[: len(each.by_page[first]) - len(each.by_page[page])]


def _shown(lost: list[Emphasis]) -> str:
    return ", ".join(term.visible for term in lost)
