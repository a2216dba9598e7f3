"""What it takes to use a capability, as alternatives of ids to hold.

Requirements are joined with "and", grants with "or": a new grant can only give more ways, never take one.
"""

from collections.abc import Iterable

import msgspec

from engine.model.rules import AnyRule, Grants, Licence, Quota, Requires
from engine.model.rulesets import Relation

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


class Rules(msgspec.Struct, frozen=True):
    """One reading's rules with the vocabulary's relations."""

    rules: frozenset[AnyRule]
    relations: tuple[Relation, ...] = ()

    def same(self, capability: str) -> frozenset[str]:
        """The capability and those that the vocabulary calls the same."""
        return self._closure(capability, "same_as", both_ways=True)

    def wholes(self, capability: str) -> frozenset[str]:
        """The capability, those it is the same as, and everything that it is part of."""
        found = self.same(capability)
        for _ in self.relations:
            found |= {o for id in found for o in self._closure(id, "part_of", both_ways=False)}
            found |= {o for id in found for o in self.same(id)}
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
            sorted(
                (
                    rule
                    for rule in self.rules
                    if isinstance(rule, Requires)
                    and rule.capability in wholes
                    and rule.channel in (None, circumstances.channel)
                ),
                key=repr,
            )
        )

    def grants(self, capability: str) -> tuple[Grants | Quota, ...]:
        """The rules by which some licence gives the capability; a quota also grants what it counts."""
        same = self.same(capability)
        return tuple(
            sorted(
                (
                    rule
                    for rule in self.rules
                    if (isinstance(rule, Grants) and rule.capability in same)
                    or (isinstance(rule, Quota) and rule.metric in same)
                ),
                key=repr,
            )
        )

    def applies(self, rule: Grants | Quota, circumstances: Circumstances) -> bool:
        """Whether a grant counts for the edition and channel asked."""
        editions = {r.edition for r in self.rules if isinstance(r, Licence) and r.licence == rule.licence}
        if circumstances.edition and editions and not editions & {None, circumstances.edition}:
            return False
        channels = rule.channels if isinstance(rule, Grants) else ()
        return not channels or circumstances.channel is None or circumstances.channel in channels


def ways(rules: Rules, capability: str, circumstances: Circumstances) -> tuple[Way, ...]:
    """Every minimal set of ids that suffices, sorted; empty when nothing can."""
    found = [Way(frozenset(), frozenset())]
    granting = rules.grants(capability)
    if granting:
        found = list(_granted(rules, capability, circumstances, frozenset()))
    for requirement in rules.requirements(capability, circumstances):
        for group in requirement.needs:
            found = _minimal(Way(way.ids | {id}, way.rules | {requirement}) for way in found for id in group)
    return tuple(found)


def _granted(rules: Rules, capability: str, circumstances: Circumstances, above: frozenset[str]) -> list[Way]:
    """The ways to be given a capability, with what it builds on; a capability cannot build on itself."""
    found: list[Way] = []
    for rule in rules.grants(capability):
        if not rules.applies(rule, circumstances):
            continue
        own = Way(frozenset((rule.licence,)), frozenset((rule,)))
        beside = rule.beside if isinstance(rule, Grants) else None
        if beside is None:
            found.append(own)
        elif beside not in above and beside != capability:
            for below in _granted(rules, beside, circumstances, above | {capability}):
                found.append(Way(own.ids | below.ids, own.rules | below.rules))
    return _minimal(found)


def _minimal(found: Iterable[Way]) -> list[Way]:
    """Without the ways that hold another; of two with equal ids the first by its rules."""
    ordered = sorted(found, key=lambda way: (len(way.ids), sorted(way.ids), repr(sorted(map(repr, way.rules)))))
    kept: list[Way] = []
    for way in ordered[:MOST_WAYS]:
        if not any(other.ids <= way.ids for other in kept):
            kept.append(way)
    return kept
