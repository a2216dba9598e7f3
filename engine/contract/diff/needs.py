"""Whether one side's holders are still served by the other: sets of ids against requirements."""

import itertools
from collections.abc import Iterable

from engine.model.rules import Needs, Plan
from engine.model.rulesets import RuleSet

MOST_WAYS = 512
"""Alternatives of one requirement that are tried; real ones have a handful."""


class Held:
    """What holding an id amounts to under a rule set: its classes, and the plans that a cumulative plan includes."""

    def __init__(self, rules: RuleSet) -> None:
        self._classes: dict[str, set[str]] = {}
        for relation in rules.relations:
            if relation.kind == "member":
                self._classes.setdefault(relation.id, set()).add(relation.other)
        self._ranks = {r.plan: r for r in rules.rules if isinstance(r, Plan) and r.rank is not None}

    def of(self, ids: Iterable[str]) -> frozenset[str]:
        """The ids and everything that comes with them."""
        found: set[str] = set()
        queue = list(ids)
        while queue:
            id = queue.pop()
            if id not in found:
                found.add(id)
                queue += [*self._classes.get(id, ()), *self._below(id)]
        return frozenset(found)

    def _below(self, id: str) -> list[str]:
        plan = self._ranks.get(id)
        if plan is None or not plan.cumulative:
            return []
        return [p.plan for p in self._ranks.values() if p.market == plan.market and (p.rank or 0) < (plan.rank or 0)]

    def rank(self, plan: str) -> int | None:
        """The place of a plan in its market's order; None where it is open."""
        found = self._ranks.get(plan)
        return found.rank if found else None

    def members(self, id: str) -> tuple[str, ...]:
        """Those who hold a class by holding something else; the id itself where it is none."""
        found = tuple(sorted(member for member, classes in self._classes.items() if id in classes))
        return found or (id,)


def serves(before: Iterable[Needs], after: Iterable[Needs], held_before: Held, held_after: Held) -> bool:
    """Whether everybody who meets the one side's requirements meets the other's, however little she holds."""
    wanted = [group for needs in after for group in needs]
    groups = [tuple(m for id in group for m in held_before.members(id)) for needs in before for group in needs]
    ways = itertools.islice(itertools.product(*groups), MOST_WAYS)
    return all(all(set(group) & held_after.of(way) for group in wanted) for way in ways)
