"""Who holds nothing may do nothing, but for what is billed by use and never denied."""

import random

from hypothesis import given
from hypothesis import strategies as st

from engine import decide
from engine.model.rules import Metered

from ..oracle.worlds import posed


@given(st.integers(0, 10**9))
def test_nothing_held_gives_nothing_but_what_is_metered(seed: int) -> None:
    case = posed(random.Random(seed))
    asked = case.asked
    decision = decide(
        case.rules, asked.capability, (), channel=asked.channel, edition=asked.edition, market=asked.market,
        usage=dict(asked.usage), at=asked.at,
    )  # fmt: skip
    if decision.allowed:
        assert any(isinstance(rule, Metered) for rule in decision.rules)
