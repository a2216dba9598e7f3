"""The same page in several languages, compared once for all checks."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

import msgspec

from engine.alignment import AlignablePage, Comparison, Lack, TextGroup, compare, page_groups, proven
from engine.checks.per_group import per_group
from engine.findings import Related
from engine.model.spans import Span
from engine.rules import Docs
from engine.rules.collector import shorten

_SHARED, _PROVEN = "comparisons", "proven"
_ALL = ""
"""The one group of what rests on every page."""


class ToldLack(NamedTuple):
    """Something that some languages have and others lack, in the words of a finding."""

    span: Span
    having: str
    lacking: str
    there: str
    related: tuple[Related, ...]


class Proven(msgspec.Struct, frozen=True):
    """What the pages of a whole tree lack, by name of the page, where the words of the tree changed anything."""

    lacks: dict[str, tuple[Lack, ...]]


class ToldDifference(NamedTuple):
    """Something that two languages say differently, in the words of a finding."""

    span: Span
    language: str
    here: str
    other: str
    there: str
    related: tuple[Related, ...]


def comparisons(docs: Docs) -> Mapping[str, Comparison]:
    """Page or included file, below the folder of its language -> what its languages say differently and seem to lack.

    What they lack for certain is known only when all texts of the tree are: `lacks` and `doubtful_lacks` tell it.
    """
    if _SHARED not in docs.shared:
        groups = {group.name: group for group in page_groups(docs.tree.pages)}

        def compared(name: str) -> Comparison:
            pages = groups[name].pages
            return compare([AlignablePage(page, docs.grammars[page.language]) for page in pages], docs.tree.quote)

        files = {name: group.files for name, group in groups.items()}
        docs.shared[_SHARED] = per_group(docs, Comparison, files, compared)
    return cast(Mapping[str, Comparison], docs.shared[_SHARED])


def _proven_lacks(docs: Docs) -> tuple[Lack, ...]:
    """What the languages of all pages lack, without what the words of the tree disprove."""
    if _PROVEN not in docs.shared:
        found = comparisons(docs)
        sayings = {name: (TextGroup(each.languages, each.texts), each.lacks) for name, each in found.items()}
        paths = sorted(page.path for page in docs.tree.pages)
        changed = per_group(docs, Proven, {_ALL: paths}, lambda _: Proven(proven(sayings)))[_ALL].lacks
        docs.shared[_PROVEN] = tuple(lack for name, each in found.items() for lack in changed.get(name, each.lacks))
    return cast(tuple[Lack, ...], docs.shared[_PROVEN])


def lacks(docs: Docs, kind: str) -> Iterator[ToldLack]:
    """Every lack of a kind that nothing speaks against."""
    return (_told(found) for found in _proven_lacks(docs) if found.sure and found.kind == kind)


def doubtful_lacks(docs: Docs) -> Iterator[ToldLack]:
    """Every lack, of whatever kind, of what may be said in other words."""
    return (_told(found) for found in _proven_lacks(docs) if not found.sure)


def _told(found: Lack) -> ToldLack:
    having, lacking = ", ".join(found.having), ", ".join(found.lacking)
    return ToldLack(found.span, having, lacking, shorten(found.there), found.related)


def differences(docs: Docs, kind: str) -> Iterator[ToldDifference]:
    """Every difference of a kind."""
    for comparison in comparisons(docs).values():
        for found in comparison.differences:
            if found.kind == kind:
                here, there = shorten(found.here), shorten(found.there)
                yield ToldDifference(found.span, found.language, here, found.other, there, found.related)
