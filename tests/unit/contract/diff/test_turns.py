"""Which answers turn, against asking about every holding there is."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from engine.contract.diff import Turn, compare
from engine.entitlement import decide
from engine.model.decisions import Outcome
from engine.model.rules import AnyRule, Grants, Requires, all_of
from engine.model.rulesets import Relation

from ...entitlement.ruling import stated

LICENCES = "pqr"


def test_another_licence_turns_both_ways() -> None:
    changes = compare(stated(Grants("p", "a", None)), stated(Grants("q", "a", None)))
    assert changes.turns == (Turn("a", ("p",), "", False, ("sv",)), Turn("a", ("q",), "", True, ("sv",)))


def test_a_first_grant_takes_away_from_those_who_only_met_the_requirement() -> None:
    """What rules say by themselves is more; the answer is a no."""
    old = stated(Requires("a", None, (("p",),)))
    changes = compare(old, stated(Requires("a", None, (("p",),)), Grants("q", "a", None)))
    assert changes.turns == (Turn("a", ("p",), "", False, ("sv",)),)


def test_a_class_turns_where_some_member_does() -> None:
    members = tuple(Relation("member", id, "class", "x") for id in "pq")
    old, new = Requires("a", None, (("class",),)), Requires("a", None, (("p", "q"),))
    assert compare(stated(old, relations=members), stated(new, relations=members)).turns == ()
    fewer = stated(old, relations=members[:1])
    assert [turn.allowed for turn in compare(stated(old, relations=members), fewer).turns] == [False]


def test_a_requirement_over_one_channel_is_told_of_that_channel() -> None:
    old = stated(Requires("a", None, (("p",),)))
    new = stated(Requires("a", None, (("p",),)), Requires("a", "web", (("q",),)))
    assert compare(old, new).turns == (Turn("a", ("p",), "web", False, ("sv",)),)


def test_what_one_side_does_not_speak_of_turns_nothing() -> None:
    assert compare(stated(Grants("p", "a", None)), stated(Grants("p", "b", None))).turns == ()


rule = st.one_of(
    st.builds(Grants, st.sampled_from(LICENCES), st.sampled_from("ab"), st.sampled_from([None, "c"])),
    st.builds(
        Requires,
        st.sampled_from("ab"),
        st.none(),
        st.lists(st.frozensets(st.sampled_from(LICENCES), min_size=1), min_size=1, max_size=2).map(all_of),
    ),
    st.just(Grants("r", "c", None)),
)
worlds = st.lists(rule, max_size=5)


@given(worlds, worlds)
def test_somebody_is_answered_otherwise_exactly_where_a_turn_says_so(old: list[AnyRule], new: list[AnyRule]) -> None:
    sides = (stated(*old), stated(*new))
    turns = compare(*sides).turns
    for capability in "abc":
        for size in range(len(LICENCES) + 1):
            for held in itertools.combinations(LICENCES, size):
                before, after = (decide(side, capability, held) for side in sides)
                if Outcome.UNKNOWN in (before.outcome, after.outcome):
                    continue
                told = {t.allowed for t in turns if t.capability == capability and set(t.holdings) <= set(held)}
                if before.allowed != after.allowed:
                    assert after.allowed in told
        for turn in turns:
            before, after = (decide(side, turn.capability, turn.holdings) for side in sides)
            assert (before.allowed, after.allowed) == (not turn.allowed, turn.allowed)
