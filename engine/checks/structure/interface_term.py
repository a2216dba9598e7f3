"""An interface term in bold that some languages name in a text and others do not.

Why: readers of one language look for the wrong button, or for one too few.
Fix: name it as the interface does, in bold, or remove it from the others.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from engine.alignment.interface_terms import AGREEING, Term, TermGap, TermUses
from engine.checks.compared import comparisons
from engine.findings import Finding
from engine.rules import Docs
from engine.rules.collector import shorten

_TOLD = 2
"""More than so many times must a name be told of: by terms that it stood for, and by languages that have it here."""
_ENDING = 2
"""Letters at the end of a name that inflection and compounds may change."""


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per text and language that lacks terms.

    Only texts in bold count whose name in the other language the pages themselves tell: because the two stand for
    each other on several pages.
    """
    uses = [comparison.terms for comparison in comparisons(docs).values()]
    known = _KnownTerms(uses)
    for each in uses:
        for gap in each.gaps:
            lost = known.lost(gap)
            alone = len(gap.having) < gap.deviating
            lacking = _lacking(each, gap) if alone else (gap.language,)
            # What one language has alone is told once.
            if not lost or (alone and (gap.language != lacking[0] or len(lacking) != gap.deviating)):
                continue
            yield Finding(
                "S018",
                lost[0].place.span if alone else gap.span,
                {
                    "having": ", ".join(gap.having),
                    "lacking": ", ".join(lacking),
                    "there": shorten(", ".join(term.visible for term in lost)),
                },
                () if alone else tuple(term.place for term in lost),
            )


def _lacking(uses: TermUses, gap: TermGap) -> tuple[str, ...]:
    """The languages that lack terms of the same text."""
    return tuple(other.language for other in uses.gaps if other.terms and other.terms == gap.terms)


class _KnownTerms:
    """Which terms of two languages stand for each other, learned from all pages."""

    def __init__(self, uses: Iterable[TermUses]) -> None:
        self._names: dict[tuple[str, str, str], Counter[str]] = {}
        for each in uses:
            for pair in each.pairs:
                self._names.setdefault((pair.language, pair.term, pair.other), Counter())[pair.their] += 1

    def lost(self, gap: TermGap) -> list[Term]:
        """The terms that a text names neither in bold nor otherwise."""
        found = [term for term in gap.terms if self._is_lost(gap, term)]
        # A term that is another in this language still has its place in bold.
        return found[: gap.most]

    def _is_lost(self, gap: TermGap, term: Term) -> bool:
        """Whether enough tells what a term is called, and the text does not call it so."""
        names: Counter[str] = Counter()
        for language, name in term.names.items():
            names.update(self._names.get((language, name, gap.language), Counter()))
        told = max(names.values(), default=0)
        said = (_joined(_stem(name)) in _joined(gap.visible) for name in (*term.names.values(), *names))
        # Where several languages agree that it is a name, a like word without emphasis is none.
        return told + len(term.names) > _TOLD and (len(gap.having) >= AGREEING or not any(said))


def _joined(name: str) -> str:
    """A name without what joins its words."""
    return name.replace(" ", "").replace("-", "")


def _stem(name: str) -> str:
    """A name as it begins when it is inflected, or the first part of a compound."""
    return name[:-_ENDING] if len(name) > 2 * _ENDING + 1 else name
