"""Whether every bound grows with the plans."""

import itertools

from engine.entitlement.analysis.records import Analysis, Insight, stating
from engine.findings.codes import N_
from engine.model.rules import Limit, Plan
from engine.model.rulesets import RuleSet

SHRINKS = N_("{metric}: the bound shrinks from {more} on {lower} to {less} on {higher}")


def ask(rules: RuleSet) -> Analysis:
    """Compare the bounds of each metric on neighbouring plans."""
    ranks = {r.plan: r.rank for r in rules.rules if isinstance(r, Plan) and r.rank is not None}
    limits = sorted(
        (r for r in rules.rules if isinstance(r, Limit) and r.plan in ranks), key=lambda r: (ranks[r.plan], repr(r))
    )
    insights: list[Insight] = []
    cases = 0
    for metric in sorted({limit.metric for limit in limits}):
        for lower, higher in itertools.pairwise(limit for limit in limits if limit.metric == metric):
            if lower.plan == higher.plan:
                # Pages disagree about one plan, which is a finding of `charter check`.
                continue
            cases += 1
            if higher.bound is not None and (lower.bound is None or lower.bound > higher.bound):
                values = {"lower": lower.plan, "higher": higher.plan, "more": _text(lower), "less": _text(higher)}
                insights.append(Insight(SHRINKS, {"metric": metric, **values}, stating(rules, (lower, higher))))
    return Analysis("bounds", N_("Do bounds grow from plan to plan?"), cases, tuple(insights))


def _text(limit: Limit) -> str:
    return "∞" if limit.bound is None else str(limit.bound)
