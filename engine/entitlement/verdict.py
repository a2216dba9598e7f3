"""The decision under one reading."""

import math
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from engine.entitlement.case import Case
from engine.entitlement.conditions import holder_of
from engine.entitlement.parts import Grant
from engine.model.decisions import Outcome
from engine.model.rules import AnyRule, Band, Limit, Quota

NEAR_LIMIT = "near-limit"
"""The status of a usage range that warns, in the vocabulary."""


class State(NamedTuple):
    """What a holder has, as one reading counts it."""

    owned: int
    """The bits of what is held, whether in force or not."""
    held: int
    """The bits of what is in force."""
    ids: frozenset[str]
    """The same as ids."""
    bought: Mapping[int, int]
    """Bit -> how many are in force."""
    usage: Mapping[str, int]
    """Metric -> current use."""


class Verdict(NamedTuple):
    """The decision under one reading."""

    outcome: Outcome
    missing: tuple[frozenset[str], ...]
    rules: frozenset[AnyRule]


def verdict(case: Case, state: State) -> Verdict:
    """Decide a case."""
    if not case.speaks:
        # Readers of this language are told nothing, which is no leave to do it.
        return Verdict(Outcome.UNKNOWN, (), frozenset())
    room = rooms(case, state)
    if not case.licensed(state.held):
        return _not_licensed(case, state, room)
    reasons = case.general | _requirements_via(case, state)
    way = best_way(case, state, room)
    reasons |= _rules(case, state, way)
    if case.room(state.held, room) <= 0:
        missing = case.completions(state.held, room, enough(case, state, room))
        reasons |= case.lacking(state.owned) | _own_bounds(case, state, missing)
        return Verdict(Outcome.LIMIT_REACHED, tuple(missing), reasons)
    bands = [] if case.metered else [_band(case, state, other) for other in _equals(case, state, room, way)]
    warnings = [band for band in bands if band is not None and band.status == NEAR_LIMIT]
    if bands and len(warnings) == len(bands):
        return Verdict(Outcome.NEAR_LIMIT, (), reasons | {warnings[0]})
    return Verdict(Outcome.ALLOWED, (), reasons)


def _not_licensed(case: Case, state: State, room: Callable[[Grant], float]) -> Verdict:
    outcome = Outcome.EXPIRED if case.licensed(state.owned) else Outcome.NOT_LICENSED
    missing = case.completions(state.held, room, enough(case, state, room))
    rules: set[AnyRule] = set()
    unmet = [group for group in case.groups if not state.held & group.mask]
    # A sentence that a plan lacks it says all, where nothing else is asked for.
    alone = len(unmet) == 1 and not case.has_to_be_given
    for group in case.groups:
        if group in unmet:
            if not (group.whole and alone and case.excluded & state.ids):
                rules |= group.rules
            # What something includes is a reason why adding it is enough.
            rules = rules.union(*(case.via(added, group.leaves) for added in missing))
    # What is met by way of a feature list is not missing because of it.
    rules |= _requirements_via(case, state)
    # A way that asks for more than another does decides nothing.
    rules |= case.lacking(state.owned).union(case.metered)
    lacking = [(way, {grant.leaf.id for grant in way if not state.held & grant.leaf.mask}) for way in case.ways()]
    complete = [way for way, ids in lacking if not ids]
    near = [best_way(case, state, room)] if complete else []
    if not complete or case.room(state.held, room) <= 0:
        masks = [state.held | case.mask(added) for added in missing]
        near += [way for way, ids in lacking if ids and case.completed(way, masks, state.held, room)]
    for way in near:
        lacked = [grant.leaf for grant in way if not state.held & grant.leaf.mask]
        rules |= _rules(case, state, way).union(*(case.via(added, (leaf,)) for added in missing for leaf in lacked))
    rules |= _own_bounds(case, state, missing)
    if outcome is Outcome.EXPIRED:
        owned = state._replace(held=state.owned, ids=case.ids(state.owned))
        rules |= _rules(case, owned, best_way(case, owned, room)) | _requirements_via(case, owned)
    if not missing:
        rules |= case.general.union(case.granting, case.limits)
    return Verdict(outcome, tuple(missing), frozenset(rules))


def rooms(case: Case, state: State) -> Callable[[Grant], float]:
    """How much a grant gives to this holder: one more unit fits while use without the asker is below the bound."""

    def room(grant: Grant) -> float:
        rule = grant.rule
        if isinstance(rule, Limit):
            return math.inf if rule.bound is None else rule.bound - used(case, state, rule.metric)
        if isinstance(rule, Quota):
            return _amount(grant.leaf.mask, state) - used(case, state, rule.metric)
        return math.inf

    return room


def used(case: Case, state: State, metric: str) -> int:
    """Current use of a metric, under any of its names."""
    if not state.usage:
        return 0
    return max((state.usage[name] for name in case.rules.same(metric) if name in state.usage), default=0)


def _amount(mask: int, state: State) -> int:
    return sum(count for bit, count in state.bought.items() if bit & mask)


def enough(case: Case, state: State, room: Callable[[Grant], float]) -> Callable[[frozenset[str]], bool]:
    """Whether a set of ids, added to what is held, gives a yes; of a quota as many as are needed."""

    def is_enough(ids: frozenset[str]) -> bool:
        added = case.mask(ids)
        held = state.held | added

        def more_room(grant: Grant) -> float:
            return math.inf if isinstance(grant.rule, Quota) and added & grant.leaf.mask else room(grant)

        return case.licensed(held) and case.room(held, more_room) > 0

    return is_enough


def best_way(case: Case, state: State, room: Callable[[Grant], float]) -> tuple[Grant, ...]:
    """Of the ways that are held the one with the most room; of several the first."""
    taken = [way for way in case.ways() if all(state.held & grant.leaf.mask for grant in way)]
    return max(taken, key=lambda way: min(map(room, way))) if taken else _held(case, state)


def _equals(
    case: Case, state: State, room: Callable[[Grant], float], way: tuple[Grant, ...]
) -> list[tuple[Grant, ...]]:
    """The best way and the others with as much room: who has one that does not warn is not warned."""
    most = min(map(room, way), default=math.inf)
    held = [other for other in case.ways() if all(state.held & grant.leaf.mask for grant in other)]
    return [way, *(other for other in held if other != way and min(map(room, other)) == most)]


def _held(case: Case, state: State) -> tuple[Grant, ...]:
    """Every grant that is held: for more ways than are listed."""
    return tuple(grant for grant in case.grants if state.held & grant.leaf.mask)


def _rules(case: Case, state: State, way: tuple[Grant, ...]) -> frozenset[AnyRule]:
    """The rules of a way, the feature lists by which its licences are held, and why a higher plan is asked for."""
    rules = frozenset[AnyRule](grant.rule for grant in way)
    if any(holder_of(grant.rule) in case.excluded for grant in way):
        rules |= case.excluding
    held = [grant for grant in way if state.held & grant.leaf.mask]
    rules = rules.union(*(case.via(state.ids, (grant.leaf,)) for grant in held))
    # Of a quota everything counts that amounts to its licence.
    counted = [grant.leaf for grant in held if isinstance(grant.rule, Quota)]
    return rules.union(*(case.via((id,), (leaf,)) for leaf in counted for id in state.ids))


def _own_bounds(case: Case, state: State, missing: Iterable[frozenset[str]]) -> frozenset[AnyRule]:
    """The bounds of plans that are held or to be added: a plan's own takes the place of what lower ones would give."""
    named = case.ids(state.owned).union(*missing)
    return frozenset(limit for limit in case.bounds if limit.plan in named)


def _requirements_via(case: Case, state: State) -> frozenset[AnyRule]:
    """The feature lists by which requirements are met, and why a higher plan than the one asked for meets them."""
    excluding = (group.excluding for group in case.groups if not state.held & group.as_asked)
    found = (case.via(state.ids, [leaf for leaf in g.leaves if state.held & leaf.mask]) for g in case.groups)
    return frozenset[AnyRule]().union(*found, *excluding)


def _band(case: Case, state: State, way: tuple[Grant, ...]) -> Band | None:
    """The usage range that applies to the plans' bounds of a way: of several the narrowest."""
    limits = [grant.rule for grant in way if isinstance(grant.rule, Limit) and grant.rule.bound]
    told = [limit for limit in limits if case.rules.same(limit.metric) & state.usage.keys()]
    shares = [used(case, state, limit.metric) * 100 / limit.bound for limit in told if limit.bound]
    return band_of(case.rules.bands, max(shares)) if shares else None


def band_of(bands: tuple[Band, ...], share: float) -> Band | None:
    """The usage range of a share in per cent: of several the narrowest."""
    fitting = [
        band
        for band in bands
        if (
            share == band.low
            if band.high == band.low
            else band.low <= share and (band.high is None or share < band.high)
        )
    ]
    return min(
        fitting, key=lambda band: (math.inf if band.high is None else band.high - band.low, repr(band)), default=None
    )


def short(case: Case, state: State, id: str) -> int:
    """How many of an id it takes, added, so that what is counted by it has room for one more; 0 where it has."""
    room, bit = rooms(case, state), case.mask((id,))
    quotas = (grant for grant in case.grants if isinstance(grant.rule, Quota) and grant.leaf.mask & bit)
    return max((1 - int(room(grant)) for grant in quotas), default=0)


def gives(case: Case, state: State) -> Callable[[Mapping[str, int]], bool]:
    """Whether so many of these ids, added to what is held, give a yes."""
    room = rooms(case, state)

    def is_given(added: Mapping[str, int]) -> bool:
        held = state.held | case.mask(added)

        def more_room(grant: Grant) -> float:
            if not isinstance(grant.rule, Quota):
                return room(grant)
            return room(grant) + sum(count for id, count in added.items() if case.mask((id,)) & grant.leaf.mask)

        return case.licensed(held) and case.room(held, more_room) > 0

    return is_given
