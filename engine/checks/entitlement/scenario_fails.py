"""An example whose promised answer is not what the rules give."""

from collections.abc import Iterator

from engine.entitlement.scenarios import answer
from engine.findings import Finding, Related
from engine.rules import Docs

SHOWN = 3
"""Sentences that a finding quotes."""


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per example, at its answer, quoting what the decision rests on; the page's own language first."""
    for scenario in {scenario.span: scenario for scenario in docs.scenarios}.values():
        decision = answer(docs.rules, scenario)
        if decision.outcome is scenario.expected:
            continue
        ordered = sorted(decision.because, key=lambda statement: statement.language != scenario.language)
        places = tuple(dict.fromkeys(Related(s.span, s.quote) for s in ordered))
        expected, outcome = str(scenario.expected), str(decision.outcome)
        yield Finding("E001", scenario.answer, {"expected": expected, "outcome": outcome}, places[:SHOWN])
