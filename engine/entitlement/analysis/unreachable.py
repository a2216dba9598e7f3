"""Whether there is a way to everything that pages speak of, with licences that one can hold together."""

from engine.entitlement.analysis.holding import Together
from engine.entitlement.analysis.records import Analysis, Insight, joined, stating
from engine.entitlement.decide import decide
from engine.findings.codes import N_
from engine.model.decisions import Outcome
from engine.model.rules import PART, Requires, capability_ids
from engine.model.rulesets import RuleSet

NO_WAY = N_("nobody can have {capability}: nothing that can be held leads to it")
NOT_TOGETHER = N_("nobody can have {capability}: {licences} cannot be held together")

_OPEN = (Outcome.UNKNOWN, Outcome.DISPUTED)


def ask(rules: RuleSet) -> Analysis:
    """Ask about each capability and page for somebody who holds nothing, over every channel that is named."""
    asked: set[tuple[str, str | None]] = {(id, None) for rule in rules.rules for id in capability_ids(rule)}
    asked |= {(r.capability, r.channel) for r in rules.rules if isinstance(r, Requires) and r.channel}
    asked = {(id, channel) for id, channel in asked if not id.endswith(PART)}
    together = Together(rules)
    insights: list[Insight] = []
    for capability, channel in sorted(asked, key=lambda pair: (pair[0], pair[1] or "")):
        decision = decide(rules, capability, frozenset(), channel=channel)
        if decision.allowed or decision.outcome in _OPEN:
            continue
        if any(together.can_hold(group) for group in decision.missing):
            continue
        places = decision.because or stating(rules, (r for r in rules.rules if capability in capability_ids(r)))
        if decision.missing:
            values = {"capability": capability, "licences": joined(decision.missing[0])}
            insights.append(Insight(NOT_TOGETHER, values, places))
        else:
            insights.append(Insight(NO_WAY, {"capability": capability}, places))
    question = N_("Is there a way to everything, with licences that one can hold together?")
    return Analysis("unreachable", question, len(asked), tuple(insights))
