"""Every way to a capability, for those who list them: sets of ids that suffice, each with the rules that make it so."""

from collections.abc import Iterable

import msgspec

from engine.entitlement.case import Case
from engine.entitlement.minimal import MOST_SETS
from engine.model.rules import AnyRule, Limit, Quota


class Way(msgspec.Struct, frozen=True):
    """One sufficient set of ids, and the rules that make it so."""

    ids: frozenset[str]
    rules: frozenset[AnyRule]


def ways(case: Case) -> tuple[Way, ...]:
    """Every minimal set of ids that suffices, the smallest first; empty when nothing can. `MOST_SETS` at most."""
    found = [Way(frozenset(), frozenset())]
    if case.has_to_be_given:
        found = [Way(frozenset(g.leaf.id for g in way), frozenset(g.rule for g in way)) for way in case.ways()]
    for group in case.groups:
        found = _minimal(Way(w.ids | {leaf.id}, w.rules | group.rules) for w in found for leaf in group.leaves)
    return tuple(found)


def _minimal(found: Iterable[Way]) -> list[Way]:
    """Without the ways that hold another under the same bounds; of two with equal ids the first by its rules."""
    kept: list[Way] = []
    for way in sorted(found, key=lambda way: (len(way.ids), sorted(way.ids), sorted(map(repr, way.rules)))):
        if len(kept) == MOST_SETS:
            break
        if not any(other.ids <= way.ids and _bounds(other) == _bounds(way) for other in kept):
            kept.append(way)
    return kept


def _bounds(way: Way) -> frozenset[AnyRule]:
    """The rules that bound how much a way gives: one with a bound does not stand in for one without."""
    return frozenset(rule for rule in way.rules if isinstance(rule, Limit | Quota))
