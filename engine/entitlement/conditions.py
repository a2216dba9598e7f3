"""One reading's rules as questions need them: what is the same, what is implied, what bears on what.

Requirements are joined with "and", grants with "or": a new grant can only give more ways, never take one.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property

import msgspec

from engine.model.rules import (
    AnyRule,
    Available,
    Band,
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


class Circumstances(msgspec.Struct, frozen=True):
    """What of a request decides which rules apply."""

    channel: str | None = None
    edition: str | None = None
    market: str | None = None


ANY = Circumstances()
"""No particular circumstances."""


class Rules:
    """One reading's rules with the vocabulary's relations.

    Args:
        rules: what the pages state.
        relations: the decisions of people about ids.
        confined: rule -> the markets of the pages that state it, for rules that only pages about a market state.
    """

    def __init__(
        self,
        rules: frozenset[AnyRule],
        relations: tuple[Relation, ...] = (),
        confined: Mapping[AnyRule, frozenset[str]] | None = None,
    ) -> None:
        self.rules = rules
        self.relations = relations
        self._confined = confined or {}
        self._same: dict[str, frozenset[str]] = {}
        self._implied: dict[str, frozenset[str]] = {}

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
        """The plans that pages list, by id; of several entries for one the first with a rank."""
        listed = sorted((r for r in self.rules if isinstance(r, Plan)), key=lambda r: (r.rank is not None, repr(r)))
        return {rule.plan: rule for rule in listed}

    @cached_property
    def licences(self) -> dict[str, tuple[Licence, ...]]:
        """What pages say of each licence: its scope, edition and lifecycle; several where pages differ."""
        found: dict[str, list[Licence]] = {}
        for rule in sorted(self.rules, key=repr):
            if isinstance(rule, Licence):
                found.setdefault(rule.licence, []).append(rule)
        return {id: tuple(rules) for id, rules in found.items()}

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """The ranges of usage."""
        return tuple(sorted((rule for rule in self.rules if isinstance(rule, Band)), key=repr))

    @cached_property
    def scopes(self) -> dict[str, frozenset[str]]:
        """Licence or plan -> who may hold it; an id that is not here may be held by anybody.

        The licence table says it; where none lists the licence, the requirement that names it may. A plan belongs to
        the whole organisation.
        """
        found: dict[str, set[str]] = {}
        for rule in self.rules:
            if isinstance(rule, Requires):
                for id, scope in rule.scopes:
                    found.setdefault(id, set()).add(scope)
        for id, listed in self.licences.items():
            found[id] = {rule.scope for rule in listed}
        for id in self.plans:
            found[id] = {"system"}
        return {id: frozenset(scopes) for id, scopes in found.items()}

    def markets(self, id: str) -> frozenset[str]:
        """The markets in which a plan or licence is sold; empty where the pages do not say."""
        if id in self.plans:
            return frozenset(rule.market for rule in self.rules if isinstance(rule, Plan) and rule.plan == id)
        confined = [self._confined.get(rule) for rule in self.licences.get(id, ())]
        return frozenset(market for markets in confined if markets for market in markets) if all(confined) else _NOWHERE

    def concerns(self, rule: AnyRule, market: str | None) -> bool:
        """Whether a rule speaks of the market asked: not where only pages about other markets state it."""
        if market is None:
            return True
        if isinstance(rule, Metered) and rule.market is not None:
            return rule.market == market
        confined = self._confined.get(rule)
        return confined is None or market in confined

    def implied(self, ids: Iterable[str]) -> frozenset[str]:
        """The ids, and everything that holding them amounts to.

        That is the classes they belong to, the plans that a cumulative plan includes, and what feature
        lists say that they include.
        """
        return frozenset[str]().union(*(self.implied_by(id) for id in ids))

    def implied_by(self, id: str) -> frozenset[str]:
        """The id, and everything that holding it amounts to."""
        if id not in self._implied:
            found: set[str] = set()
            queue = [id]
            while queue:
                at = queue.pop()
                if at not in found:
                    found.add(at)
                    queue.extend(self._steps(at))
            self._implied[id] = frozenset(found)
        return self._implied[id]

    def _steps(self, id: str) -> list[str]:
        included = [rule.feature for rule in self.including.get(id, ())]
        return [*self._classes.get(id, ()), *included, *self._below(id)]

    @cached_property
    def _classes(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for relation in self.relations:
            if relation.kind == "member":
                found.setdefault(relation.id, []).append(relation.other)
        return found

    @cached_property
    def including(self) -> dict[str, list[Includes]]:
        """Holder -> the feature lists that name what it includes."""
        found: dict[str, list[Includes]] = {}
        for rule in sorted(self.rules, key=repr):
            if isinstance(rule, Includes):
                found.setdefault(rule.holder, []).append(rule)
        return found

    def _below(self, id: str) -> list[str]:
        plan = self.plans.get(id)
        if plan is None or plan.rank is None or not plan.cumulative:
            return []
        return [other.plan for other in self._market(plan.market) if (other.rank or 0) < plan.rank]

    def _market(self, market: str) -> list[Plan]:
        """The plans of a market that have a rank, the least first."""
        ranked = [plan for plan in self.plans.values() if plan.market == market and plan.rank is not None]
        return sorted(ranked, key=lambda plan: (plan.rank or 0, plan.plan))

    def above(self, id: str) -> list[str]:
        """The plans of the same market that rank higher, the least first; none where no order is settled."""
        plan = self.plans.get(id)
        if plan is None or plan.rank is None:
            return []
        return [other.plan for other in self._market(plan.market) if (other.rank or 0) > plan.rank]

    def inclusions(self, holder: str, id: str) -> tuple[Includes, ...]:
        """The feature lists by which holding one id amounts to another: those of the shortest way there."""
        ways: dict[str, tuple[Includes, ...]] = {holder: ()}
        queue = [holder]
        for at in queue:
            if at == id:
                return ways[at]
            steps = [(rule.feature, (rule,)) for rule in self.including.get(at, ())]
            for other, rules in [*((id, ()) for id in (*self._classes.get(at, ()), *self._below(at))), *steps]:
                if other not in ways:
                    ways[other] = (*ways[at], *rules)
                    queue.append(other)
        return ()

    def same(self, capability: str) -> frozenset[str]:
        """The capability and those that the vocabulary calls the same."""
        if capability not in self._same:
            self._same[capability] = self._closure(capability, "same_as", both_ways=True)
        return self._same[capability]

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
        relations = [relation for relation in self.relations if relation.kind == kind] if self.relations else []
        while queue:
            id = queue.pop()
            for relation in relations:
                others = [relation.other] if relation.id == id else []
                others += [relation.id] if both_ways and relation.other == id else []
                for other in others:
                    if other not in found:
                        found.add(other)
                        queue.append(other)
        return frozenset(found)

    def requirements(self, capability: str, circumstances: Circumstances) -> tuple[Requires, ...]:
        """The requirements that apply: on the capability and what it is part of, for the channel asked.

        Without a channel, those that name none. A requirement under a condition that the page describes is no part
        of a decision.
        """
        wholes = self.wholes(capability)
        return tuple(
            rule
            for rule in self.about(wholes)
            if isinstance(rule, Requires)
            and not rule.conditional
            and rule.channel in (None, circumstances.channel)
            and self.concerns(rule, circumstances.market)
        )

    def available(self, capability: str) -> tuple[Available, ...]:
        """What front matter says of a page: the plan and the licences it is for."""
        return tuple(rule for rule in self.about(self.wholes(capability)) if isinstance(rule, Available))

    def excludes(self, capability: str) -> tuple[Excludes, ...]:
        """The sentences that a plan does not give the capability, or something that it is part of."""
        return tuple(rule for rule in self.about(self.wholes(capability)) if isinstance(rule, Excludes))

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

    def limits(self, capability: str) -> tuple[Limit, ...]:
        """The bounds that plans set on a metric, those of 0 among them."""
        return tuple(rule for rule in self.about(self.same(capability)) if isinstance(rule, Limit))

    def applies(self, rule: Granting, circumstances: Circumstances) -> bool:
        """Whether a grant counts for the edition, channel and market asked."""
        editions = {listed.edition for listed in self.licences.get(holder_of(rule), ())}
        if circumstances.edition and editions and not editions & {None, circumstances.edition}:
            return False
        channels = rule.channels if isinstance(rule, Grants) else ()
        if channels and circumstances.channel is not None and circumstances.channel not in channels:
            return False
        return self.concerns(rule, circumstances.market)


_NOWHERE: frozenset[str] = frozenset()


def holder_of(rule: Granting) -> str:
    """What has to be held for a grant."""
    match rule:
        case Grants(licence=id) | Quota(licence=id) | Limit(plan=id) | Includes(holder=id):
            return id


def availability(available: Iterable[Available]) -> list[tuple[frozenset[str], frozenset[AnyRule]]]:
    """The groups of ids that front matter asks for, with the rules that do: its plan, or else its licences.

    They are of two markets, so either will do.
    """
    available = tuple(available)
    plans = frozenset(rule.plan for rule in available if rule.plan is not None)
    groups = [frozenset(group) for rule in available for group in rule.needs]
    sources = frozenset[AnyRule](available)
    return [(plans | group, sources) for group in groups] if groups else [(plans, sources)] if plans else []
