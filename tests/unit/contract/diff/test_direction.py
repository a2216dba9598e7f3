"""Which way a change goes, told from a table of changes."""

import pytest

from engine.contract.diff import Effect, compare
from engine.model.rules import (
    AnyRule,
    Available,
    Excludes,
    Grants,
    Includes,
    Limit,
    Plan,
    Requires,
    Succeeds,
)
from engine.model.rulesets import Relation

from ...entitlement.ruling import stated

TIGHTER, LOOSER, OTHER = Effect.TIGHTER, Effect.LOOSER, Effect.OTHER
MEMBERS = (Relation("member", "p", "class", "x"), Relation("member", "q", "class", "x"))
PLANS = (Plan("r", "m", 0, True), Plan("s", "m", 1, True))
ASKED = Requires("a", None, (("p",),))


def needs(*groups: str, channel: str | None = None) -> Requires:
    return Requires("a", channel, tuple(sorted(tuple(sorted(group.split())) for group in groups)))


@pytest.mark.parametrize(
    ("before", "after", "effect"),
    [
        (Limit("p", "a", 100), Limit("p", "a", 50), TIGHTER),
        (Limit("p", "a", 100), Limit("p", "a", None), LOOSER),
        (Limit("p", "a", None), Limit("p", "a", 10), TIGHTER),
        (needs("p"), needs("p q"), LOOSER),
        (needs("p q"), needs("q"), TIGHTER),
        (needs("p"), needs("p", "q"), TIGHTER),
        (needs("p"), needs("q"), OTHER),
        (needs("p q"), needs("class"), OTHER),
        (needs("p"), needs("class"), LOOSER),
        (needs("r"), needs("s"), TIGHTER),
        (needs("s"), needs("r"), LOOSER),
        (Available("page:x", "r"), Available("page:x", "s"), TIGHTER),
        (Succeeds("p", "r"), Succeeds("p", "s"), LOOSER),
        (Grants("p", "a", None), Grants("p", "a", "b"), TIGHTER),
        (Grants("p", "a", "b"), Grants("p", "a", "c"), OTHER),
        (Grants("p", "a", None), Grants("p", "a", None, ("web",)), TIGHTER),
        (Grants("p", "a", None, ("web",)), Grants("p", "a", None, ("phone", "web")), LOOSER),
    ],
)
def test_the_direction_of_a_change(before: AnyRule, after: AnyRule, effect: Effect) -> None:
    old, new = (stated(rule, *PLANS, relations=MEMBERS) for rule in (before, after))
    (change,) = compare(old, new).changes
    assert change.effect is effect


@pytest.mark.parametrize(
    ("rule", "new", "gone"),
    [
        (Grants("p", "b", None), LOOSER, TIGHTER),
        (Grants("t", "b", None), OTHER, TIGHTER),
        (Requires("a", "web", (("q",),)), TIGHTER, LOOSER),
        (Requires("b", None, (("q",),)), OTHER, LOOSER),
        (Includes("p", "f"), LOOSER, TIGHTER),
        (Limit("p", "b", 3), LOOSER, TIGHTER),
        (Limit("p", "b", 0), OTHER, OTHER),
        (Excludes("r", "a"), TIGHTER, LOOSER),
        (Plan("t", "m", None), OTHER, TIGHTER),
    ],
)
def test_the_direction_of_what_is_new_or_gone(rule: AnyRule, new: Effect, gone: Effect) -> None:
    """`a` and the holders of `p` are known to both sides; `b` and `t` are not."""
    without, with_it = stated(ASKED, *PLANS), stated(ASKED, *PLANS, rule)
    assert [change.effect for change in compare(without, with_it).changes] == [new]
    assert [change.effect for change in compare(with_it, without).changes] == [gone]
