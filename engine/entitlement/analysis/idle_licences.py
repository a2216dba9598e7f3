"""Whether every licence and plan that pages list is good for something.

One that is neither needed for nor gives anything, alone or by what comes with it, changes no answer. A licence that a
page describes in words that decide nothing ("specifies which systems ...") is no such case.
"""

from engine.entitlement.analysis.records import Analysis, Insight, stating
from engine.entitlement.conditions import Rules
from engine.findings.codes import N_
from engine.model.rules import (
    AnyRule,
    Available,
    Describes,
    Grants,
    Includes,
    Licence,
    Limit,
    Plan,
    Quota,
    Requires,
    holdable_ids,
)
from engine.model.rulesets import RuleSet

IDLE = N_("who holds {licence} may do nothing more than who holds nothing")


def ask(rules: RuleSet) -> Analysis:
    """Try every licence and plan that a page lists."""
    useful = {id for rule in rules.rules if _is_useful(rule) for id in holdable_ids(rule)}
    held = Rules(rules.rules, rules.relations)
    definitions: dict[str, list[AnyRule]] = {}
    for rule in sorted(rules.rules, key=repr):
        match rule:
            case Licence(licence=id) | Plan(plan=id):
                definitions.setdefault(id, []).append(rule)
            case _:
                pass
    insights = tuple(
        Insight(IDLE, {"licence": id}, stating(rules, defining))
        for id, defining in sorted(definitions.items())
        if not held.implied_by(id) & useful
    )
    return Analysis("idle-licences", N_("Is every licence and plan good for something?"), len(definitions), insights)


def _is_useful(rule: AnyRule) -> bool:
    match rule:
        case Limit(bound=bound):
            return bound != 0
        case Grants() | Quota() | Includes() | Requires() | Available() | Describes():
            return True
        case _:
            return False
