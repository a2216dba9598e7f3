"""How likely it is that two leaves, or two texts, say the same: a log of odds. Above 0 speaks for it.

The spread of lengths was measured on translations of help pages: their logarithms differ by 0.25 for a dozen
characters and by 0.1 for a long paragraph (compare Gale and Church 1993, who model the same).
"""

import math
from collections.abc import Mapping

from engine.alignment.leaves import CODE, FIGURE, HEADER, HEADING, INCLUDE, ITEM, PARAGRAPH, ROW, STEP, TAB
from engine.alignment.traits import Traits

IMPOSSIBLE = -9.0
"""Two that never correspond."""

_UNRELATED = 0.7
"""The spread between the lengths of leaves that do not correspond."""
_KINDS = {
    frozenset((PARAGRAPH, ITEM)): -0.5,
    frozenset((PARAGRAPH, STEP)): -0.5,
    frozenset((ITEM, STEP)): -0.7,
    frozenset((PARAGRAPH, HEADING)): -1.5,
    frozenset((HEADING, TAB)): -1.0,
    frozenset((ROW, HEADER)): -1.5,
}
"""Kinds that may stand for each other, and what speaks against it."""
_SAME = {HEADING: 1.0, FIGURE: 0.5, CODE: 0.8, INCLUDE: 0.5, TAB: 0.5, HEADER: 1.5, ROW: 0.3, STEP: 0.4, ITEM: 0.4}


def likeness(one: Traits, other: Traits, ratio: float = 0.0) -> float:
    """The log of odds that two leaves correspond.

    Args:
        one: a leaf.
        other: a leaf of another language.
        ratio: logarithm of how much longer texts of the second language usually are.
    """
    if one.kind == other.kind:
        score = _SAME.get(one.kind, 0.2)
    else:
        penalty = _KINDS.get(frozenset((one.kind, other.kind)))
        if penalty is None:
            return IMPOSSIBLE
        score = penalty
    if one.boxed != other.boxed:
        score -= 1.0
    score -= min(1.0, 0.5 * abs(one.level - other.level))
    if one.first_id and other.first_id:
        score += 3.0 if one.first_id == other.first_id else -5.0
    return score + of_content(one, other, ratio)


def of_content(one: Traits, other: Traits, ratio: float) -> float:
    """What length, letters, anchors and emphasis say, whatever the kinds."""
    return (
        of_lengths(one.length, other.length, ratio)
        + of_letters(one.grams, other.grams)
        + of_anchors(one.anchors, other.anchors)
        + of_emphasis(one.emphasised, other.emphasised)
    )


def spread(length: float) -> float:
    """The usual spread of the logarithm of a length ratio."""
    return math.sqrt(0.006 + 1.0 / (length + 1.0))


def of_lengths(one: int, other: int, ratio: float) -> float:
    """What two lengths say."""
    if not one or not other:
        return 0.0 if one == other else -1.0
    difference = math.log(other / one) - ratio
    width = spread((one + other) / 2)
    odds = math.log(_UNRELATED / width) - difference**2 / 2 * (width**-2 - _UNRELATED**-2)
    return max(-3.0, min(2.0, odds))


def of_letters(one: frozenset[str], other: frozenset[str]) -> float:
    """What shared letters say."""
    total = len(one) + len(other)
    if not total:
        return 0.0
    shared = 2 * len(one & other) / total
    return min(2.5, 20 * shared) + min(1.5, 6 * max(0.0, shared - 0.125)) - 0.4


def of_anchors(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """What shared and unshared anchors say."""
    if not one and not other:
        return 0.0
    shared = sum(weight for anchor, weight in one.items() if anchor in other)
    unshared = sum(one.values()) + sum(other.values()) - 2 * shared
    return min(4.0, shared) - min(2.0, 0.35 * unshared)


def of_emphasis(one: int, other: int) -> float:
    """What the number of words in bold says."""
    if one == other:
        return 0.7 if one else 0.0
    return -0.4 * min(3, abs(one - other))
