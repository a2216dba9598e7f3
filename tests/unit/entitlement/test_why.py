"""An answer as a tree: what is asked, what is met, and which sentences ask."""

import datetime as dt

from engine import Holding, Reason, why_not
from engine.model.rules import Excludes, Grants, Licence, Limit, Metered, Plan, Quota, Requires

from .ruling import stated


def shape(reason: Reason) -> tuple[object, ...]:
    return (reason.kind, reason.about, reason.met, *map(shape, reason.parts))


def test_requirements_and_grants_down_to_what_to_hold() -> None:
    rules = stated(Grants("p", "a", "b"), Grants("q", "b", None), Requires("a", None, (("r", "s"),)))
    tree = why_not(rules, "a", {"p", "s"})
    assert (tree.need, tree.parts[0].need, tree.parts[1].need, tree.parts[1].parts[0].need) == (
        "all",
        "any",
        "any",
        "all",
    )
    assert shape(tree) == (
        "capability", "a", False,
        ("requirement", "a", True, ("hold", "r", False), ("hold", "s", True)),
        ("grant", "a", False, ("grant", "p", False, ("hold", "p", True), ("beside", "b", False, (
            "grant", "q", False, ("hold", "q", False),
        )))),
    )  # fmt: skip
    assert [s.rule for s in tree.parts[0].because] == [Requires("a", None, (("r", "s"),))]
    assert [s.rule for s in tree.parts[1].parts[0].because] == [Grants("p", "a", "b")]


def test_a_yes_has_a_tree_too() -> None:
    tree = why_not(stated(Grants("p", "a", None)), "a", {"p"})
    assert tree.met
    assert tree.parts[0].parts[0].met


def test_a_bound_says_how_many_more_fit() -> None:
    rules = stated(Quota("p", "a", None), Limit("q", "a", None), Plan("q", "m", 0))
    ways = {grant.about: grant.parts[1] for grant in why_not(rules, "a", {"p": 3}, usage={"a": 3}).parts[0].parts}
    assert {id: (bound.kind, bound.met, bound.room) for id, bound in ways.items()} == {
        "p": ("bound", False, 0),
        "q": ("bound", True, None),
    }


def test_what_is_expired_or_held_by_the_wrong_one_says_so() -> None:
    rules = stated(Requires("a", None, (("p",), ("q",), ("r",))), Licence("q", "system", None, None))
    held = [Holding("p", until=dt.date(2025, 1, 1)), Holding("q", by="user")]
    notes = {
        part.parts[0].about: part.parts[0].note for part in why_not(rules, "a", held, at=dt.date(2025, 2, 1)).parts
    }
    assert notes == {"p": "expired", "q": "misplaced", "r": None}


def test_readings_that_differ_stand_side_by_side() -> None:
    tree = why_not(stated(nl=(Grants("p", "a", None),), sv=(Grants("q", "a", None),)), "a", {"p"})
    assert [(part.kind, part.about, part.met) for part in tree.parts] == [
        ("reading", "nl", True),
        ("reading", "sv", False),
    ]
    assert not tree.met


def test_readings_that_agree_are_one() -> None:
    tree = why_not(
        stated(nl=(Grants("p", "a", None),), sv=(Grants("p", "a", None), Grants("q", "b", None))), "a", {"p"}
    )
    assert [part.kind for part in tree.parts] == ["grant"]


def test_what_builds_on_itself_ends() -> None:
    rules = stated(Grants("p", "a", "b"), Grants("q", "b", "a"))
    assert not why_not(rules, "a", {"p", "q"}).met


def test_a_plan_that_lacks_it_is_quoted() -> None:
    rules = stated(Plan("p", "m", 0, True), Plan("q", "m", 1, True), Excludes("p", "a"))
    (part,) = why_not(rules, "a", {"p"}).parts
    assert ([leaf.about for leaf in part.parts], [s.rule for s in part.because]) == (["q"], [Excludes("p", "a")])


def test_what_is_metered_is_a_bound_that_is_always_met() -> None:
    (part,) = why_not(stated(Metered("a", None)), "a", ()).parts
    assert (part.kind, part.met, len(part.because)) == ("bound", True, 1)


def test_of_what_no_rule_speaks_there_is_nothing_to_tell() -> None:
    assert why_not(stated(Grants("p", "a", None)), "whole", {"p"}) == Reason("capability", "whole", False, "all")
