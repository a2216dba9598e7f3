"""Whether every prerequisite asks for something that is not there already."""

from collections.abc import Iterable, Iterator

from engine.entitlement.analysis.records import Analysis, Insight, stating
from engine.entitlement.conditions import Rules
from engine.findings.codes import N_
from engine.model.rules import PART, AnyRule, Grants, Requires
from engine.model.rulesets import RuleSet

OWN_GRANT = N_("{licence} gives {capability} in addition to {beside}, which it gives itself")
OTHER_GROUP = N_("{capability} needs {needed}, which whoever has {held} has already")


def ask(rules: RuleSet) -> Analysis:
    """Try every prerequisite of a grant and every part of a requirement."""
    grants = sorted((r for r in rules.rules if isinstance(r, Grants)), key=repr)
    insights: list[Insight] = []
    cases = 0
    for grant in grants:
        if grant.beside is None:
            continue
        cases += 1
        own = [other for other in grants if (other.licence, other.capability) == (grant.licence, grant.beside)]
        own = [other for other in own if other.beside is None]
        if own:
            values = {"licence": grant.licence, "capability": grant.capability, "beside": grant.beside}
            insights.append(Insight(OWN_GRANT, values, stating(rules, (grant, *own))))
    held = Rules(rules.rules, rules.relations)
    for capability, sources in _requirements(rules.rules).items():
        groups = sorted({(group, rule) for rule in sources for group in rule.needs}, key=repr)
        cases += len(groups)
        for group, rule, other, by in _covered(groups, held):
            values = {"capability": capability, "needed": " / ".join(group), "held": " / ".join(other)}
            insights.append(Insight(OTHER_GROUP, values, stating(rules, (rule, by))))
    question = N_("Does every prerequisite ask for something that is not there already?")
    return Analysis("redundant-prerequisites", question, cases, tuple(insights))


def _requirements(rules: Iterable[AnyRule]) -> dict[str, list[Requires]]:
    """The requirements that always apply, by capability. Those of a channel, of a case or of unnamed parts are none."""
    found: dict[str, list[Requires]] = {}
    for rule in sorted(rules, key=repr):
        if isinstance(rule, Requires) and rule.channel is None and not rule.conditional and not _is_part(rule):
            found.setdefault(rule.capability, []).append(rule)
    return found


def _is_part(rule: Requires) -> bool:
    return rule.capability.endswith(PART)


Group = tuple[str, ...]


def _covered(groups: list[tuple[Group, Requires]], held: Rules) -> Iterator[tuple[Group, Requires, Group, Requires]]:
    """The groups that another one makes needless, whichever of its ids is held; of two that are equal, none."""
    for group, rule in groups:
        for other, by in groups:
            covers = all(held.implied_by(id) & set(group) for id in other)
            back = all(held.implied_by(id) & set(other) for id in group)
            if other != group and covers and not back:
                yield group, rule, other, by
                break
