"""What it takes: the minimal sets to add, and the plan that succeeds old licences."""

import datetime as dt
import math
from collections.abc import Mapping
from numbers import Real

from engine.entitlement.compile import compiled
from engine.entitlement.decide import decide
from engine.entitlement.holdings import held, unknown_id
from engine.findings.errors import UsageError
from engine.model.decisions import Held
from engine.model.rules import Needs, Plan, Succeeds
from engine.model.rulesets import RuleSet

LEGACY = "legacy"
"""The lifecycle of what is no longer sold, in the vocabulary."""


def needs(
    rules: RuleSet,
    capability: str,
    holdings: Held = frozenset(),
    *,
    prices: Mapping[str, float] | None = None,
    legacy: bool = True,
    channel: str | None = None,
    edition: str | None = None,
    market: str | None = None,
    usage: Mapping[str, int] | None = None,
    at: dt.date | None = None,
) -> Needs:
    """Every minimal set of ids that, added to the holdings, gives a capability.

    The smallest comes first; with prices the cheapest, and what has no price last. Empty when it is given already, and
    when nothing gives it. Sets that amount to more than another (a higher plan) are left out. `decide` says in `more`
    how many of an id it takes where one is not enough.

    Args:
        rules: the rule set.
        capability: the id of what is wished.
        holdings: what is held already.
        prices: id -> price of one, in any one currency.
        legacy: False leaves out sets with a licence that pages list as legacy: it is no longer sold.
        channel, edition, market, usage, at: as for `decide`.

    Raises:
        UsageError: an unknown id, a price that is none, and whatever `decide` raises.
    """
    decision = decide(rules, capability, holdings, channel=channel, edition=edition, market=market, usage=usage, at=at)
    found = decision.missing
    if not legacy:
        old = {id for id, licence in rules.licences.items() if licence.lifecycle == LEGACY}
        found = tuple(group for group in found if not old & set(group))
    if prices is None:
        return found
    _check(rules, prices)
    more = dict(decision.more)

    def cost(group: tuple[str, ...]) -> float:
        return sum(prices.get(id, math.inf) * more.get(id, 1) for id in group)

    return tuple(sorted(found, key=lambda group: (cost(group), len(group), group)))


def _check(rules: RuleSet, prices: Mapping[str, float]) -> None:
    known = compiled(rules).known
    for id, price in prices.items():
        if id not in known:
            raise unknown_id("licence or right", id, known)
        if not isinstance(price, Real) or isinstance(price, bool) or not 0 <= float(price) < math.inf:
            raise UsageError(f"`{price!r}` is no price of `{id}`", help="give a number from 0 on")


def succeeding_plan(rules: RuleSet, holdings: Held) -> str | None:
    """The plan on which the holder of old licences is placed: of those that succeed them, the highest."""
    owned = {holding.id for holding in held(holdings)}
    plans = {rule.plan: rule for rule in rules.rules if isinstance(rule, Plan)}
    following = {rule.plan for rule in rules.rules if isinstance(rule, Succeeds) and rule.licence in owned}
    return max(following, key=lambda plan: (_rank(plans.get(plan)), plan), default=None)


def _rank(plan: Plan | None) -> int:
    return plan.rank if plan is not None and plan.rank is not None else -1
