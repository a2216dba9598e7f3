"""Raising a bound never turns a yes into a no; neither does less use."""

import random

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from engine import RuleSet, decide
from engine.model.rules import AnyRule, Limit

from ..oracle.definition import Asked
from ..oracle.worlds import posed


@given(st.integers(0, 10**9), st.sampled_from([1, 5, 100, None]))
def test_a_yes_stays_one_when_every_bound_of_a_metric_is_raised(seed: int, by: int | None) -> None:
    case = posed(random.Random(seed))
    if yes(case.rules, case.asked):
        assert yes(raised(case.rules, by), case.asked)


@given(st.integers(0, 10**9))
def test_a_yes_stays_one_when_less_is_used(seed: int) -> None:
    case = posed(random.Random(seed))
    if yes(case.rules, case.asked):
        assert yes(case.rules, case.asked._replace(usage=tuple((m, n // 2) for m, n in case.asked.usage)))


def raised(rules: RuleSet, by: int | None) -> RuleSet:
    """The rule set with every bound higher."""

    def higher(rule: AnyRule) -> AnyRule:
        if not isinstance(rule, Limit) or rule.bound is None:
            return rule
        return Limit(rule.plan, rule.metric, None if by is None else rule.bound + by)

    return msgspec.structs.replace(
        rules,
        statements=tuple(msgspec.structs.replace(s, rule=higher(s.rule)) for s in rules.statements),
        readings=tuple(msgspec.structs.replace(r, rules=frozenset(map(higher, r.rules))) for r in rules.readings),
    )


def yes(rules: RuleSet, asked: Asked) -> bool:
    return decide(
        rules, asked.capability, asked.holdings, channel=asked.channel, edition=asked.edition, market=asked.market,
        usage=dict(asked.usage), at=asked.at,
    ).allowed  # fmt: skip
