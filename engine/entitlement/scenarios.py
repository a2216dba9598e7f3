"""Examples of pages, held against the rules."""

from engine.entitlement.decide import decide
from engine.model.decisions import Decision
from engine.model.rulesets import RuleSet
from engine.model.scenarios import Scenario


def answer(rules: RuleSet, scenario: Scenario) -> Decision:
    """What the rules say to an example; it holds where the outcome is the one that the page promises.

    Args:
        rules: of all pages.
        scenario: read with the same vocabulary, so that every id in it is known.
    """
    usage = None if scenario.in_use is None else {scenario.wish: scenario.in_use}
    return decide(
        rules,
        scenario.wish,
        frozenset(scenario.holdings),
        channel=scenario.channel,
        usage=usage,
        at=scenario.at,
    )
