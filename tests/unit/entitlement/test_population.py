"""A whole user base at once: the same answers as one by one."""

import datetime as dt

import pytest

from engine import Holding, Population, UsageError, allows, holders
from engine.model.rules import Grants, Licence, Quota, Requires
from engine.model.rulesets import Relation

from .ruling import stated

RULES = stated(
    Grants("p", "a", "b"), Grants("q", "b", None), Grants("r", "b", "a"), Quota("s", "c", None),
    Requires("a", "web", (("class", "t"),)), Licence("q", "system", None, None),
    relations=(Relation("member", "s", "class", ""),),
)  # fmt: skip
USERS = {"ann": {"p", "q"}, "bob": {"p"}, "cee": {"p", "r", "q", "s"}, "dan": {"q", "t"}, "eve": ()}


@pytest.mark.parametrize("capability", ["a", "b", "c", "whole", "nothing-of-the-kind"])
@pytest.mark.parametrize("channel", [None, "web", "phone"])
def test_the_users_who_may_are_those_that_may_one_by_one(capability: str, channel: str | None) -> None:
    found = holders(RULES, capability, Population.of(USERS), channel=channel)
    assert list(found) == [name for name, held in USERS.items() if allows(RULES, capability, held, channel=channel)]


def test_a_set_of_users_counts_tests_and_unites() -> None:
    population = Population.of(USERS)
    may_a, may_b = holders(RULES, "a", population), holders(RULES, "b", population)
    assert (len(may_a), len(population), repr(may_b)) == (2, 5, "<Holders 3 of 5>")
    assert "ann" in may_a
    assert "bob" not in may_a
    assert "nobody" not in may_a
    assert may_b - may_a == {"dan"}
    assert not holders(RULES, "whole", population)


def test_more_users_than_a_byte_has_bits() -> None:
    users = [(f"user {n}", frozenset("p" if n % 3 else "pq")) for n in range(1000)]
    assert list(holders(RULES, "a", Population.of(users))) == [f"user {n}" for n in range(0, 1000, 3)]


def test_what_everyone_has_counts_for_all() -> None:
    population = Population.of(USERS, everyone={"q"})
    assert list(holders(RULES, "a", population)) == ["ann", "bob", "cee"]


def test_what_is_out_of_force_or_not_bought_is_not_held() -> None:
    users = {"ann": [Holding("q", until=dt.date(2025, 1, 1))], "bob": {"q": 0}, "cee": [Holding("q")]}
    assert list(holders(RULES, "b", Population.of(users, at=dt.date(2025, 1, 2)))) == ["cee"]
    assert list(holders(RULES, "b", Population.of(users))) == ["ann", "cee"]


def test_what_the_wrong_one_holds_does_not_count() -> None:
    users = {"ann": [Holding("q", by="user")], "bob": [Holding("q", by="system")]}
    assert list(holders(RULES, "b", Population.of(users))) == ["bob"]


def test_a_dispute_is_no_yes() -> None:
    rules = stated(nl=(Grants("p", "a", None),), sv=(Grants("p", "a", "b"), Grants("q", "b", None)))
    assert list(holders(rules, "a", Population.of({"ann": {"p"}, "bob": {"p", "q"}}))) == ["bob"]


def test_a_name_given_twice_is_refused() -> None:
    with pytest.raises(UsageError, match="`ann` is given twice"):
        Population.of([("ann", {"p"}), ("bob", ()), ("ann", {"q"})])


def test_malformed_holdings_are_refused_when_the_population_is_built() -> None:
    with pytest.raises(UsageError, match="is no count of `p`"):
        Population.of({"ann": {"p": -1}})


def test_an_id_that_the_rules_do_not_know_is_refused_when_they_are_asked() -> None:
    with pytest.raises(UsageError, match="unknown licence or right `pp`"):
        holders(RULES, "a", Population.of({"ann": {"pp"}}))
    with pytest.raises(UsageError, match="unknown channel"):
        holders(RULES, "a", Population.of(USERS), channel="wbe")


def test_nobody_is_nobody() -> None:
    assert list(holders(RULES, "a", Population.of({}))) == []
