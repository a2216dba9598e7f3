"""What a comparison finds, as plain data: it can be kept, and sent to other processes."""

from collections.abc import Hashable, Iterator, Mapping, Sequence

import msgspec

from engine.alignment.records import NONE, Alignment
from engine.findings import Related
from engine.model.spans import Span


class Lack(msgspec.Struct, frozen=True):
    """Something that some languages have and others lack."""

    kind: str
    span: Span
    """Where it would be, or where it is when it is told of the page that alone has it."""
    having: tuple[str, ...]
    lacking: tuple[str, ...]
    """The language tags."""
    there: str
    """The thing, as readers see it."""
    related: tuple[Related, ...]
    """Where other pages have it."""
    said: tuple[str, ...] = ()
    """Text by text what would be lost, in the first language that has it; empty when that is no running text."""
    places: tuple[int, ...] = ()
    """The columns of these texts."""
    column: int = NONE
    """The column of the text that lacks a sentence."""
    beside: str = ""
    """The stems of what else that text says in the first language that has it."""
    sure: bool = True
    """Whether nothing speaks against it."""


class Difference(msgspec.Struct, frozen=True):
    """Something that two languages say differently."""

    kind: str
    span: Span
    language: str
    here: str
    other: str
    there: str
    related: tuple[Related, ...]


def lack(
    alignment: Alignment,
    kind: str,
    span: Span,
    having: Sequence[int],
    lacking: Sequence[int],
    there: str,
    related: Sequence[Span] = (),
    *,
    said: Sequence[str] = (),
    places: Sequence[int] = (),
) -> Lack:
    """A lack of pages given by their number, with the places quoted."""
    return Lack(
        kind,
        span,
        languages(alignment, having),
        languages(alignment, lacking),
        there,
        quoted(alignment, related),
        tuple(said),
        tuple(places),
    )


def difference(
    alignment: Alignment,
    kind: str,
    here: tuple[int, Span, str],
    there: tuple[int, str],
    related: Sequence[Span],
) -> Difference:
    """A difference between (page, place, text) and (page, text), with the places quoted."""
    page, span, text = here
    other, their = there
    return Difference(
        kind,
        span,
        alignment.pages[page].language,
        text,
        alignment.pages[other].language,
        their,
        quoted(alignment, related),
    )


def languages(alignment: Alignment, pages: Sequence[int]) -> tuple[str, ...]:
    """The tags of pages."""
    return tuple(alignment.pages[page].language for page in pages)


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
