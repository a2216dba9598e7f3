"""What it takes to use a capability, as alternatives of ids to hold.

Requirements are joined with "and", grants with "or": a new grant can only give more ways, never take one.
"""

from collections.abc import Iterable
from functools import cached_property

import msgspec

from engine.model.rules import (
    PART,
    AnyRule,
    Available,
    Excludes,
    Grants,
    Includes,
    Licence,
    Limit,
    Metered,
    Plan,
    Quota,
    Requires,
    capability_ids,
)
from engine.model.rulesets import Relation

Granting = Grants | Quota | Limit | Includes
"""The kinds of rule by which something held gives a capability."""

MOST_WAYS = 4096
"""Alternatives kept for one capability: far above what real rules give, and a bound for hostile ones."""


class Way(msgspec.Struct, frozen=True):
    """One sufficient set of ids, and the rules that make it so."""

    ids: frozenset[str]
    rules: frozenset[AnyRule]


class Circumstances(msgspec.Struct, frozen=True):
    """What of a request decides which rules apply."""

    channel: str | None = None
    edition: str | None = None


class Rules:
    """One reading's rules with the vocabulary's relations."""

    def __init__(self, rules: frozenset[AnyRule], relations: tuple[Relation, ...] = ()) -> None:
        self.rules = rules
        self.relations = relations

    @cached_property
    def _about(self) -> dict[str, list[AnyRule]]:
        """Capability -> the rules that name it."""
        found: dict[str, list[AnyRule]] = {}
        for rule in sorted(self.rules, key=repr):
            for id in capability_ids(rule):
                found.setdefault(id, []).append(rule)
        return found

    def about(self, capabilities: Iterable[str]) -> list[AnyRule]:
        """The rules that name any of these capabilities, each once."""
        return list(dict.fromkeys(rule for id in sorted(capabilities) for rule in self._about.get(id, ())))

    @cached_property
    def plans(self) -> dict[str, Plan]:
        """The plans that pages list, by id."""
        return {rule.plan: rule for rule in self.rules if isinstance(rule, Plan)}

    def implied(self, ids: Iterable[str]) -> frozenset[str]:
        """The ids, and everything that holding them amounts to.

        That is the classes they belong to, the plans that a cumulative plan includes, and what feature
        lists say that they include.
        """
        found: set[str] = set()
        queue = list(ids)
        while queue:
            id = queue.pop()
            if id in found:
                continue
            found.add(id)
            queue.extend(r.other for r in self.relations if r.kind == "member" and r.id == id)
            queue.extend(rule.feature for rule in self._including.get(id, ()))
            queue.extend(self._below(id))
        return frozenset(found)

    @cached_property
    def _including(self) -> dict[str, list[Includes]]:
        found: dict[str, list[Includes]] = {}
        for rule in self.rules:
            if isinstance(rule, Includes):
                found.setdefault(rule.holder, []).append(rule)
        return found

    def _below(self, id: str) -> list[str]:
        plan = self.plans.get(id)
        if plan is None or plan.rank is None or not plan.cumulative:
            return []
        return [
            other.plan
            for other in self.plans.values()
            if other.market == plan.market and other.rank is not None and other.rank < plan.rank
        ]

    def same(self, capability: str) -> frozenset[str]:
        """The capability and those that the vocabulary calls the same."""
        return self._closure(capability, "same_as", both_ways=True)

    def wholes(self, capability: str) -> frozenset[str]:
        """The capability, those it is the same as, and everything that it is part of."""
        found: frozenset[str] = frozenset()
        reached = self.same(capability)
        while reached != found:
            found = reached
            parts = (whole for id in found for whole in self._closure(id, "part_of", both_ways=False))
            reached = frozenset(other for whole in parts for other in self.same(whole))
        return found

    def _closure(self, capability: str, kind: str, *, both_ways: bool) -> frozenset[str]:
        found, queue = {capability}, [capability]
        while queue:
            id = queue.pop()
            for relation in self.relations:
                if relation.kind != kind:
                    continue
                others = [relation.other] if relation.id == id else []
                others += [relation.id] if both_ways and relation.other == id else []
                for other in others:
                    if other not in found:
                        found.add(other)
                        queue.append(other)
        return frozenset(found)

    def requirements(self, capability: str, circumstances: Circumstances) -> tuple[Requires, ...]:
        """The requirements that apply: on the capability and what it is part of, for the channel asked.

        Without a channel, those that name none.
        """
        wholes = self.wholes(capability)
        return tuple(
            rule
            for rule in self.about(wholes)
            if isinstance(rule, Requires)
            and rule.capability in wholes
            and rule.channel in (None, circumstances.channel)
        )

    def available(self, capability: str) -> tuple[Available, ...]:
        """What front matter says of a page: the plan and the licences it is for."""
        return tuple(rule for rule in self.about((capability,)) if isinstance(rule, Available))

    def excludes(self, capability: str) -> tuple[Excludes, ...]:
        """The plans that do not give the capability."""
        return tuple(rule for rule in self.about((capability,)) if isinstance(rule, Excludes))

    def grants(self, capability: str) -> tuple[Granting, ...]:
        """The rules by which something held gives the capability; a bound above 0 also grants what it counts."""
        same = self.same(capability)

        def gives(rule: AnyRule) -> bool:
            match rule:
                case Grants(capability=given) | Quota(metric=given) | Includes(feature=given):
                    return given in same
                case Limit(metric=given, bound=bound):
                    return given in same and bound != 0
                case _:
                    return False

        return tuple(rule for rule in self.about(same) if isinstance(rule, Granting) and gives(rule))

    def applies(self, rule: Granting, circumstances: Circumstances) -> bool:
        """Whether a grant counts for the edition and channel asked."""
        holder = holder_of(rule)
        editions = {r.edition for r in self.rules if isinstance(r, Licence) and r.licence == holder}
        if circumstances.edition and editions and not editions & {None, circumstances.edition}:
            return False
        channels = rule.channels if isinstance(rule, Grants) else ()
        return not channels or circumstances.channel is None or circumstances.channel in channels


def holder_of(rule: Granting) -> str:
    """What has to be held for a grant."""
    match rule:
        case Grants(licence=id) | Quota(licence=id) | Limit(plan=id) | Includes(holder=id):
            return id


def speaks(rules: Rules, capability: str, circumstances: Circumstances) -> bool:
    """Whether any rule bears on the capability in these circumstances. Silence is no leave.

    The unnamed parts of a page are several things under one id, so nothing is said of them together.
    """
    return not capability.endswith(PART) and bool(
        rules.grants(capability)
        or rules.requirements(capability, circumstances)
        or rules.available(capability)
        or rules.excludes(capability)
        or any(isinstance(rule, Limit | Metered) for rule in rules.about((capability,)))
    )


def ways(rules: Rules, capability: str, circumstances: Circumstances) -> tuple[Way, ...]:
    """Every minimal set of ids that suffices, sorted; empty when nothing can."""
    found = [Way(frozenset(), frozenset())]
    if rules.grants(capability):
        found = _granted(rules, capability, circumstances, frozenset())
    for requirement in rules.requirements(capability, circumstances):
        for group in requirement.needs:
            found = _minimal(Way(w.ids | {id}, w.rules | {requirement}) for w in found for id in group)
    for choices, sources in availability(rules.available(capability)):
        found = _minimal(Way(w.ids | {id}, w.rules | sources) for w in found for id in choices)
    return tuple(found)


def availability(available: Iterable[Available]) -> list[tuple[frozenset[str], frozenset[AnyRule]]]:
    """The groups of ids that front matter asks for, with the rules that do: its plan, or else its licences.

    They are of two markets, so either will do.
    """
    available = tuple(available)
    plans = frozenset(rule.plan for rule in available if rule.plan is not None)
    groups = [frozenset(group) for rule in available for group in rule.needs]
    sources = frozenset[AnyRule](available)
    return [(plans | group, sources) for group in groups] if groups else [(plans, sources)] if plans else []


def _granted(rules: Rules, capability: str, circumstances: Circumstances, above: frozenset[str]) -> list[Way]:
    """The ways to be given a capability, with what it builds on; a capability cannot build on itself."""
    found: list[Way] = []
    for rule in rules.grants(capability):
        if not rules.applies(rule, circumstances):
            continue
        own = Way(frozenset((holder_of(rule),)), frozenset((rule,)))
        beside = rule.beside if isinstance(rule, Grants) else None
        if beside is None:
            found.append(own)
        elif beside not in above and beside != capability:
            for below in _granted(rules, beside, circumstances, above | {capability}):
                found.append(Way(own.ids | below.ids, own.rules | below.rules))
    return _minimal(found)


def _minimal(found: Iterable[Way]) -> list[Way]:
    """Without the ways that hold another under the same bounds; of two with equal ids the first by its rules."""
    ordered = sorted(found, key=lambda way: (len(way.ids), sorted(way.ids), repr(sorted(map(repr, way.rules)))))
    kept: list[Way] = []
    for way in ordered[:MOST_WAYS]:
        if not any(other.ids <= way.ids and _same_bounds(other, way) for other in kept):
            kept.append(way)
    return kept


def _same_bounds(one: Way, other: Way) -> bool:
    """Whether two ways count against the same bounds: one with a bound does not stand in for one without."""
    return bounds_of(one) == bounds_of(other)


def bounds_of(way: Way) -> frozenset[Limit | Quota]:
    """The rules of a way that bound how much it gives."""
    return frozenset(rule for rule in way.rules if isinstance(rule, Limit | Quota))
