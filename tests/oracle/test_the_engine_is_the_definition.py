"""The fast engine and the plain definition give the same outcome, world by world.

`CHARTER_TESTS=oracle` compares 100,000 worlds; the ordinary run a share of them.
"""

import os
import random
from collections import Counter

import pytest

from engine import Outcome, allows, decide

from .definition import outcome
from .worlds import Posed, posed

PARTS = 20
WORLDS = 5000 if "oracle" in os.environ.get("CHARTER_TESTS", "") else 125
"""In each part."""


def ask(case: Posed) -> tuple[object, bool]:
    asked = case.asked
    more = {"channel": asked.channel, "edition": asked.edition, "market": asked.market, "at": asked.at}
    decision = decide(case.rules, asked.capability, asked.holdings, usage=dict(asked.usage), **more)  # type: ignore[arg-type]
    yes = allows(case.rules, asked.capability, asked.holdings, usage=dict(asked.usage), **more)  # type: ignore[arg-type]
    return decision.outcome, yes


@pytest.mark.parametrize("part", range(PARTS))
def test_both_give_the_same_outcome(part: int) -> None:
    for number in range(WORLDS):
        case = posed(random.Random(part * 1_000_000 + number))
        expected = outcome(case.worlds, case.asked)
        assert ask(case) == (expected, expected.allowed), (case.worlds, case.asked)


def test_the_worlds_have_every_outcome_often_enough_to_mean_something() -> None:
    cases = (posed(random.Random(number)) for number in range(1500))
    found = Counter(outcome(case.worlds, case.asked) for case in cases)
    assert found.keys() == set(Outcome)
    assert min(found.values()) >= 3
