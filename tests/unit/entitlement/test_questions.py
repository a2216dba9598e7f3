"""What a holder may do, and how much of it."""

import datetime as dt

import pytest

from engine import Holding, UsageError, capabilities, limits
from engine.model.rules import Band, Grants, Limit, Metered, Plan, Quota, Requires

from .ruling import stated

RULES = (
    Grants("p", "a", None),
    Grants("q", "b", "a"),
    Requires("c", "web", (("right",),)),
    Requires("c", None, (("p",),)),
)


def test_everything_that_a_holder_may_do() -> None:
    assert capabilities(stated(*RULES), {"p"}) == ("a", "c")
    assert capabilities(stated(*RULES), {"p"}, channel="web") == ("a",)
    assert capabilities(stated(*RULES), {"p", "q", "right"}, channel="web") == ("a", "b", "c")
    assert capabilities(stated(*RULES), ()) == ()


def test_the_unnamed_parts_of_a_page_are_no_capability() -> None:
    assert capabilities(
        stated(Requires("page:x#part", None, (("p",),)), Requires("page:x", None, (("p",),))), {"p"}
    ) == ("page:x",)


def test_what_is_used_up_or_out_of_date_may_not_be_done() -> None:
    rules = stated(Quota("p", "a", None), Grants("q", "b", None))
    held = [Holding("p", 2), Holding("q", until=dt.date(2025, 1, 1))]
    assert capabilities(rules, held) == ("a", "b")
    assert capabilities(rules, held, usage={"a": 2}) == ("b",)
    assert capabilities(rules, held, at=dt.date(2025, 1, 2)) == ("a",)


@pytest.mark.parametrize("held", [{"typo"}, {"p": -1}, "p"])
def test_malformed_holdings_are_refused_even_where_nothing_is_asked(held: object) -> None:
    with pytest.raises(UsageError):
        capabilities(stated(), held)


PLANS = (Plan("p", "suite", 0, True), Plan("q", "suite", 1, True), Plan("r", "suite", 2, True))
BOUNDS = (Limit("p", "a", 0), Limit("q", "a", 100), Limit("r", "a", None))


@pytest.mark.parametrize(("plan", "bound"), [("q", (100, 85, 15, "near-limit")), ("r", (None, 85, None, None))])
def test_a_bound_with_what_is_used_and_left(plan: str, bound: tuple[object, ...]) -> None:
    rules = stated(*PLANS, *BOUNDS, Band(0, 85, "normal", None), Band(85, None, "near-limit", None))
    (found,) = limits(rules, {plan}, usage={"a": 85})
    assert (found.bound, found.used, found.left, found.status) == bound
    assert {s.rule for s in found.because} == {rule for rule in BOUNDS if rule.plan == plan}


def test_what_one_may_not_use_has_no_bound() -> None:
    assert limits(stated(*PLANS, *BOUNDS), {"p"}) == ()


def test_what_was_bought_bounds_and_what_is_used_beyond_it_leaves_nothing() -> None:
    (found,) = limits(stated(Quota("p", "a", "site")), {"p": 3}, usage={"a": 5})
    assert (found.metric, found.bound, found.used, found.left, found.status) == ("a", 3, 5, 0, None)


def test_what_is_metered_says_so_and_has_no_bound() -> None:
    (found,) = limits(stated(Metered("a", "suite")), ())
    assert (found.bound, found.metered) == (None, True)


def test_readings_that_differ_give_a_bound_each() -> None:
    rules = stated(sv=(Plan("p", "m", 0), Limit("p", "a", 5)), nl=(Plan("p", "m", 0), Limit("p", "a", 3)))
    assert [bound.bound for bound in limits(rules, {"p"})] == [3, 5]
