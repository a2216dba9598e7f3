"""Whether any holder of old licences loses something on the plan that succeeds them."""

from collections.abc import Iterable

from engine.entitlement.analysis.records import Analysis, Insight, joined, stating
from engine.entitlement.conditions import Rules
from engine.entitlement.needs import succeeding_plan
from engine.findings.codes import N_
from engine.model.rules import AnyRule, Available, Combination, Needs, Requires, Succeeds, all_of
from engine.model.rulesets import RuleSet

LOSS = N_("who holds {licences} has {capability} and loses it on the plan {plan}")


def ask(rules: RuleSet) -> Analysis:
    """Try every old licence and every combination of them against everything that pages ask for."""
    old = sorted({rule.licence for rule in rules.rules if isinstance(rule, Succeeds)})
    stated = [rule.licences for rule in rules.rules if isinstance(rule, Combination)]
    holdings = sorted({(licence,) for licence in old} | {c for c in stated if set(c) <= set(old)})
    held = Rules(rules.rules, rules.relations)
    asked = _asked(rules.rules)
    losses: dict[tuple[str, str], tuple[tuple[str, ...], frozenset[AnyRule]]] = {}
    cases = 0
    for licences in holdings:
        plan = succeeding_plan(rules, set(licences))
        if plan is None:
            continue
        before, after = held.implied(licences), held.implied_by(plan)
        for capability, needs, sources in asked:
            cases += 1
            if _meets(before, needs) and not _meets(after, needs):
                known = losses.get((capability, plan))
                if known is None or len(licences) < len(known[0]):
                    losses[capability, plan] = licences, sources
    moves = [rule for rule in rules.rules if isinstance(rule, Succeeds)]
    insights = tuple(
        Insight(
            LOSS,
            {"licences": joined(licences), "capability": capability, "plan": plan},
            stating(rules, sources | {m for m in moves if m.plan == plan and m.licence in licences}),
        )
        for (capability, plan), (licences, sources) in sorted(losses.items(), key=lambda loss: loss[0])
    )
    return Analysis("transition", N_("Does anyone lose access by moving to a plan?"), cases, insights)


def _asked(rules: Iterable[AnyRule]) -> list[tuple[str, Needs, frozenset[AnyRule]]]:
    """What pages ask for: every requirement by itself, and the plan or licences of a page's front matter together."""
    found: dict[tuple[str, Needs], set[AnyRule]] = {}
    pages: dict[str, list[Available]] = {}
    for rule in rules:
        if isinstance(rule, Requires):
            found.setdefault((rule.capability, rule.needs), set()).add(rule)
        if isinstance(rule, Available):
            pages.setdefault(rule.page, []).append(rule)
    for page, available in pages.items():
        plans = frozenset(rule.plan for rule in available if rule.plan is not None)
        groups = [frozenset(group) | plans for rule in available for group in rule.needs]
        found.setdefault((page, all_of(groups or [plans])), set()).update(available)
    return [(capability, needs, frozenset(sources)) for (capability, needs), sources in sorted(found.items(), key=_key)]


def _key(item: tuple[tuple[str, Needs], set[AnyRule]]) -> tuple[str, Needs]:
    return item[0]


def _meets(ids: frozenset[str], needs: Needs) -> bool:
    return all(ids & set(group) for group in needs)
