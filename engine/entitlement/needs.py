"""What it takes: the minimal sets to add, and the plan that succeeds old licences."""

import datetime as dt

from engine.entitlement.decide import decide
from engine.entitlement.holdings import held
from engine.model.decisions import Held
from engine.model.rules import Needs, Plan, Succeeds
from engine.model.rulesets import RuleSet


def needs(
    rules: RuleSet,
    capability: str,
    holdings: Held = frozenset(),
    *,
    channel: str | None = None,
    at: dt.date | None = None,
) -> Needs:
    """Every minimal set of ids that, added to the holdings, gives a capability; the smallest first.

    Empty when it is given already, and when nothing gives it.

    Raises:
        UsageError: an unknown id.
    """
    return decide(rules, capability, holdings, channel=channel, at=at).missing


def succeeding_plan(rules: RuleSet, holdings: Held) -> str | None:
    """The plan on which the holder of old licences is placed: of those that succeed them, the highest."""
    owned = {holding.id for holding in held(holdings)}
    plans = {rule.plan: rule for rule in rules.rules if isinstance(rule, Plan)}
    following = {rule.plan for rule in rules.rules if isinstance(rule, Succeeds) and rule.licence in owned}
    return max(following, key=lambda plan: (_rank(plans.get(plan)), plan), default=None)


def _rank(plan: Plan | None) -> int:
    return plan.rank if plan is not None and plan.rank is not None else -1
