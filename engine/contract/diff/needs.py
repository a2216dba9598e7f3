"""Whether one side's holders are still served by the other: sets of ids against requirements."""

import itertools
from collections.abc import Iterable

from engine.entitlement.conditions import Rules
from engine.model.rules import Needs
from engine.model.rulesets import RuleSet

MOST_WAYS = 512
"""Alternatives of one requirement that are tried; real ones have a handful."""


class Held:
    """What holding an id amounts to under a rule set, and how its plans and classes lie."""

    def __init__(self, rules: RuleSet) -> None:
        self._rules = Rules(rules.rules, rules.relations)
        self._members: dict[str, set[str]] = {}
        for relation in rules.relations:
            if relation.kind == "member":
                self._members.setdefault(relation.other, set()).add(relation.id)

    def of(self, ids: Iterable[str]) -> frozenset[str]:
        """The ids and everything that comes with them."""
        return self._rules.implied(ids)

    def rank(self, plan: str) -> int | None:
        """The place of a plan in its market's order; None where it is open."""
        found = self._rules.plans.get(plan)
        return found.rank if found else None

    def members(self, id: str) -> tuple[str, ...]:
        """Those who hold a class by holding something else; the id itself where it is none."""
        return tuple(sorted(self._members.get(id, (id,))))


def serves(before: Iterable[Needs], after: Iterable[Needs], held_before: Held, held_after: Held) -> bool:
    """Whether everybody who meets the one side's requirements meets the other's, however little she holds."""
    wanted = [group for needs in after for group in needs]
    groups = [tuple(m for id in group for m in held_before.members(id)) for needs in before for group in needs]
    ways = itertools.islice(itertools.product(*groups), MOST_WAYS)
    return all(all(set(group) & held_after.of(way) for group in wanted) for way in ways)
