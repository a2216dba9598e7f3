"""Deciding: one question, one answer, with the statements it rests on.

The decision is made under every reading of the pages. Where all give the same answer it stands; where
they differ it is disputed, and says so instead of choosing.
"""

import datetime as dt
import math
from collections.abc import Iterable, Mapping

import msgspec

from engine.entitlement.conditions import Circumstances, Rules, Way, bounds_of, speaks, ways
from engine.entitlement.holdings import check_ids, held
from engine.model.decisions import Decision, Held, Holding, Outcome, Request
from engine.model.rules import AnyRule, Band, Limit, Metered, Needs, Quota, Requires, all_of, capability_ids
from engine.model.rulesets import RuleSet

NEAR_LIMIT = "near-limit"
"""The status of a usage range that warns, in the vocabulary."""


class Verdict(msgspec.Struct, frozen=True):
    """The decision under one reading."""

    outcome: Outcome
    missing: tuple[frozenset[str], ...]
    rules: frozenset[AnyRule]


def decide(
    rules: RuleSet,
    capability: str,
    holdings: Held,
    *,
    channel: str | None = None,
    edition: str | None = None,
    usage: Mapping[str, int] | None = None,
    at: dt.date | None = None,
) -> Decision:
    """Whether a holder may use a capability.

    Args:
        rules: the rule set.
        capability: the id of what is wished.
        holdings: what the installation, the site and the user hold together: ids, ids with the number
            bought, or `Holding` records.
        channel: over which it would be used. Without one, only requirements that name no channel count,
            and the decision lists the channels that ask for more.
        edition: of the product asked about; None asks about any.
        usage: current use of each metric, without the asker.
        at: the day; None takes everything held as in force.

    Raises:
        UsageError: an unknown licence, channel, edition or metric, or a malformed count.
    """
    request_usage = tuple(sorted((usage or {}).items()))
    return Decider(rules).decide(Request(capability, held(holdings), channel, edition, request_usage, at))


class Decider:
    """A rule set made ready for many decisions."""

    def __init__(self, rules: RuleSet) -> None:
        self._rules = rules
        everything = frozenset(rule for reading in rules.readings for rule in reading.rules)
        self._everything = Rules(everything, rules.relations)
        self._readings = [(reading.languages, Rules(reading.rules, rules.relations)) for reading in rules.readings]

    def decide(self, request: Request) -> Decision:
        """The decision on a request.

        Raises:
            UsageError: an unknown licence, channel, edition or metric.
        """
        metrics = [metric for metric, _ in request.usage]
        check_ids(self._rules, request.holdings, request.channel, request.edition, metrics)
        if not _speaks_of(self._everything, request.capability):
            return Decision(request, Outcome.UNKNOWN, (), ())
        verdicts = [(languages, _verdict(rules, request)) for languages, rules in self._readings]
        outcomes = {verdict.outcome for _, verdict in verdicts}
        determining = frozenset(rule for _, verdict in verdicts for rule in verdict.rules)
        agreed = len(outcomes) == 1
        if not agreed:
            determining |= _other_sides(self._rules, determining)
        return Decision(
            request=request,
            outcome=outcomes.pop() if agreed else Outcome.DISPUTED,
            missing=_common([v.missing for _, v in verdicts if not v.outcome.allowed]),
            because=tuple(s for s in self._rules.statements if s.rule in determining),
            disputed=() if agreed else tuple((tag, v.outcome) for tags, v in verdicts for tag in tags),
            channel_bound=_channel_bound(self._everything.rules, request.capability, request.channel),
        )


def _other_sides(rules: RuleSet, determining: frozenset[AnyRule]) -> frozenset[AnyRule]:
    """What other languages state in place of a determining rule: a dispute quotes both."""
    stated = ({s.rule for side in d.sides for s in side.statements} for d in rules.disagreements)
    return frozenset(rule for topic in stated if topic & determining for rule in topic)


def _speaks_of(rules: Rules, capability: str) -> bool:
    same = rules.same(capability)
    return any(id in same for rule in rules.rules for id in capability_ids(rule))


def _verdict(rules: Rules, request: Request) -> Verdict:
    circumstances = Circumstances(request.channel, request.edition)
    if not speaks(rules, request.capability, circumstances):
        # Readers of this language are told nothing, which is no leave to do it.
        return Verdict(Outcome.UNKNOWN, (), frozenset())
    possible = ways(rules, request.capability, circumstances)
    owned = rules.implied(h.id for h in request.holdings if h.count > 0)
    in_force = rules.implied(h.id for h in request.holdings if h.count > 0 and _in_force(h, request.at))
    # Requirements bear on every answer, and so does the rule that use is billed and never denied.
    metered = (rule for rule in rules.about((request.capability,)) if isinstance(rule, Metered))
    general: frozenset[AnyRule] = frozenset((*rules.requirements(request.capability, circumstances), *metered))
    excluded = _excluded(rules, request.capability, in_force)
    taken = [way for way in possible if way.ids <= in_force]
    if excluded is not None:
        return excluded
    if taken:
        # The plan held speaks, not the lower ones that come with it: the way with the most room.
        taken.sort(key=lambda way: -_room(way, request))
        fitting = [way for way in taken if _fits(way, request)]
        if not fitting:
            roomy = [way for way in possible if way not in taken and _fits(way, request)]
            return Verdict(Outcome.LIMIT_REACHED, _missing(rules, roomy, in_force), taken[0].rules | general)
        band = _band(rules, fitting[0], request)
        if band is not None and band.status == NEAR_LIMIT:
            return Verdict(Outcome.NEAR_LIMIT, (), fitting[0].rules | general | {band})
        return Verdict(Outcome.ALLOWED, (), fitting[0].rules | general)
    missing = _missing(rules, possible, in_force)
    outcome = Outcome.EXPIRED if any(way.ids <= owned for way in possible) else Outcome.NOT_LICENSED
    # A way that asks for more than another does decides nothing.
    nearest = [way for way in possible if way.ids - in_force in missing]
    asked = frozenset(
        rule
        for way in nearest
        for rule in way.rules
        if not isinstance(rule, Requires) or not all(set(group) & in_force for group in rule.needs)
    )
    bounded = frozenset[AnyRule](
        rule
        for rule in rules.rules
        if isinstance(rule, Limit) and rule.metric == request.capability and rule.plan in in_force
    )
    unreachable = frozenset[AnyRule]() if possible else frozenset(rules.grants(request.capability)) | general
    return Verdict(outcome, missing, asked | bounded | unreachable)


def _missing(rules: Rules, ways: Iterable[Way], in_force: frozenset[str]) -> tuple[frozenset[str], ...]:
    """The minimal sets that would complete a way; one that amounts to another (a higher plan) is left out."""
    sets = {_without_implied(rules, way.ids - in_force) for way in ways} - {frozenset()}
    implied = {ids: rules.implied(ids) for ids in sets}
    kept = [
        ids
        for ids in sets
        if not any(other != ids and other <= implied[ids] and not ids <= implied[other] for other in sets)
    ]
    minimal = [ids for ids in kept if not any(other < ids for other in kept)]
    return tuple(sorted(minimal, key=lambda ids: (len(ids), sorted(ids))))


def _without_implied(rules: Rules, ids: frozenset[str]) -> frozenset[str]:
    """The ids without those that come with another of them: who adds a plan has the lower ones with it."""
    for id in sorted(ids):
        if id in rules.implied(ids - {id}):
            ids -= {id}
    return ids


def _excluded(rules: Rules, capability: str, in_force: frozenset[str]) -> Verdict | None:
    """A no because the plan held does not give the capability, and no higher one is held."""
    for rule in rules.excludes(capability):
        plan = rules.plans.get(rule.plan)
        if plan is None or plan.rank is None or rule.plan not in in_force:
            continue
        higher = [p for p in rules.plans.values() if p.market == plan.market and (p.rank or 0) > plan.rank]
        if not any(other.plan in in_force for other in higher):
            lowest = min(higher, key=lambda p: p.rank or 0, default=None)
            missing = (frozenset((lowest.plan,)),) if lowest else ()
            return Verdict(Outcome.NOT_LICENSED, missing, frozenset((rule,)))
    return None


def _in_force(holding: Holding, at: dt.date | None) -> bool:
    return at is None or holding.until is None or at <= holding.until


def _fits(way: Way, request: Request) -> bool:
    """Whether one more unit fits: use without the asker must stay below every bound of the way."""
    return _room(way, request) > 0


def _room(way: Way, request: Request) -> float:
    """How many more units fit, by the tightest bound of the way; infinite without one."""
    usage = dict(request.usage)
    bought: dict[str, int] = {}
    for holding in request.holdings:
        if _in_force(holding, request.at):
            bought[holding.id] = bought.get(holding.id, 0) + holding.count
    bounds = ((rule.metric, _bound(rule, bought)) for rule in bounds_of(way))
    return min((bound - usage.get(metric, 0) for metric, bound in bounds if bound is not None), default=math.inf)


def _bound(rule: Limit | Quota, bought: Mapping[str, int]) -> int | None:
    return rule.bound if isinstance(rule, Limit) else bought.get(rule.licence, 0)


def _band(rules: Rules, way: Way, request: Request) -> Band | None:
    """The usage range that applies to the bound of a way: of several the narrowest."""
    usage = dict(request.usage)
    limits = [rule for rule in bounds_of(way) if isinstance(rule, Limit) and rule.bound]
    shares = [usage[rule.metric] * 100 / rule.bound for rule in limits if rule.bound and rule.metric in usage]
    if not shares:
        return None
    share = max(shares)
    bands = [
        rule
        for rule in rules.rules
        if isinstance(rule, Band)
        and (
            share == rule.low
            if rule.high == rule.low
            else rule.low <= share and (rule.high is None or share < rule.high)
        )
    ]
    return min(bands, key=lambda band: ((band.high or 1000) - band.low, repr(band)), default=None)


def _common(missing: list[tuple[frozenset[str], ...]]) -> Needs:
    """The minimal sets that are enough under every reading that said no; smallest first."""
    if not missing or not all(missing):
        return ()
    sets = list(missing[0])
    for other in missing[1:]:
        sets = [one | two for one in sets for two in other]
    return tuple(sorted(all_of(sets), key=lambda group: (len(group), group)))


def _channel_bound(rules: Iterable[AnyRule], capability: str, channel: str | None) -> tuple[str, ...]:
    if channel is not None:
        return ()
    named = {r.channel for r in rules if isinstance(r, Requires) and r.capability == capability and r.channel}
    return tuple(sorted(named))
