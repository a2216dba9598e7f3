"""Minimal sets: of ids to hold, and of grants that lead to a capability."""

from collections.abc import Callable, Iterable

from engine.entitlement.parts import Grant
from engine.model.rules import AnyRule, Limit, Quota

MOST_SETS = 512
"""Alternatives that an answer lists for one capability: far above what real rules give, and a bound for hostile ones.
Whether something is allowed never depends on it."""


def size_of(ids: frozenset[str]) -> tuple[int, list[str]]:
    """Sorts sets: the smallest first, then by their ids."""
    return (len(ids), sorted(ids))


def smallest(sets: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Without the sets that hold another, the smallest first; `MOST_SETS` at most."""
    kept: list[frozenset[str]] = []
    for ids in sorted(set(sets), key=size_of):
        if len(kept) == MOST_SETS:
            break
        if not any(other <= ids for other in kept):
            kept.append(ids)
    return kept


def minimal_ways(found: Iterable[tuple[Grant, ...]]) -> list[tuple[Grant, ...]]:
    """Without the ways that another makes needless, by fewer ids and no more bounds; the smallest first."""
    sets = {way: (frozenset(grant.leaf.id for grant in way), _bounds(way)) for way in found}
    kept: list[tuple[Grant, ...]] = []
    for way in sorted(sets, key=lambda way: (*size_of(sets[way][0]), sorted(repr(grant.rule) for grant in way))):
        if len(kept) == MOST_SETS:
            break
        ids, bounds = sets[way]
        if not any(sets[other][0] <= ids and sets[other][1] <= bounds for other in kept):
            kept.append(way)
    return kept


def _bounds(way: tuple[Grant, ...]) -> frozenset[AnyRule]:
    """The rules of a way that bound how much it gives: one with a bound does not stand in for one without."""
    return frozenset(grant.rule for grant in way if isinstance(grant.rule, Limit | Quota))


def minimised(ids: frozenset[str], enough: Callable[[frozenset[str]], bool]) -> frozenset[str]:
    """A set without the ids that it can do without; empty where even the whole is not enough."""
    if not enough(ids):
        return frozenset()
    for id in sorted(ids, reverse=True):
        if enough(ids - {id}):
            ids -= {id}
    return ids
