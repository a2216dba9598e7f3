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


class Together:
    """Looks up what somebody can hold at the same time.

    One level of each solution; several solutions only as a page lists them, where one lists combinations; of each
    market one plan with those that it includes, for the whole organisation has it.
    """

    def __init__(self, rules: RuleSet) -> None:
        """
        Args:
            rules: the rule set; its relations tell the solutions and levels.
        """
        relations = {kind: {r.id: r.other for r in rules.relations if r.kind == kind} for kind in ("solution", "level")}
        self._solutions = {id: other for id, other in relations["solution"].items() if id in relations["level"]}
        self._markets = {rule.plan: rule.market for rule in rules.rules if isinstance(rule, Plan)}
        self._listed = listed(rules)
        self._implied = Implied(rules)

    def can_hold(self, ids: Iterable[str]) -> bool:
        """Whether somebody can hold these ids together."""
        held = frozenset(ids)
        plans = [id for id in held if id in self._markets]
        highest = [p for p in plans if not any(p != other and p in self._implied.by((other,)) for other in plans)]
        if len({self._markets[plan] for plan in highest}) < len(highest):
            return False
        modules = sorted(id for id in held if id in self._solutions)
        if len({self._solutions[id] for id in modules}) < len(modules):
            return False
        return len(modules) < 2 or not self._listed or tuple(modules) in self._listed
