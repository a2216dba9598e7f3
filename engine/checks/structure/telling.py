"""How a loss is told."""

from collections.abc import Hashable, Iterator, Mapping, Sequence

from engine.alignment import Alignment
from engine.findings import Finding, Related
from engine.model.spans import Span
from engine.rules import Docs
from engine.rules.collector import shorten


def lost(docs: Docs, kind: str, code: str) -> Iterator[Finding]:
    """A finding for every loss of a kind."""
    for comparison in docs.comparisons:
        for loss in comparison.losses:
            if loss.kind == kind:
                there = loss.there.visible or loss.there.content
                yield missing(comparison.alignment, code, loss.span, loss.having, loss.lacking, there, loss.related)


def missing(
    alignment: Alignment,
    code: str,
    span: Span,
    having: Sequence[int],
    lacking: Sequence[int],
    there: str,
    related: Sequence[Span],
) -> Finding:
    """Some languages have something and others have not.

    Args:
        alignment: of the page.
        code: of the finding.
        span: where the thing would be, or where it is when it is told of the page that alone has it.
        having: the pages that have it.
        lacking: those that have not.
        there: the thing, as readers see it.
        related: where other pages have it.
    """
    arguments = {
        "having": languages(alignment, having),
        "lacking": languages(alignment, lacking),
        "there": shorten(there),
    }
    return Finding(code, span, arguments, quoted(alignment, related))


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
