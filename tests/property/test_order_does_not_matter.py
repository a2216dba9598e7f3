"""Order and duplicates do not matter: neither of holdings, nor of rules and readings."""

import random

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from engine import decide

from ..oracle.worlds import posed


@given(st.integers(0, 10**9), st.randoms(use_true_random=False))
def test_holdings_in_any_order_and_twice(seed: int, chance: random.Random) -> None:
    case = posed(random.Random(seed), simple=True)
    ids = [holding.id for holding in case.asked.holdings]
    mixed = ids + ids
    chance.shuffle(mixed)
    answers = [decide(case.rules, case.asked.capability, held) for held in (set(ids), ids, mixed, frozenset(ids))]
    assert {answer.outcome for answer in answers} == {answers[0].outcome}
    assert {answer.missing for answer in answers} == {answers[0].missing}
    assert {answer.because for answer in answers} == {answers[0].because}


@given(st.integers(0, 10**9), st.randoms(use_true_random=False))
def test_rules_and_readings_in_any_order_and_twice(seed: int, chance: random.Random) -> None:
    case = posed(random.Random(seed))
    statements, readings = list(case.rules.statements), list(case.rules.readings)
    statements.append(chance.choice(statements))
    chance.shuffle(statements)
    chance.shuffle(readings)
    mixed = msgspec.structs.replace(case.rules, statements=tuple(statements), readings=tuple(readings))
    one, other = (
        decide(rules, case.asked.capability, case.asked.holdings, usage=dict(case.asked.usage), at=case.asked.at)
        for rules in (case.rules, mixed)
    )
    assert (one.outcome, one.missing, set(one.because)) == (other.outcome, other.missing, set(other.because))
    assert (one.more, one.misplaced, sorted(one.disputed)) == (other.more, other.misplaced, sorted(other.disputed))
