"""Deciding for the holder of a plan: limits and their bands, plans that include lower ones, what pages are for."""

import msgspec
import pytest

from engine import Outcome, decide
from engine.entitlement.needs import needs, succeeding_plan
from engine.model.rules import (
    AnyRule,
    Available,
    Band,
    Excludes,
    Includes,
    Licence,
    Limit,
    Metered,
    Plan,
    Requires,
    Succeeds,
)
from engine.model.rulesets import Relation, RuleSet

from .ruling import stated

ALLOWED, NEAR, NOT, LIMIT = Outcome.ALLOWED, Outcome.NEAR_LIMIT, Outcome.NOT_LICENSED, Outcome.LIMIT_REACHED

RANKED = ("little", "middle", "big", "huge")
"""The plans of these tests, the least first."""

PLANS = tuple(Plan(plan, "suite", rank, True) for rank, plan in enumerate(RANKED))
LIMITS = (Limit("little", "a", 0), Limit("middle", "a", 100), Limit("big", "a", 200), Limit("huge", "a", None))
BANDS = (
    Band(0, 85, "normal", "black"),
    Band(85, None, "near-limit", "yellow"),
    Band(100, 100, "limit-reached", "red"),
)


def known(rules: RuleSet) -> RuleSet:
    """The rule set with a vocabulary that has these plans."""
    return msgspec.structs.replace(rules, ids={**rules.ids, "plan": frozenset(RANKED)})


def plans(*rules: AnyRule) -> RuleSet:
    return known(stated(*PLANS, *rules))


@pytest.mark.parametrize(
    ("plan", "used", "outcome"),
    [
        ("middle", 0, ALLOWED),
        ("middle", 84, ALLOWED),
        ("middle", 85, NEAR),
        ("middle", 99, NEAR),
        ("middle", 100, LIMIT),
        ("middle", 5000, LIMIT),
        ("huge", 5000, ALLOWED),
    ],
)
def test_use_is_measured_against_the_bound_of_the_plan(plan: str, used: int, outcome: Outcome) -> None:
    decision = decide(plans(*LIMITS, *BANDS), "a", {plan}, usage={"a": used})
    assert decision.outcome is outcome
    assert decision.allowed == (outcome in (ALLOWED, NEAR))


def test_near_the_limit_the_decision_rests_on_the_limit_and_the_band() -> None:
    decision = decide(plans(*LIMITS, *BANDS), "a", {"middle"}, usage={"a": 90})
    assert set(decision.rules) == {Limit("middle", "a", 100), Band(85, None, "near-limit", "yellow")}
    assert decision.missing == ()


@pytest.mark.parametrize(("plan", "used", "outcome"), [("huge", 90, ALLOWED), ("big", 90, ALLOWED), ("big", 180, NEAR)])
def test_the_bounds_of_lower_plans_that_come_with_a_plan_warn_nobody(plan: str, used: int, outcome: Outcome) -> None:
    decision = decide(plans(*LIMITS, *BANDS), "a", {plan}, usage={"a": used})
    assert decision.outcome is outcome
    assert {rule.plan for rule in decision.rules if isinstance(rule, Limit)} == {plan}


def test_a_reached_limit_is_that_of_the_plan_held() -> None:
    limits = (Limit("little", "a", 10), Limit("middle", "a", 20))
    assert decide(plans(*limits), "a", {"middle"}, usage={"a": 20}).rules == (Limit("middle", "a", 20),)


def test_a_share_counts_and_not_a_number() -> None:
    outcomes = {
        used: decide(plans(Limit("middle", "a", 10), *BANDS), "a", {"middle"}, usage={"a": used}).outcome
        for used in (8, 9, 10)
    }
    assert outcomes == {8: ALLOWED, 9: NEAR, 10: LIMIT}


def test_the_narrower_band_wins() -> None:
    bands = (Band(0, None, "near-limit", "red"), Band(10, 20, "normal", "black"))
    outcomes = [decide(plans(*LIMITS, *bands), "a", {"middle"}, usage={"a": used}).outcome for used in (5, 10, 19, 20)]
    assert outcomes == [NEAR, ALLOWED, ALLOWED, NEAR]


def test_without_bands_nothing_is_near() -> None:
    assert decide(plans(*LIMITS), "a", {"middle"}, usage={"a": 99}).outcome is ALLOWED


def test_a_bound_of_none_is_not_licensed_and_names_the_lowest_plan_that_gives_it() -> None:
    decision = decide(plans(*LIMITS, *BANDS), "a", {"little"}, usage={"a": 0})
    assert (decision.outcome, decision.missing) == (NOT, (("middle",),))
    assert Limit("little", "a", 0) in decision.rules


def test_at_the_limit_the_next_roomy_plan_is_missing() -> None:
    rules = plans(*LIMITS, *BANDS)
    assert decide(rules, "a", {"middle"}, usage={"a": 100}).missing == (("big",),)
    assert decide(rules, "a", {"middle"}, usage={"a": 200}).missing == (("huge",),)


def test_a_higher_plan_satisfies_what_asks_for_a_lower_one_and_not_the_other_way() -> None:
    rules = plans(Requires("a", None, (("middle",),)))
    assert [decide(rules, "a", {plan}).outcome for plan in RANKED] == [NOT, ALLOWED, ALLOWED, ALLOWED]


@pytest.mark.parametrize(
    "listed",
    [
        tuple(Plan(plan, "suite", rank, False) for rank, plan in enumerate(RANKED)),
        tuple(Plan(plan, "suite", None, True) for plan in RANKED),
        tuple(Plan(plan, plan, rank, True) for rank, plan in enumerate(RANKED)),
    ],
    ids=["not cumulative", "no order", "other markets"],
)
def test_plans_include_lower_ones_only_in_one_order_of_one_market_that_says_so(listed: tuple[Plan, ...]) -> None:
    rules = known(stated(*listed, Requires("a", None, (("middle",),))))
    assert [decide(rules, "a", {plan}).outcome for plan in RANKED] == [NOT, ALLOWED, NOT, NOT]


def test_a_member_holds_its_class_and_the_class_is_no_member() -> None:
    relations = (Relation("member", "p", "class", "said so"), Relation("member", "q", "class", "said so"))
    rules = stated(
        Requires("a", None, (("class",),)), Requires("b", None, (("p",),)), Licence("q", "user", None, None),
        relations=relations,
    )  # fmt: skip
    assert decide(rules, "a", {"q"}).allowed
    assert not decide(rules, "a", {"r"})
    assert decide(rules, "a", ()).missing == (("class",),)
    assert not decide(rules, "b", {"class"})


def test_a_plan_that_lacks_a_feature_says_no_and_the_next_one_yes() -> None:
    rules = plans(Excludes("little", "a"))
    decision = decide(rules, "a", {"little"})
    assert (decision.outcome, decision.missing, decision.rules) == (NOT, (("middle",),), (Excludes("little", "a"),))
    assert decide(rules, "a", {"middle"}).outcome is ALLOWED
    assert decide(rules, "a", {"huge"}).outcome is ALLOWED


def test_a_plan_that_lacks_a_feature_gives_nothing_and_takes_nothing_away() -> None:
    rules = plans(Excludes("little", "a"), Requires("a", None, (("p", "little"),)))
    assert decide(rules, "a", {"little"}).outcome is NOT
    assert decide(rules, "a", {"little"}).missing == (("middle",), ("p",))
    assert decide(rules, "a", {"p"}).outcome is ALLOWED
    assert decide(rules, "a", {"little", "p"}).outcome is ALLOWED


def test_the_plan_or_the_licences_of_a_page_will_do() -> None:
    rules = plans(Available("a", "middle"), Available("a", None, (("p",),)))
    assert [decide(rules, "a", held).outcome for held in ({"middle"}, {"huge"}, {"p"}, {"little"}, {"q"})] == [
        ALLOWED, ALLOWED, ALLOWED, NOT, NOT,
    ]  # fmt: skip
    assert decide(rules, "a", ()).missing == (("middle",), ("p",))


def test_a_page_for_all_of_several_licences_asks_for_each_unless_the_plan_is_held() -> None:
    rules = plans(Available("a", "middle"), Available("a", None, (("p",), ("q",))))
    assert decide(rules, "a", {"p"}).missing == (("middle",), ("q",))
    assert decide(rules, "a", {"p", "q"}).allowed
    assert decide(rules, "a", {"middle"}).allowed


def test_a_page_for_a_plan_alone_wants_the_plan() -> None:
    assert decide(plans(Available("a", "big")), "a", {"middle"}).missing == (("big",),)


def test_a_requirement_sentence_and_front_matter_both_hold() -> None:
    rules = plans(Available("a", "middle"), Requires("a", None, (("right",),)))
    assert decide(rules, "a", {"middle"}).missing == (("right",),)
    assert decide(rules, "a", {"middle", "right"}).allowed


def test_what_a_plan_includes_is_held_by_it_and_by_higher_ones() -> None:
    rules = plans(Includes("middle", "p"), Requires("a", None, (("p",),)))
    assert [decide(rules, "a", {plan}).outcome for plan in RANKED] == [NOT, ALLOWED, ALLOWED, ALLOWED]


def test_a_feature_is_given_by_whoever_lists_it() -> None:
    rules = plans(Includes("big", "a"), Includes("p", "a"))
    assert decide(rules, "a", {"p"}).rules == (Includes("p", "a"),)
    assert decide(rules, "a", ()).missing == (("big",), ("p",))
    assert decide(rules, "a", {"huge"}).allowed


def test_what_is_only_metered_is_billed_and_never_denied() -> None:
    assert decide(plans(Metered("a", "suite")), "a", {"little"}, usage={"a": 10**9}).outcome is ALLOWED


def test_needs_names_the_lowest_plan_alone() -> None:
    limits = (Limit("little", "a", 0), Limit("middle", "a", 0), Limit("big", "a", 10), Limit("huge", "a", None))
    rules = plans(*limits)
    assert needs(rules, "a") == (("big",),)
    assert needs(rules, "a", {"middle"}) == (("big",),)
    assert needs(rules, "a", {"huge"}) == ()


def test_needs_lists_a_plan_beside_a_licence() -> None:
    rules = plans(Requires("a", None, (("big", "p"),)), Requires("a", None, (("middle", "q"),)))
    assert needs(rules, "a") == (("big",), ("middle", "p"), ("p", "q"))
    assert needs(rules, "a", {"middle"}) == (("big",), ("p",))


def test_of_the_plans_that_succeed_old_licences_the_highest_counts() -> None:
    rules = plans(Succeeds("p", "middle"), Succeeds("q", "huge"), Succeeds("r", "big"))
    assert succeeding_plan(rules, {"p"}) == "middle"
    assert succeeding_plan(rules, {"p", "q", "r"}) == "huge"
    assert succeeding_plan(rules, {"p", "r"}) == "big"
    assert succeeding_plan(rules, ()) is None
    assert succeeding_plan(rules, {"s"}) is None


def test_what_is_metered_is_allowed_because_use_is_billed() -> None:
    rules = stated(Metered("storage", "crm-suite"))
    decision = decide(rules, "storage", set())
    assert decision.outcome is Outcome.ALLOWED
    assert decision.rules == (Metered("storage", "crm-suite"),)
