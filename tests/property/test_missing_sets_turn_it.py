"""Adding a missing set gives a yes, adding any proper part of it does not, and no other set does that is not more."""

import itertools
import random

from hypothesis import given
from hypothesis import strategies as st

from engine import Decision, Holding, allows, decide
from engine.entitlement.compile import compiled

from ..oracle.worlds import HOLDABLE, Posed, posed


@given(st.integers(0, 10**9))
def test_a_missing_set_is_enough_and_nothing_less_is(seed: int) -> None:
    case = posed(random.Random(seed))
    decision = ask(case)
    more = dict(decision.more)
    for group in decision.missing:
        assert ask(case, [Holding(id, more.get(id, 1)) for id in group]).allowed
        for fewer in itertools.combinations(group, len(group) - 1):
            assert not ask(case, [Holding(id, more.get(id, 1)) for id in fewer]).allowed


@given(st.integers(0, 10**9))
def test_every_set_that_is_enough_amounts_to_a_missing_one(seed: int) -> None:
    case = posed(random.Random(seed))
    decision = ask(case)
    if decision.allowed or len(case.worlds) > 1:
        return
    ((reading),) = compiled(case.rules).readings
    owned = {holding.id for holding in case.asked.holdings if holding.count}
    for size in (1, 2):
        for ids in itertools.combinations(sorted(set(HOLDABLE) - owned), size):
            if ask(case, [Holding(id, 1000) for id in ids]).allowed:
                amount = reading.rules.implied(ids)
                more = reading.rules.implied(id for id, _ in decision.more)
                assert more & amount or any(set(group) <= amount for group in decision.missing), ids


@given(st.integers(0, 10**9))
def test_more_of_what_is_used_up_is_enough(seed: int) -> None:
    case = posed(random.Random(seed))
    decision = ask(case)
    named = {id for group in decision.missing for id in group}
    for id, count in decision.more:
        if id not in named:
            assert ask(case, [Holding(id, count)]).allowed
            assert count == 1 or not ask(case, [Holding(id, count - 1)]).allowed


def ask(case: Posed, added: list[Holding] | None = None) -> Decision:
    asked = case.asked
    holdings = [*asked.holdings, *(added or [])]
    more = {"channel": asked.channel, "edition": asked.edition, "market": asked.market, "at": asked.at}
    decision = decide(case.rules, asked.capability, holdings, usage=dict(asked.usage), **more)  # type: ignore[arg-type]
    yes = allows(case.rules, asked.capability, holdings, usage=dict(asked.usage), **more)  # type: ignore[arg-type]
    assert yes == decision.allowed
    return decision
