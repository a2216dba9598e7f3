"""What the engine answers about a rule set, for pages that list it. The one place where these pages ask it."""

import functools
from collections.abc import Collection
from typing import NamedTuple

from engine.entitlement.compile import compiled
from engine.entitlement.conditions import Circumstances
from engine.entitlement.ways import Way, ways
from engine.model.rules import AnyRule, Plan, Requires
from engine.model.rulesets import RuleSet


class Answer(NamedTuple):
    """What one reading of the pages says of a capability."""

    ways: tuple[Way, ...]
    """The minimal sets that suffice, the smallest first; one empty set where nothing is needed."""
    ignored: frozenset[str]
    """What does not count for it, though it may amount to something that does: plans that leave it out."""
    rules: frozenset[AnyRule]
    """What bears on it, whatever is held."""


class Answers:
    """A rule set, ready to be asked about every capability."""

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        self._compiled = compiled(rules)
        self.ordered = tuple(sorted(rules.rules, key=repr))
        """Every rule that any language states, in their one order."""
        self._order = {rule: place for place, rule in enumerate(self.ordered)}
        self.licences = rules.licences
        """The licences that some page defines, by id."""
        self._channels: dict[str, set[str]] = {}
        for rule in self.ordered:
            if isinstance(rule, Requires) and rule.channel:
                self._channels.setdefault(rule.capability, set()).add(rule.channel)
        self.about = functools.cache(self._about)
        self.implied = functools.cache(self._implied)
        self.plans = functools.cache(self._plans)

    @property
    def readings(self) -> int:
        """How many different sets of rules the languages state."""
        return len(self._compiled.readings)

    def languages(self, reading: int) -> tuple[str, ...]:
        """The languages of a reading."""
        return self._compiled.readings[reading].languages

    def _about(self, capability: str, channel: str | None, reading: int) -> Answer | None:
        """What a reading says of a capability; None where it says nothing."""
        _, case = self._compiled.question(capability, Circumstances(channel)).cases[reading]
        return Answer(ways(case), frozenset(case.excluded), case.general) if case.speaks else None

    def ways(self, capability: str, channel: str | None = None) -> tuple[tuple[Way, ...], ...]:
        """Per reading that speaks of it: the minimal sets of ids that suffice for a capability."""
        found = (self.about(capability, channel, number) for number in range(self.readings))
        return tuple(answer.ways for answer in found if answer is not None)

    def is_disputed(self, capability: str, channel: str | None = None) -> bool:
        """Whether it depends on the language of the page what suffices, or whether anything is said at all."""
        found = (self.about(capability, channel, number) for number in range(self.readings))
        return len({answer and frozenset(way.ids for way in answer.ways) for answer in found}) > 1

    def channels(self, capability: str) -> tuple[str, ...]:
        """The channels over which a capability needs something more."""
        return tuple(sorted(self._channels.get(capability, ())))

    def amounts_to(self, id: str, reading: int) -> frozenset[str]:
        """What holding something amounts to under a reading, itself included."""
        return self._compiled.readings[reading].rules.implied_by(id)

    def _implied(self, id: str) -> frozenset[str]:
        """What holding something amounts to under every reading, itself included."""
        found = [self.amounts_to(id, number) for number in range(self.readings)]
        return frozenset.intersection(*found) if found else frozenset({id})

    def in_order(self, rules: Collection[AnyRule]) -> list[AnyRule]:
        """Some rules in their one order."""
        if self._order.keys() >= set(rules):
            return sorted(rules, key=self._order.__getitem__)
        return sorted(rules, key=repr)

    def _plans(self) -> dict[str, list[Plan]]:
        """Market -> its plans, the least first. Where languages rank one differently, the first ranking counts."""
        found: dict[str, dict[str, Plan]] = {}
        for statement in self.rules.statements:
            if isinstance(statement.rule, Plan):
                found.setdefault(statement.rule.market, {}).setdefault(statement.rule.plan, statement.rule)
        return {
            market: sorted(plans.values(), key=lambda plan: (plan.rank is None, plan.rank or 0, plan.plan))
            for market, plans in sorted(found.items())
        }
