"""The determining statements alone give the same decision, with what licences and plans there are."""

import random

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from engine import Decision, Outcome, RuleSet, decide
from engine.model.rules import Licence, Plan

from ..oracle.definition import Asked
from ..oracle.worlds import posed


@given(st.integers(0, 10**9))
def test_without_all_other_statements_the_decision_is_the_same(seed: int) -> None:
    case = posed(random.Random(seed))
    whole = ask(case.rules, case.asked)
    alone = ask(only(case.rules, whole), case.asked)
    assert alone.outcome is whole.outcome
    if whole.outcome is Outcome.NOT_LICENSED:  # What is missing follows from them, too.
        assert set(whole.missing) <= set(alone.missing)


def ask(rules: RuleSet, asked: Asked) -> Decision:
    return decide(
        rules, asked.capability, asked.holdings, channel=asked.channel, edition=asked.edition, market=asked.market,
        usage=dict(asked.usage), at=asked.at,
    )  # fmt: skip


def only(rules: RuleSet, decision: Decision) -> RuleSet:
    """The rule set with nothing but the determining statements and the definitions."""
    because = set(decision.because)
    kept = tuple(s for s in rules.statements if s in because or isinstance(s.rule, Licence | Plan))
    stated = {statement.rule for statement in kept}
    readings = tuple(
        msgspec.structs.replace(reading, rules=frozenset(reading.rules & stated)) for reading in rules.readings
    )
    return msgspec.structs.replace(rules, statements=kept, readings=readings)
