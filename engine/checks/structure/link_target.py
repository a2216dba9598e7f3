"""A link that leads to another page in one language than in the others.

Why: readers of one language land on the wrong page, or on none.
Fix: find out which is right and mend the other page.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.alignment import Alignment
from engine.alignment.leaves import INCLUDE
from engine.checks.structure.telling import deviating, quoted
from engine.findings import Finding
from engine.model.spans import Span
from engine.rules import Docs


class _Link(NamedTuple):
    address: str
    target: str
    span: Span


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per link and language, in texts that correspond.

    Fragments are not compared, nor are links that leave the pages of their language.
    """
    for comparison in docs.comparisons:
        alignment = comparison.alignment
        for number in range(len(alignment.columns)):
            links = _links(alignment, number)
            if len(links) > 1:
                yield from _compare(alignment, links)


def _links(alignment: Alignment, number: int) -> dict[int, list[_Link]]:
    found: dict[int, list[_Link]] = {}
    for page, leaf in alignment.leaves(number):
        if any(box.kind == INCLUDE for box in leaf.boxes):
            return {}
        reader = alignment.pages[page].reader
        found[page] = [
            _Link(reader.address(mark.target), mark.target, text.span(mark.start, mark.end))
            for text in leaf.texts
            for mark in text.marks
            if mark.kind == "link" and mark.target
        ]
    return found


def _compare(alignment: Alignment, links: dict[int, list[_Link]]) -> Iterator[Finding]:
    addresses = {page: tuple(sorted(link.address for link in own)) for page, own in links.items()}
    for page, other in deviating(addresses):
        here, there = _left_over(links[page], links[other]), _left_over(links[other], links[page])
        for mine, theirs in zip(here, there, strict=False):
            if any(link.address.startswith("//") for link in (mine, theirs)):
                continue
            arguments = {
                "here": mine.target,
                "language": alignment.pages[page].language,
                "there": theirs.target,
                "other": alignment.pages[other].language,
            }
            yield Finding("S017", mine.span, arguments, quoted(alignment, [theirs.span]))


def _left_over(links: Sequence[_Link], others: Sequence[_Link]) -> list[_Link]:
    theirs = Counter(link.address for link in others)
    left: list[_Link] = []
    for link in links:
        if theirs[link.address]:
            theirs[link.address] -= 1
        else:
            left.append(link)
    return left
