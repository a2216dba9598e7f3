"""Deciding under one reading: grants with what they build on, requirements, quotas, time."""

import datetime as dt

import pytest

from engine import Decision, Holding, Outcome, decide
from engine.model.rules import Describes, Grants, Licence, Quota, Requires

from .ruling import stated

ALLOWED, NOT, LIMIT, EXPIRED, UNKNOWN = (
    Outcome.ALLOWED,
    Outcome.NOT_LICENSED,
    Outcome.LIMIT_REACHED,
    Outcome.EXPIRED,
    Outcome.UNKNOWN,
)


def answer(decision: Decision) -> tuple[Outcome, tuple[tuple[str, ...], ...]]:
    return decision.outcome, decision.missing


def test_what_no_rule_speaks_of_is_unknown_and_no_no() -> None:
    decision = decide(stated(Grants("p", "a", None), Licence("q", "user", None, None)), "b", {"p"})
    assert answer(decision) == (UNKNOWN, ())
    assert decision.because == ()
    assert not decision


def test_a_sentence_that_describes_decides_nothing() -> None:
    assert decide(stated(Describes("p", "a")), "a", {"p"}).outcome is UNKNOWN


def test_the_default_is_no() -> None:
    decision = decide(stated(Grants("p", "a", None)), "a", ())
    assert answer(decision) == (NOT, (("p",),))
    assert decision.rules == (Grants("p", "a", None),)


def test_a_decision_is_true_exactly_when_it_is_allowed() -> None:
    rules = stated(Grants("p", "a", None))
    assert bool(decide(rules, "a", {"p"})) is True
    assert bool(decide(rules, "a", {"q"})) is False


def test_several_grants_are_alternatives() -> None:
    rules = stated(Grants("p", "a", None), Grants("q", "a", None))
    assert decide(rules, "a", {"p"}).allowed
    assert decide(rules, "a", {"q"}).allowed
    assert answer(decide(rules, "a", {"r"})) == (NOT, (("p",), ("q",)))


def test_an_allowed_decision_rests_on_the_grant_that_is_held_and_no_other() -> None:
    rules = stated(Grants("p", "a", None), Grants("q", "a", None), Grants("q", "b", None))
    assert decide(rules, "a", {"q"}).rules == (Grants("q", "a", None),)


def test_what_a_grant_builds_on_must_be_given_by_any_licence_too() -> None:
    rules = stated(Grants("p", "a", "b"), Grants("q", "b", None), Grants("r", "b", None))
    assert answer(decide(rules, "a", {"p"})) == (NOT, (("q",), ("r",)))
    assert decide(rules, "a", {"p", "r"}).rules == (Grants("p", "a", "b"), Grants("r", "b", None))


def test_what_a_grant_builds_on_may_itself_build_on_something() -> None:
    rules = stated(Grants("p", "a", "b"), Grants("q", "b", "c"), Grants("r", "c", None))
    assert answer(decide(rules, "a", {"p"})) == (NOT, (("q", "r"),))
    assert decide(rules, "a", {"p", "q", "r"}).allowed


def test_grants_that_build_on_each_other_give_nothing() -> None:
    rules = stated(Grants("p", "a", "b"), Grants("q", "b", "a"))
    assert answer(decide(rules, "a", {"p", "q"})) == (NOT, ())


def test_a_grant_that_builds_on_what_nothing_gives_gives_nothing() -> None:
    decision = decide(stated(Grants("p", "a", "b")), "a", {"p"})
    assert answer(decision) == (NOT, ())
    assert decision.rules == (Grants("p", "a", "b"),)


def test_a_licence_already_enough_elsewhere_is_not_asked_for_again() -> None:
    rules = stated(Grants("p", "a", "b"), Grants("q", "b", None), Grants("r", "b", None))
    decision = decide(rules, "a", {"q"})
    assert answer(decision) == (NOT, (("p",),))
    assert set(decision.rules) == {Grants("p", "a", "b"), Grants("q", "b", None)}


def test_a_capability_with_requirements_and_no_grant_is_allowed_when_they_hold() -> None:
    rules = stated(Requires("a", None, (("p",), ("q", "r"))))
    assert answer(decide(rules, "a", {"p", "r"})) == (ALLOWED, ())
    assert answer(decide(rules, "a", {"p"})) == (NOT, (("q",), ("r",)))
    assert answer(decide(rules, "a", ())) == (NOT, (("p", "q"), ("p", "r")))


def test_every_requirement_must_hold_beside_a_grant() -> None:
    rules = stated(Grants("p", "a", None), Requires("a", None, (("q",),)), Requires("a", None, (("r",),)))
    assert answer(decide(rules, "a", {"p"})) == (NOT, (("q", "r"),))
    assert answer(decide(rules, "a", {"q", "r"})) == (NOT, (("p",),))
    assert len(decide(rules, "a", {"p", "q", "r"}).rules) == 3


def test_a_right_and_a_class_satisfy_a_requirement_like_a_licence() -> None:
    rules = stated(Requires("a", None, (("class", "right"),)))
    assert [decide(rules, "a", {id}).outcome for id in ("class", "right", "p")] == [ALLOWED, ALLOWED, NOT]


def test_a_requirement_for_a_channel_counts_only_over_that_channel() -> None:
    rules = stated(Requires("a", None, (("p",),)), Requires("a", "web", (("q",),)))
    assert answer(decide(rules, "a", {"p"}, channel="phone")) == (ALLOWED, ())
    assert answer(decide(rules, "a", {"p"}, channel="web")) == (NOT, (("q",),))
    assert decide(rules, "a", {"p", "q"}, channel="web").allowed


def test_without_a_channel_the_answer_says_which_channels_ask_for_more() -> None:
    rules = stated(Requires("a", None, (("p",),)), Requires("a", "web", (("q",),)), Requires("b", "phone", (("q",),)))
    assert decide(rules, "a", {"p"}).channel_bound == ("web",)
    assert decide(rules, "a", {"p"}, channel="web").channel_bound == ()


def test_a_grant_for_named_channels_is_none_for_another() -> None:
    rules = stated(Grants("p", "a", None, ("phone",)))
    assert [decide(rules, "a", {"p"}, channel=c).outcome for c in (None, "phone", "web")] == [ALLOWED, ALLOWED, NOT]
    assert decide(rules, "a", {"p"}, channel="web").missing == ()


@pytest.mark.parametrize(("edition", "outcome"), [(None, ALLOWED), ("windows", ALLOWED), ("mac", NOT)])
def test_a_licence_of_an_edition_counts_for_that_edition(edition: str | None, outcome: Outcome) -> None:
    rules = stated(Licence("p", "user", "windows", None), Grants("p", "a", None))
    assert decide(rules, "a", {"p"}, edition=edition).outcome is outcome


def test_a_licence_of_no_edition_counts_for_every_edition() -> None:
    rules = stated(Licence("p", "user", None, None), Grants("p", "a", None), Grants("q", "a", None))
    assert decide(rules, "a", {"p"}, edition="mac").allowed
    assert decide(rules, "a", {"q"}, edition="mac").allowed


@pytest.mark.parametrize(("used", "outcome"), [(0, ALLOWED), (1, ALLOWED), (2, LIMIT), (3, LIMIT)])
def test_one_more_unit_must_fit_into_what_was_bought(used: int, outcome: Outcome) -> None:
    decision = decide(stated(Quota("p", "a", None)), "a", {"p": 2}, usage={"a": used})
    assert answer(decision) == (outcome, ())
    assert decision.rules == (Quota("p", "a", None),)


def test_use_that_nobody_told_is_none() -> None:
    assert decide(stated(Quota("p", "a", None)), "a", {"p": 1}, usage={"b": 9}).allowed


def test_none_bought_is_not_licensed() -> None:
    assert answer(decide(stated(Quota("p", "a", None)), "a", {"p": 0}, usage={"a": 5})) == (NOT, (("p",),))


def test_several_purchases_of_a_licence_add_up() -> None:
    holdings = [Holding("p", 2), Holding("p", 3, dt.date(2025, 1, 31))]
    rules = stated(Quota("p", "a", None))
    assert decide(rules, "a", holdings, usage={"a": 4}, at=dt.date(2025, 1, 31)).allowed
    assert decide(rules, "a", holdings, usage={"a": 4}, at=dt.date(2025, 2, 1)).outcome is LIMIT


def test_a_grant_without_a_bound_helps_where_a_quota_is_full() -> None:
    rules = stated(Quota("p", "a", None), Grants("q", "a", None))
    assert decide(rules, "a", {"p", "q"}, usage={"a": 1}).rules == (Grants("q", "a", None),)


@pytest.mark.parametrize(
    ("day", "outcome"), [(None, ALLOWED), (dt.date(2025, 1, 31), ALLOWED), (dt.date(2025, 2, 1), EXPIRED)]
)
def test_a_holding_is_in_force_to_the_end_of_its_last_day(day: dt.date | None, outcome: Outcome) -> None:
    decision = decide(stated(Grants("p", "a", None)), "a", [Holding("p", 1, dt.date(2025, 1, 31))], at=day)
    assert answer(decision) == (outcome, () if outcome is ALLOWED else (("p",),))


def test_an_expired_holding_that_was_never_enough_is_not_licensed() -> None:
    rules = stated(Requires("a", None, (("p",), ("q",))))
    decision = decide(rules, "a", [Holding("p", 1, dt.date(2025, 1, 31))], at=dt.date(2025, 2, 1))
    assert answer(decision) == (NOT, (("p", "q"),))


def test_a_renewed_holding_is_in_force() -> None:
    holdings = [Holding("p", 1, dt.date(2025, 1, 31)), Holding("p", 1, dt.date(2026, 1, 31))]
    assert decide(stated(Grants("p", "a", None)), "a", holdings, at=dt.date(2025, 2, 1)).allowed


def test_missing_sets_are_minimal_and_the_smallest_come_first() -> None:
    rules = stated(
        Grants("q", "a", "b"), Grants("r", "b", None), Grants("t", "a", None), Grants("t", "b", None),
        Grants("s", "a", "b"),
    )  # fmt: skip
    assert decide(rules, "a", ()).missing == (("t",), ("q", "r"), ("r", "s"))


def test_the_request_is_part_of_the_decision() -> None:
    decision = decide(stated(Grants("p", "a", None)), "a", {"p": 2}, channel="web", usage={"b": 1, "a": 0})
    assert decision.request.holdings == {Holding("p", 2)}
    assert (decision.request.channel, decision.request.usage) == ("web", (("a", 0), ("b", 1)))
