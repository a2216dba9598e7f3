"""An interface term in bold that some languages name in a text and others do not.

Why: readers of one language look for the wrong button, or for one too few.
Fix: name it as the interface does, in bold, or remove it from the others.
"""

import functools
import re
from collections.abc import Iterator

from engine.alignment import Alignment, Comparison
from engine.alignment.interface_terms import Emphases, Emphasis, KnownTerms, emphases, folded
from engine.alignment.texts import surely_same
from engine.checks.telling import Lack, lack
from engine.findings import Finding
from engine.pages.blocks import Text
from engine.rules import Docs

_ENDING = 2
_ICON = re.compile(r"<(?:i|img|span|svg|Icon)\b|!\[", re.IGNORECASE)


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per text and language that lacks terms.

    Only texts in bold count whose name in the other language the pages themselves tell: because the two stand for
    each other on several pages.
    """
    found = [(comparison, tuple(emphases(comparison.alignment))) for comparison in docs.comparisons]
    terms = KnownTerms((comparison.alignment, each) for comparison, each in found)
    for comparison, each in found:
        for one in each:
            for lost in _compare(comparison, one, terms):
                yield Finding(
                    "S018",
                    lost.span,
                    {"having": lost.having, "lacking": lost.lacking, "there": lost.there},
                    lost.related,
                )


def _compare(comparison: Comparison, each: Emphases, terms: KnownTerms) -> Iterator[Lack]:
    alignment = comparison.alignment
    counts = {page: len(bold) for page, bold in each.by_page.items()}
    most = max(counts.values())
    having = [page for page, count in counts.items() if count == most]
    lacking = {page: _lost(alignment, each, having, page, terms) for page in counts if page not in having}
    lacking = {page: lost for page, lost in lacking.items() if lost}
    if not lacking:
        return
    if len(having) < len(lacking):
        if len(having) + len(lacking) == len(counts):
            lost = next(iter(lacking.values()))
            yield lack(alignment, lost[0].span, having, list(lacking), _shown(lost), ())
        return
    for page, lost in lacking.items():
        leaf = alignment.leaf(each.column, page)
        if leaf is not None:
            yield lack(alignment, leaf.span, having, [page], _shown(lost), [term.span for term in lost])


def _lost(alignment: Alignment, each: Emphases, having: list[int], page: int, terms: KnownTerms) -> list[Emphasis]:
    """The terms of the first page that has most, which a page names neither in bold nor otherwise."""
    leaf, first = alignment.leaf(each.column, page), having[0]
    there = alignment.leaf(each.column, first)
    if leaf is None or there is None:
        return []
    visible, language = folded(leaf.visible), alignment.pages[page].language
    lost = [
        term
        for term in each.by_page[first]
        if terms.known(alignment.pages[first].language, term.term, language)
        and not any(
            _stem(name) in visible
            for name in (term.term, *terms.names(alignment.pages[first].language, term.term, language))
        )
    ]
    if not lost or not all(map(functools.partial(_same, alignment, first, page), there.texts, leaf.texts)):
        return []
    # A term that is another in this language still has its place in bold, and an icon stands for a term.
    icons = len(_ICON.findall(alignment.quote(leaf.span)))
    return lost[: max(0, len(each.by_page[first]) - len(each.by_page[page]) - icons)]


def _stem(name: str) -> str:
    """A name as it begins when it is inflected, or the first part of a compound."""
    return name[:-_ENDING] if len(name) > 2 * _ENDING + 1 else name


def _same(alignment: Alignment, page: int, other: int, text: Text, there: Text) -> bool:
    return not text.visible or surely_same(alignment, page, text, other, there)


def _shown(lost: list[Emphasis]) -> str:
    return ", ".join(term.visible for term in lost)
