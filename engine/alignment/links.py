"""Links that lead to another page in one language than in the others."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.alignment.leaves import INCLUDE
from engine.alignment.records import Alignment
from engine.alignment.texts import joined_leaves
from engine.alignment.told import Difference, deviating, difference
from engine.model.spans import Span
from engine.pages.blocks import Heading, Mark, Text

LINK = "link"

_AGREEING = 2
"""So many other languages must name one fragment: anchors of headings are made of translated words."""


class _Link(NamedTuple):
    address: str
    target: str
    text: Text
    mark: Mark

    @property
    def span(self) -> Span:
        return self.text.span(self.mark.start, self.mark.end)

    @property
    def fragment(self) -> str:
        return self.target.partition("#")[2]


def link_targets(alignment: Alignment) -> Iterator[Difference]:
    """The links that lead elsewhere than in most languages, in texts that correspond.

    Links that leave the pages of their language are not compared, and fragments only where several other languages
    have the same. Of leaves that are joined nobody knows which link belongs to which.
    """
    joined = joined_leaves(alignment)
    for number, column in enumerate(alignment.columns):
        if any(member in joined for member in enumerate(column)):
            continue
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
            _Link(reader.address(mark.target), mark.target, text, mark)
            for text in leaf.texts
            for mark in text.marks
            if mark.kind == "link" and mark.target
        ]
    return found


def _compare(alignment: Alignment, links: dict[int, list[_Link]]) -> Iterator[Difference]:
    addresses = {page: tuple(sorted(link.address for link in own)) for page, own in links.items()}
    for page, other in deviating(addresses):
        here, there = _left_over(links[page], links[other]), _left_over(links[other], links[page])
        for mine, theirs in zip(here, there, strict=False):
            if not mine.address.startswith("//") and not theirs.address.startswith("//"):
                yield _difference(alignment, page, mine, other, theirs)
    if len(set(addresses.values())) == 1:
        yield from _compare_fragments(alignment, links)


def _compare_fragments(alignment: Alignment, links: dict[int, list[_Link]]) -> Iterator[Difference]:
    """Compare the fragments of links that lead to the same pages."""
    ordered = {page: sorted(own, key=lambda link: link.address) for page, own in links.items()}
    for index in range(len(next(iter(ordered.values())))):
        fragments = {page: own[index].fragment for page, own in ordered.items()}
        for page, other in deviating(fragments):
            agreeing = [fragment for fragment in fragments.values() if fragment == fragments[other]]
            mine = ordered[page][index]
            if mine.address == "#" and mine.fragment in _anchors(alignment, page):
                continue
            if mine.fragment and fragments[other] and len(agreeing) == len(links) - 1 >= _AGREEING:
                yield _difference(alignment, page, mine, other, ordered[other][index])


def _anchors(alignment: Alignment, page: int) -> frozenset[str]:
    """The anchors of the headings of a page."""
    headings = (block for block in alignment.pages[page].page.blocks if isinstance(block, Heading))
    return frozenset(anchor for block in headings for anchor in (block.anchor, *block.anchors))


def _difference(alignment: Alignment, page: int, mine: _Link, other: int, theirs: _Link) -> Difference:
    return difference(alignment, LINK, (page, mine.span, mine.target), (other, theirs.target), [theirs.span])


def _left_over(links: Sequence[_Link], others: Sequence[_Link]) -> list[_Link]:
    theirs = Counter(link.address for link in others)
    left: list[_Link] = []
    for link in links:
        if theirs[link.address]:
            theirs[link.address] -= 1
        else:
            left.append(link)
    return left
