"""What alignments find, in the words that findings are made of."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from engine.alignment import Alignment
from engine.findings import Related
from engine.model.spans import Span
from engine.rules import Docs
from engine.rules.collector import shorten


class Lack(NamedTuple):
    """Something that some languages have and others lack."""

    span: Span
    """Where it would be, or where it is when it is told of the page that alone has it."""
    having: str
    lacking: str
    """The language tags."""
    there: str
    """The thing, as readers see it."""
    related: tuple[Related, ...]
    """Where other pages have it."""


class Difference(NamedTuple):
    """Something that two languages say differently."""

    span: Span
    language: str
    here: str
    other: str
    there: str
    related: tuple[Related, ...]


def lacks(docs: Docs, kind: str) -> Iterator[Lack]:
    """Every loss of a kind."""
    for comparison in docs.comparisons:
        for loss in comparison.losses:
            if loss.kind == kind:
                there = loss.there.visible or loss.there.content
                yield lack(comparison.alignment, loss.span, loss.having, loss.lacking, there, loss.related)


def lack(
    alignment: Alignment, span: Span, having: Sequence[int], lacking: Sequence[int], there: str, related: Sequence[Span]
) -> Lack:
    """A lack, with the pages as language tags and the places quoted."""
    return Lack(
        span, languages(alignment, having), languages(alignment, lacking), shorten(there), quoted(alignment, related)
    )


def differences(docs: Docs, kind: str, *, in_table: bool | None = None) -> Iterator[Difference]:
    """Every difference of values of a kind.

    Args:
        docs: the pages.
        kind: of the difference.
        in_table: only values of table cells, or only others; None for both.
    """
    for comparison in docs.comparisons:
        for found in comparison.values:
            if found.kind == kind and in_table in (None, found.in_table):
                yield difference(
                    comparison.alignment,
                    (found.page, found.span, found.here_text),
                    (found.other, found.there_text),
                    [found.there],
                )


def difference(
    alignment: Alignment, here: tuple[int, Span, str], there: tuple[int, str], related: Sequence[Span]
) -> Difference:
    """A difference between (page, place, text) and (page, text)."""
    page, span, text = here
    other, their = there
    return Difference(
        span,
        alignment.pages[page].language,
        shorten(text),
        alignment.pages[other].language,
        shorten(their),
        quoted(alignment, related),
    )


def languages(alignment: Alignment, pages: Sequence[int]) -> str:
    """The tags of pages."""
    return ", ".join(alignment.pages[page].language for page in pages)


def quoted(alignment: Alignment, spans: Sequence[Span]) -> tuple[Related, ...]:
    """Places with their source text, each once."""
    return tuple(Related(span, alignment.quote(span)) for span in dict.fromkeys(spans))


def deviating(values: Mapping[int, Hashable]) -> Iterator[tuple[int, int]]:
    """Pages whose value is not that of most.

    Args:
        values: page -> what it has.
    Returns:
        Pairs of (a page that deviates, the first page of the largest group); of groups of one size the one with
        the first page counts as the larger.
    """
    groups: dict[Hashable, list[int]] = {}
    for page in sorted(values):
        groups.setdefault(values[page], []).append(page)
    reference = max(groups.values(), key=len, default=[])
    for group in groups.values():
        if group is not reference:
            for page in group:
                yield page, reference[0]
