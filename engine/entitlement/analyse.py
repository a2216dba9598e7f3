"""What follows from the rules as a whole: losses by transition, shrinking bounds, gaps in bands, combinations.

Each is a question put to the rule set with its answer and a concrete case; nothing here knows a product.
"""

import itertools
from collections.abc import Iterable, Iterator

import msgspec

from engine.entitlement.conditions import Rules, availability
from engine.entitlement.needs import succeeding_plan
from engine.findings.codes import N_
from engine.model.rules import AnyRule, Available, Band, Combination, Limit, Needs, Plan, Requires, Succeeds, all_of
from engine.model.rulesets import RuleSet

MISSING_COMBINATION = N_("the rule allows {licences} together, and no page lists it")
EXTRA_COMBINATION = N_("a page lists {licences}, which breaks the rule")
LOSS = N_("who holds {licences} has {capability} and loses it on the plan {plan}")
SHRINKS = N_("{metric}: the bound shrinks from {more} on {lower} to {less} on {higher}")
GAP = N_("no usage range covers {percent} %")


class Insight(msgspec.Struct, frozen=True):
    """Something that the rules imply and that somebody should know, with its counterexample."""

    message: str
    """A source sentence with placeholders."""
    arguments: dict[str, str]


class Analysis(msgspec.Struct, frozen=True):
    """What was asked, and what came of it."""

    question: str
    cases: int
    """How many cases were tried."""
    insights: tuple[Insight, ...]


def analyse(rules: RuleSet) -> tuple[Analysis, ...]:
    """Every analysis of a rule set, in order. Each tries all its cases."""
    return (_transition(rules), _bounds(rules), _bands(rules), _combinations(rules))


def _transition(rules: RuleSet) -> Analysis:
    """Whether any holder of old licences loses something on the plan that succeeds them."""
    old = sorted({rule.licence for rule in rules.rules if isinstance(rule, Succeeds)})
    stated = [rule.licences for rule in rules.rules if isinstance(rule, Combination)]
    holdings = sorted({(licence,) for licence in old} | {c for c in stated if set(c) <= set(old)})
    known_rules = Rules(rules.rules, rules.relations)
    asked = _asked(rules.rules)
    losses: dict[tuple[str, str], tuple[str, ...]] = {}
    cases = 0
    for licences in holdings:
        plan = succeeding_plan(rules, set(licences))
        before = known_rules.implied(licences)
        after = known_rules.implied((plan,)) if plan else frozenset[str]()
        for capability, needs in asked if plan else ():
            cases += 1
            if plan and _meets(before, needs) and not _meets(after, needs):
                known = losses.get((capability, plan))
                if known is None or len(licences) < len(known):
                    losses[capability, plan] = licences
    insights = [
        Insight(LOSS, {"licences": " + ".join(licences), "capability": capability, "plan": plan})
        for (capability, plan), licences in sorted(losses.items())
    ]
    return Analysis(N_("Does anyone lose access by moving to a plan?"), cases, tuple(insights))


def _asked(rules: Iterable[AnyRule]) -> list[tuple[str, Needs]]:
    """What pages ask for: every requirement by itself, and the plan or licences of a page's front matter together."""
    found = {(rule.capability, rule.needs) for rule in rules if isinstance(rule, Requires)}
    pages: dict[str, list[Available]] = {}
    for rule in rules:
        if isinstance(rule, Available):
            pages.setdefault(rule.page, []).append(rule)
    for page, available in pages.items():
        groups = [choices for choices, _ in availability(available)]
        found.add((page, all_of(groups)))
    return sorted(found)


def _meets(ids: frozenset[str], needs: Needs) -> bool:
    return all(ids & set(group) for group in needs)


def _bounds(rules: RuleSet) -> Analysis:
    """Whether every bound grows with the plans."""
    ranks = {r.plan: r.rank for r in rules.rules if isinstance(r, Plan) and r.rank is not None}
    limits = sorted((r for r in rules.rules if isinstance(r, Limit) and r.plan in ranks), key=lambda r: ranks[r.plan])
    insights: list[Insight] = []
    cases = 0
    for metric in sorted({limit.metric for limit in limits}):
        for lower, higher in itertools.pairwise(limit for limit in limits if limit.metric == metric):
            cases += 1
            if higher.bound is not None and (lower.bound is None or lower.bound > higher.bound):
                values = {"lower": lower.plan, "higher": higher.plan, "more": _text(lower), "less": _text(higher)}
                insights.append(Insight(SHRINKS, {"metric": metric, **values}))
    return Analysis(N_("Do bounds grow from plan to plan?"), cases, tuple(insights))


def _text(limit: Limit) -> str:
    return "∞" if limit.bound is None else str(limit.bound)


def _bands(rules: RuleSet) -> Analysis:
    """Whether every share of a bound, from 0 to 100 per cent, falls into some usage range."""
    bands = [rule for rule in rules.rules if isinstance(rule, Band)]
    uncovered = [share for share in range(101) if not any(_covers(band, share) for band in bands)] if bands else []
    insights = tuple(Insight(GAP, {"percent": str(share)}) for share in _starts(uncovered))
    return Analysis(N_("Do usage ranges cover everything?"), 101 if bands else 0, insights)


def _covers(band: Band, share: int) -> bool:
    return (
        share == band.low if band.high == band.low else band.low <= share and (band.high is None or share < band.high)
    )


def _starts(numbers: Iterable[int]) -> Iterator[int]:
    """The first of every run of successive numbers."""
    before = None
    for number in numbers:
        if before is None or number != before + 1:
            yield number
        before = number


def _combinations(rules: RuleSet) -> Analysis:
    """Whether the combinations listed are those of at most one level per solution and at least two solutions."""
    stated = {rule.licences for rule in rules.rules if isinstance(rule, Combination)}
    named = {licence for licences in stated for licence in licences}
    levels: dict[str, list[str]] = {}
    for relation in rules.relations:
        if relation.kind == "solution" and relation.id in named:
            levels.setdefault(relation.other, []).append(relation.id)
    choices = [[None, *sorted(ids)] for _, ids in sorted(levels.items())]
    allowed = {tuple(sorted(filter(None, chosen))) for chosen in itertools.product(*choices)}
    allowed = {licences for licences in allowed if len(licences) > 1} if stated else set()
    insights = [Insight(MISSING_COMBINATION, {"licences": " + ".join(c)}) for c in sorted(allowed - stated)]
    insights += [Insight(EXTRA_COMBINATION, {"licences": " + ".join(c)}) for c in sorted(stated - allowed)]
    question = N_("Are the combinations listed all with one level per solution and at least two solutions?")
    return Analysis(question, len(allowed | stated), tuple(insights))
