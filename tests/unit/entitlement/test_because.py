"""Which statements a decision rests on, where it is not only the one that asks or gives."""

import datetime as dt

from engine import Decision, Holding, Outcome, decide
from engine.model.rules import AnyRule, Grants, Includes, Limit, Plan, Quota, Requires
from engine.testing.builder import rule_set

PLANS = tuple(Plan(name, "suite", rank, True) for rank, name in enumerate(("little", "big")))


def reasons(decision: Decision) -> set[AnyRule]:
    return {statement.rule for statement in decision.because}


def test_what_expired_and_included_a_feature_is_told_with_the_list_that_includes_it() -> None:
    listed = Includes("big", "remote")
    rules = rule_set(*PLANS, listed, Grants("remote", "reports", None), rights=["remote"])
    decision = decide(rules, "reports", {Holding("big", until=dt.date(2025, 1, 1))}, at=dt.date(2025, 2, 1))
    assert decision.outcome is Outcome.EXPIRED
    assert listed in reasons(decision)


def test_a_plan_asked_for_is_told_with_its_own_bound_where_that_is_used_up() -> None:
    own = Limit("big", "projects", 1)
    rules = rule_set(*PLANS, own, Limit("little", "projects", None), Requires("projects", None, (("big",),)))
    decision = decide(rules, "projects", {"little"}, usage={"projects": 5})
    assert decision.missing
    assert own in reasons(decision)


def test_a_list_by_which_something_is_enough_in_another_language_is_a_reason() -> None:
    listed = Includes("big", "remote")
    rules = rule_set(
        *PLANS, Quota("remote", "projects", None), languages={"en": [Limit("big", "projects", 9)], "sv": [listed]}
    )
    decision = decide(rules, "projects", set())
    assert ("big",) in decision.missing
    assert listed in reasons(decision)
