"""Steps that follow each other in another order than in the other languages."""

import math
from collections.abc import Iterator

from engine.alignment.leaves import INCLUDE, LIST, STEP, Leaf
from engine.alignment.likeness import of_anchors, of_content, of_emphasis, of_lengths, of_letters
from engine.alignment.records import Alignment
from engine.alignment.told import Difference, deviating, difference
from engine.alignment.traits import Traits, length_of

STEP_ORDER = "step order"

_MAYBE = -0.5
"""From which lengths and emphasis do not speak against another order."""
_BETTER = 3.0
_SAID = 2.0
"""How much better two steps must fit in the other order, in all and by their words."""


def steps_in_other_order(alignment: Alignment) -> Iterator[Difference]:
    """Two steps of one page that stand, or fit much better, in each other's place."""
    for number in range(len(alignment.columns) - 1):
        first, second = _steps(alignment, number), _steps(alignment, number + 1)
        pages = [page for page in first if page in second and _one_list(first[page], second[page])]
        one, other = alignment.columns[number], alignment.columns[number + 1]
        if len(pages) < 2 or any(one[page] == other[page] for page in pages):
            continue
        rising = {page: one[page] < other[page] for page in pages}
        turned = [page for page, _ in deviating(rising)]
        if not turned:
            gains = {page: _gain(alignment, page, pages, first, second) for page in pages}
            turned = [max(pages, key=lambda page: (gains[page], page))] if any(gains.values()) else []
        for page in turned:
            like = next(each for each in pages if each not in turned)
            here = (page, first[page].span, first[page].visible)
            spans = [second[page].span, first[like].span]
            yield difference(alignment, STEP_ORDER, here, (like, first[like].visible), spans)


def _steps(alignment: Alignment, number: int) -> dict[int, Leaf]:
    return {page: leaf for page, leaf in alignment.leaves(number) if leaf.kind == STEP and leaf.box(INCLUDE) is None}


def _one_list(one: Leaf, other: Leaf) -> bool:
    return one.box(LIST) == other.box(LIST)


def _gain(alignment: Alignment, page: int, pages: list[int], first: dict[int, Leaf], second: dict[int, Leaf]) -> float:
    """How much better two steps of a page fit in the other order; 0 when they do not, or not surely."""
    others = [other for other in pages if other != page]
    one, two = first[page], second[page]
    if sum(_glance(one, first[o], two, second[o]) for o in others) < _MAYBE * len(others):
        return 0.0
    mine = alignment.pages[page].reader.traits(one), alignment.pages[page].reader.traits(two)
    total = said = 0.0
    for other in others:
        reader, ratio = alignment.pages[other].reader, alignment.ratios[page][other]
        theirs = reader.traits(first[other]), reader.traits(second[other])
        for sign, (a, b) in ((1, (0, 1)), (1, (1, 0)), (-1, (0, 0)), (-1, (1, 1))):
            total += sign * of_content(mine[a], theirs[b], ratio)
            said += sign * _said(mine[a], theirs[b])
    # The mean of several languages varies less than one of them.
    root = math.sqrt(len(others))
    return total if total > _BETTER * root and said > _SAID * root else 0.0


def _glance(one: Leaf, their_one: Leaf, two: Leaf, their_two: Leaf) -> float:
    """What lengths and emphasis alone say for the other order."""
    crossed = _at_a_glance(one, their_two) + _at_a_glance(two, their_one)
    return crossed - _at_a_glance(one, their_one) - _at_a_glance(two, their_two)


def _at_a_glance(one: Leaf, other: Leaf) -> float:
    bold = [sum(mark.kind == "strong" for text in leaf.texts for mark in text.marks) for leaf in (one, other)]
    return of_lengths(length_of(one.visible), length_of(other.visible), 0.0) + of_emphasis(*bold)


def _said(one: Traits, other: Traits) -> float:
    return (
        of_letters(one.grams, other.grams)
        + of_anchors(one.anchors, other.anchors)
        + of_emphasis(one.emphasised, other.emphasised)
    )
