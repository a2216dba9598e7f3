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

_SHARED = "comparisons"
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
    """Page or included file, below the folder of its language -> what its languages lack and say differently."""
    if _SHARED not in docs.shared:
        groups = {group.name: group for group in page_groups(docs.tree.pages)}

        def compared(name: str) -> Comparison:
            pages = groups[name].pages
            return compare([AlignablePage(page, docs.grammars[page.language]) for page in pages], docs.tree.quote)

        files = {name: group.files for name, group in groups.items()}
        docs.shared[_SHARED] = _proven(docs, per_group(docs, Comparison, files, compared))
    return cast(Mapping[str, Comparison], docs.shared[_SHARED])


def _proven(docs: Docs, found: Mapping[str, Comparison]) -> dict[str, Comparison]:
    """The comparisons without the lacks that the words of the tree disprove."""
    sayings = {name: (TextGroup(each.languages, each.texts), each.lacks) for name, each in found.items()}
    paths = sorted(page.path for page in docs.tree.pages)
    lacks = per_group(docs, Proven, {_ALL: paths}, lambda _: Proven(proven(sayings)))[_ALL].lacks
    return {
        name: msgspec.structs.replace(each, lacks=lacks.get(name, each.lacks), texts=()) for name, each in found.items()
    }


def lacks(docs: Docs, kind: str) -> Iterator[ToldLack]:
    """Every lack of a kind that nothing speaks against."""
    for comparison in comparisons(docs).values():
        yield from (_told(found) for found in comparison.lacks if found.sure and found.kind == kind)


def doubtful_lacks(docs: Docs) -> Iterator[ToldLack]:
    """Every lack, of whatever kind, of what may be said in other words."""
    for comparison in comparisons(docs).values():
        yield from (_told(found) for found in comparison.lacks if not found.sure)


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
