"""What holding some ids amounts to: classes, and the plans and features that come with them."""

from collections.abc import Iterable, Mapping

from engine.entitlement.analysis.combinations import listed
from engine.model.rules import AnyRule, Includes, Plan
from engine.model.rulesets import RuleSet


class Implied:
    """Looks up what comes with something held."""

    def __init__(self, rules: RuleSet) -> None:
        """
        Args:
            rules: the rule set; its relations tell the classes.
        """
        self._next: dict[str, set[str]] = {}
        for relation in rules.relations:
            if relation.kind == "member":
                self._next.setdefault(relation.id, set()).add(relation.other)
        for rule in rules.rules:
            if isinstance(rule, Includes):
                self._next.setdefault(rule.holder, set()).add(rule.feature)
        for plan, below in _below(rules.rules).items():
            self._next.setdefault(plan, set()).update(below)

    def by(self, ids: Iterable[str]) -> frozenset[str]:
        """The ids and everything that comes with them."""
        found: set[str] = set()
        queue = list(ids)
        while queue:
            id = queue.pop()
            if id not in found:
                found.add(id)
                queue.extend(self._next.get(id, ()))
        return frozenset(found)


def _below(rules: Iterable[AnyRule]) -> Mapping[str, frozenset[str]]:
    """A cumulative plan -> the plans of its market below it."""
    plans = [rule for rule in rules if isinstance(rule, Plan) and rule.rank is not None]
    return {
        plan.plan: frozenset(
            other.plan for other in plans if other.market == plan.market and (other.rank or 0) < (plan.rank or 0)
        )
        for plan in plans
        if plan.cumulative
    }


def together(rules: RuleSet, ids: Iterable[str]) -> bool:
    """Whether somebody can hold these ids at the same time.

    One level of each solution; several solutions only as a page lists them, where one lists combinations; one plan of
    each market, for the whole organisation has it.
    """
    held = set(ids)
    of = {kind: {r.id: r.other for r in rules.relations if r.kind == kind} for kind in ("solution", "level")}
    modules = sorted(id for id in held if id in of["solution"] and id in of["level"])
    if len({of["solution"][id] for id in modules}) < len(modules):
        return False
    plans = {rule.plan: rule.market for rule in rules.rules if isinstance(rule, Plan)}
    markets = [market for plan, market in plans.items() if plan in held]
    if len(set(markets)) < len(markets):
        return False
    stated = listed(rules)
    return len(modules) < 2 or not stated or tuple(modules) in stated
