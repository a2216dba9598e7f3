"""What somebody can hold at the same time."""

from collections.abc import Iterable

from engine.entitlement.analysis.combinations import listed
from engine.entitlement.conditions import Rules
from engine.model.rules import Plan
from engine.model.rulesets import RuleSet


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
        self._held = Rules(rules.rules, rules.relations)

    def can_hold(self, ids: Iterable[str]) -> bool:
        """Whether somebody can hold these ids together."""
        held = frozenset(ids)
        plans = [id for id in held if id in self._markets]
        highest = [p for p in plans if not any(p != other and p in self._held.implied_by(other) for other in plans)]
        if len({self._markets[plan] for plan in highest}) < len(highest):
            return False
        modules = sorted(id for id in held if id in self._solutions)
        if len({self._solutions[id] for id in modules}) < len(modules):
            return False
        return len(modules) < 2 or not self._listed or tuple(modules) in self._listed
