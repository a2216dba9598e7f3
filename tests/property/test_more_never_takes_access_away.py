"""More licences never take access away."""

import random

from hypothesis import given
from hypothesis import strategies as st

from engine import Holding, decide
from engine.model.decisions import Outcome

from ..oracle.worlds import HOLDABLE, Posed, posed


@given(st.integers(0, 10**9), st.sampled_from(HOLDABLE), st.integers(1, 3))
def test_one_more_holding_leaves_a_yes_a_yes(seed: int, id: str, count: int) -> None:
    case = posed(random.Random(seed))
    before, after = answers(case, Holding(id, count))
    assert not before.allowed or after.allowed


@given(st.integers(0, 10**9), st.sampled_from(HOLDABLE))
def test_under_one_reading_the_outcome_only_rises(seed: int, id: str) -> None:
    case = posed(random.Random(seed))
    if len(case.worlds) == 1:
        order = [
            {Outcome.UNKNOWN},
            {Outcome.NOT_LICENSED, Outcome.EXPIRED},
            {Outcome.LIMIT_REACHED},
            {Outcome.NEAR_LIMIT, Outcome.ALLOWED},
        ]
        before, after = (next(i for i, level in enumerate(order) if o in level) for o in answers(case, Holding(id)))
        assert before <= after


def answers(case: Posed, added: Holding) -> tuple[Outcome, Outcome]:
    asked = case.asked

    def outcome(holdings: frozenset[Holding]) -> Outcome:
        return decide(
            case.rules, asked.capability, holdings, channel=asked.channel, edition=asked.edition, market=asked.market,
            usage=dict(asked.usage), at=asked.at,
        ).outcome  # fmt: skip

    return outcome(asked.holdings), outcome(asked.holdings | {added})
