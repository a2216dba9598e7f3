"""The same page in several languages, compared once for all checks."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

from engine.alignment import AlignablePage, Comparison, compare, page_groups
from engine.checks.per_group import per_group
from engine.findings import Related
from engine.model.spans import Span
from engine.rules import Docs
from engine.rules.collector import shorten

_SHARED = "comparisons"


class ToldLack(NamedTuple):
    """Something that some languages have and others lack, in the words of a finding."""

    span: Span
    having: str
    lacking: str
    there: str
    related: tuple[Related, ...]


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
        docs.shared[_SHARED] = per_group(docs, Comparison, files, compared)
    return cast(Mapping[str, Comparison], docs.shared[_SHARED])


def lacks(docs: Docs, kind: str) -> Iterator[ToldLack]:
    """Every lack of a kind."""
    for comparison in comparisons(docs).values():
        for found in comparison.lacks:
            if found.kind == kind:
                having, lacking = ", ".join(found.having), ", ".join(found.lacking)
                yield ToldLack(found.span, having, lacking, shorten(found.there), found.related)


def differences(docs: Docs, kind: str) -> Iterator[ToldDifference]:
    """Every difference of a kind."""
    for comparison in comparisons(docs).values():
        for found in comparison.differences:
            if found.kind == kind:
                here, there = shorten(found.here), shorten(found.there)
                yield ToldDifference(found.span, found.language, here, found.other, there, found.related)
