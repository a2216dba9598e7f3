"""Whether the combinations listed are those of at most one level per solution and at least two solutions."""

import itertools

from engine.entitlement.analysis.records import Analysis, Insight, joined, stating
from engine.findings.codes import N_
from engine.model.rules import Combination
from engine.model.rulesets import RuleSet

MISSING = N_("the rule allows {licences} together, and no page lists it")
EXTRA = N_("a page lists {licences}, which breaks the rule")


def listed(rules: RuleSet) -> frozenset[tuple[str, ...]]:
    """The combinations that some page lists, each sorted."""
    return frozenset(rule.licences for rule in rules.rules if isinstance(rule, Combination))


def ask(rules: RuleSet) -> Analysis:
    """Compare the list with what the rule gives for the solutions and levels that it names."""
    stated = listed(rules)
    named = {licence for licences in stated for licence in licences}
    levels: dict[str, list[str]] = {}
    for relation in rules.relations:
        if relation.kind == "solution" and relation.id in named:
            levels.setdefault(relation.other, []).append(relation.id)
    choices = [[None, *sorted(ids)] for _, ids in sorted(levels.items())]
    allowed = {tuple(sorted(filter(None, chosen))) for chosen in itertools.product(*choices)}
    allowed = {licences for licences in allowed if len(licences) > 1} if stated else set()
    # Where one is missing, those that hold a part of it show the list that it is missing from.
    insights = [
        Insight(
            MISSING,
            {"licences": joined(missing)},
            stating(rules, (Combination(c) for c in stated if set(c) < set(missing) or set(missing) < set(c))),
        )
        for missing in sorted(allowed - stated)
    ]
    insights += [
        Insight(EXTRA, {"licences": joined(extra)}, stating(rules, (Combination(extra),)))
        for extra in sorted(stated - allowed)
    ]
    question = N_("Are the combinations listed all with one level per solution and at least two solutions?")
    return Analysis("combinations", question, len(allowed | stated), tuple(insights))
