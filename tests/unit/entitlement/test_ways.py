"""Every way to a capability, listed."""

from engine.entitlement.compile import compiled
from engine.entitlement.ways import Way, ways
from engine.model.rules import AnyRule, Excludes, Grants, Limit, Plan, Quota, Requires

from .ruling import stated


def listed(*rules: AnyRule, capability: str = "a") -> tuple[Way, ...]:
    ((_, case),) = compiled(stated(*rules)).question(capability).cases
    return ways(case)


def test_a_way_has_its_ids_and_the_rules_that_make_it_one() -> None:
    rules = (Grants("p", "a", "b"), Grants("q", "b", None), Requires("a", None, (("r", "s"),)))
    assert listed(*rules) == (
        Way(frozenset("pqr"), frozenset(rules)),
        Way(frozenset("pqs"), frozenset(rules)),
    )


def test_one_with_a_bound_stands_beside_one_without() -> None:
    assert len(listed(Quota("p", "a", None), Grants("p", "a", "b"), Grants("q", "b", None))) == 2


def test_what_nothing_gives_has_no_way_and_what_asks_for_nothing_an_empty_one() -> None:
    assert listed(Limit("p", "a", 0), Plan("p", "m", 0)) == ()
    assert listed(Grants("p", "a", None), capability="b") == (Way(frozenset(), frozenset()),)


def test_a_plan_that_lacks_it_is_no_way() -> None:
    rules = (Plan("p", "m", 0, True), Plan("q", "m", 1, True), Excludes("p", "a"), Requires("a", None, (("p",),)))
    assert {way.ids for way in listed(*rules)} == {frozenset("q")}
