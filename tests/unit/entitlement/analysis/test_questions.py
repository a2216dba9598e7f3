"""Each question finds its fault with a concrete case and the sentence that shows it, and is silent without it."""

import pytest

from engine.entitlement.analysis import QUESTIONS, Analysis, Insight, analyse
from engine.localedata import Messages
from engine.model.rules import (
    AnyRule,
    Available,
    Band,
    Combination,
    Describes,
    Grants,
    Includes,
    Licence,
    Limit,
    Plan,
    Quota,
    Requires,
    Succeeds,
)
from engine.model.rulesets import Relation, RuleSet

from ..ruling import stated


def answer(id: str, rules: RuleSet) -> Analysis:
    (found,) = (analysis for analysis in analyse(rules) if analysis.id == id)
    return found


def told(insight: Insight) -> str:
    return Messages().format(insight.message, **insight.arguments)


def only(id: str, *rules: AnyRule, relations: tuple[Relation, ...] = ()) -> tuple[str, set[int]]:
    """The one exception, and the lines of the sentences that show it: the rules in order."""
    (insight,) = answer(id, stated(*rules, relations=relations)).insights
    return told(insight), {statement.span.line for statement in insight.because}


def none(id: str, *rules: AnyRule, relations: tuple[Relation, ...] = ()) -> bool:
    analysis = answer(id, stated(*rules, relations=relations))
    return analysis.cases > 0 and analysis.insights == ()


def plan(id: str, rank: int, *, market: str = "m") -> Plan:
    return Plan(id, market, rank, True)


def relation(kind: str, id: str, other: str) -> Relation:
    return Relation(kind, id, other, "because")


MODULES = tuple(
    relation(kind, id, other)
    for id, solution, level in (("p", "sales", "low"), ("q", "sales", "high"), ("r", "service", "low"))
    for kind, other in (("solution", solution), ("level", level))
)


def test_a_rule_set_without_rules_has_no_cases_and_no_exceptions() -> None:
    assert [(a.cases, a.insights) for a in analyse(stated())] == [(0, ())] * len(QUESTIONS)


def test_every_question_is_named_for_its_module() -> None:
    ids = [analysis.id for analysis in analyse(stated())]
    assert ids == [question.__module__.rpartition(".")[2].replace("_", "-") for question in QUESTIONS]


def test_a_loss_by_transition_names_the_licences_the_plan_and_what_is_lost() -> None:
    rules = (Requires("a", None, (("p",),)), Succeeds("p", "t"), Requires("b", None, (("p", "t"),)))
    assert only("transition", *rules) == ("who holds p has a and loses it on the plan t", {1, 2})
    assert none("transition", *rules[1:])


def test_the_front_matter_of_a_page_can_be_lost_too() -> None:
    rules = (Available("page:x", None, (("p",),)), Available("page:x", "s"), Succeeds("p", "t"))
    assert only("transition", *rules)[0] == "who holds p has page:x and loses it on the plan t"
    assert none("transition", *rules, plan("t", 1), plan("s", 0))


def test_a_bound_that_shrinks_is_told_with_both_cells() -> None:
    rules = (plan("s", 0), plan("t", 1), Limit("s", "a", 5), Limit("t", "a", 3))
    assert only("bounds", *rules) == ("a: the bound shrinks from 5 on s to 3 on t", {3, 4})
    assert none("bounds", *rules[:3], Limit("t", "a", None))
    assert only("bounds", *rules[:2], Limit("s", "a", None), Limit("t", "a", 3))[0].startswith(
        "a: the bound shrinks from ∞"
    )


def test_a_gap_between_usage_ranges_is_told_by_its_first_share() -> None:
    rules = (Band(0, 80, "normal", None), Band(90, None, "near-limit", None))
    assert only("usage-ranges", *rules) == ("no usage range covers 80 %", {1, 2})


def test_ranges_that_lie_in_one_another_are_no_overlap() -> None:
    nested = (Band(0, 85, "normal", None), Band(85, None, "near-limit", None), Band(100, 100, "limit-reached", None))
    assert none("usage-ranges", *nested)
    assert none("usage-ranges", Band(0, None, "normal", None), Band(85, 100, "near-limit", None))


@pytest.mark.parametrize("other", [Band(85, None, "near-limit", None), Band(0, 90, "near-limit", None)])
def test_ranges_that_cross_or_are_equal_are_an_overlap(other: Band) -> None:
    first = max(other.low, 0)
    message, lines = only("usage-ranges", Band(0, 90, "normal", None), other, Band(90, None, "near-limit", None))
    assert message.startswith(f"{first} % falls into two usage ranges, ")
    assert lines == {1, 2}


def test_a_combination_that_is_missing_or_against_the_rule_is_told() -> None:
    listed = (Combination(("p", "r")), Combination(("q", "r")))
    assert none("combinations", *listed, relations=MODULES)
    assert only("combinations", *listed, Combination(("p", "q")), relations=MODULES) == (
        "a page lists p + q, which breaks the rule",
        {3},
    )
    with_third = (*MODULES, relation("solution", "s", "marketing"), relation("level", "s", "low"))
    three = [Combination(c) for c in (("p", "r"), ("p", "s"), ("q", "r"), ("q", "s"), ("r", "s"), ("p", "r", "s"))]
    assert only("combinations", *three, relations=with_third) == (
        "the rule allows q + r + s together, and no page lists it",
        {3, 4, 5},
    )


def test_a_licence_that_gives_nothing_and_is_needed_for_nothing_is_idle() -> None:
    licence = Licence("p", "user", None, None)
    assert only("idle-licences", licence) == ("who holds p may do nothing more than who holds nothing", {1})
    for use in (
        Grants("p", "a", None),
        Requires("a", None, (("p", "q"),)),
        Quota("p", "a", None),
        Includes("p", "x"),
        Available("page:x", None, (("p",),)),
        Describes("p", "topic"),
    ):
        assert none("idle-licences", licence, use)


def test_a_class_or_a_lower_plan_makes_a_licence_useful_and_a_bound_of_nothing_does_not() -> None:
    licence = Licence("p", "user", None, None)
    assert none(
        "idle-licences", licence, Requires("a", None, (("class",),)), relations=(relation("member", "p", "class"),)
    )
    assert none("idle-licences", plan("s", 0), plan("t", 1), Limit("s", "a", 1))
    assert only("idle-licences", plan("s", 0), Limit("s", "a", 0))[0].startswith("who holds s may do nothing")


def test_what_builds_on_something_that_nobody_gives_is_unreachable() -> None:
    found = answer("unreachable", stated(Grants("p", "a", "b")))
    assert [told(insight) for insight in found.insights] == ["nobody can have a: nothing that can be held leads to it"]
    assert none("unreachable", Grants("p", "a", "b"), Grants("q", "b", None))


def test_licences_that_cannot_be_held_together_are_no_way() -> None:
    both = (Requires("a", None, (("p",), ("q",))),)
    assert only("unreachable", *both, relations=MODULES) == ("nobody can have a: p + q cannot be held together", {1})
    assert none("unreachable", Requires("a", None, (("p",), ("r",))), relations=MODULES)
    unlisted = (Requires("a", None, (("p",), ("r",))), Combination(("q", "r")))
    assert only("unreachable", *unlisted, relations=MODULES)[0] == "nobody can have a: p + r cannot be held together"


def test_a_plan_is_held_with_those_that_it_includes_and_with_no_other() -> None:
    both = Requires("a", None, (("s",), ("t",)))
    cumulative = (plan("s", 0), plan("t", 1))
    assert none("unreachable", both, *cumulative)
    apart = (Plan("s", "m", 0), Plan("t", "m", 1))
    assert only("unreachable", both, *apart)[0] == "nobody can have a: s + t cannot be held together"
    assert none("unreachable", both, Plan("s", "m", 0), Plan("t", "other", 1))


def test_a_way_that_only_a_channel_closes_is_told() -> None:
    rules = (Grants("p", "a", None), Requires("a", "web", (("q",),)), Plan("p", "m", 0), Plan("q", "m", 1))
    assert only("unreachable", *rules)[0] == "nobody can have a: p + q cannot be held together"


def test_a_prerequisite_that_the_licence_gives_itself_is_redundant() -> None:
    rules = (Grants("p", "a", "b"), Grants("p", "b", None))
    assert only("redundant-prerequisites", *rules) == ("p gives a in addition to b, which it gives itself", {1, 2})
    assert none("redundant-prerequisites", Grants("p", "a", "b"), Grants("q", "b", None))


def test_a_requirement_that_another_one_covers_is_redundant() -> None:
    member = (relation("member", "p", "class"),)
    assert only("redundant-prerequisites", Requires("a", None, (("class",), ("p",))), relations=member) == (
        "a needs class, which whoever has p has already",
        {1},
    )
    rules = (plan("s", 0), plan("t", 1), Requires("a", None, (("s",),)), Requires("a", None, (("t",),)))
    assert only("redundant-prerequisites", *rules) == ("a needs s, which whoever has t has already", {3, 4})
    parts = [Requires("page:x#part", None, ((id,),)) for id in "st"]
    assert answer("redundant-prerequisites", stated(*rules[:2], *parts)).cases == 0
    assert none("redundant-prerequisites", *rules[:3], Requires("b", None, (("t",),)))


def test_what_builds_on_itself_is_told_once_with_all_its_sentences() -> None:
    rules = (Grants("p", "a", "b"), Grants("q", "b", "c"), Grants("r", "c", "a"), Grants("s", "whole", "a"))
    assert only("cycles", *rules) == (
        "a → b → c → a: each builds on the next, so p + q + r together give none of them",
        {1, 2, 3},
    )
    assert none("cycles", *rules[:2])
