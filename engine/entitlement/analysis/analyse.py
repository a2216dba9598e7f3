"""Every question, in order."""

from collections.abc import Callable

from engine.entitlement.analysis import (
    bounds,
    combinations,
    cycles,
    idle_licences,
    redundant_prerequisites,
    transition,
    unreachable,
    usage_ranges,
)
from engine.entitlement.analysis.records import Analysis
from engine.model.rulesets import RuleSet

QUESTIONS: tuple[Callable[[RuleSet], Analysis], ...] = (
    transition.ask,
    bounds.ask,
    usage_ranges.ask,
    combinations.ask,
    idle_licences.ask,
    unreachable.ask,
    redundant_prerequisites.ask,
    cycles.ask,
)


def analyse(rules: RuleSet) -> tuple[Analysis, ...]:
    """The answers to all questions. Each tries all its cases.

    Args:
        rules: what every language states; where they differ, everything that any of them says counts.
    """
    return tuple(ask(rules) for ask in QUESTIONS)
