"""What the engine answers about a rule set, for pages that list it. The one place where these pages ask it."""

import functools
from collections.abc import Iterable

from engine.entitlement.compile import compiled
from engine.entitlement.conditions import Circumstances
from engine.entitlement.ways import Way, ways
from engine.model.rules import Plan, Requires
from engine.model.rulesets import RuleSet


class Answers:
    """A rule set, ready to be asked about every capability."""

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        self._compiled = compiled(rules)
        self.ways = functools.cache(self._ways)

    def _ways(self, capability: str, channel: str | None = None) -> tuple[tuple[Way, ...], ...]:
        """Per reading: the minimal sets of ids that suffice for a capability, each with its rules."""
        return tuple(ways(case) for _, case in self._compiled.question(capability, Circumstances(channel)).cases)

    def is_disputed(self, capability: str, channel: str | None = None) -> bool:
        """Whether it depends on the language of the page what suffices."""
        return len({frozenset(way.ids for way in found) for found in self.ways(capability, channel)}) > 1

    def channels(self, capability: str) -> tuple[str, ...]:
        """The channels over which a capability needs something more."""
        found = {r.channel for r in self.rules.rules if isinstance(r, Requires) and r.capability == capability}
        return tuple(sorted(channel for channel in found if channel))

    def implied(self, ids: Iterable[str]) -> frozenset[str]:
        """The ids with all that holding them amounts to under every reading."""
        ids = tuple(ids)
        found = [reading.rules.implied(ids) for reading in self._compiled.readings]
        return frozenset.intersection(*found) if found else frozenset()

    def plans(self) -> dict[str, list[Plan]]:
        """Market -> its plans, the least first. Where languages rank one differently, the first ranking counts."""
        found: dict[str, dict[str, Plan]] = {}
        for statement in self.rules.statements:
            if isinstance(statement.rule, Plan):
                found.setdefault(statement.rule.market, {}).setdefault(statement.rule.plan, statement.rule)
        return {
            market: sorted(plans.values(), key=lambda plan: (plan.rank is None, plan.rank or 0, plan.plan))
            for market, plans in sorted(found.items())
        }
