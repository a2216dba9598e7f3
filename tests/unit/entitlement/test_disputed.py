"""Deciding where languages disagree: under every reading, and never by choosing one."""

from engine import Outcome, decide
from engine.model.rules import Grants, Requires

from .ruling import stated

WITHOUT = (Grants("p", "a", None), Grants("q", "b", None))
BESIDE = (Grants("p", "a", "b"), Grants("q", "b", None))


def test_readings_that_give_the_same_answer_give_that_answer() -> None:
    decision = decide(stated(nl=WITHOUT, sv=BESIDE), "a", {"p", "q"})
    assert (decision.outcome, decision.missing, decision.disputed) == (Outcome.ALLOWED, (), ())


def test_a_disagreement_about_something_else_disputes_nothing() -> None:
    rules = stated(nl=(*WITHOUT, Grants("r", "c", None)), sv=WITHOUT)
    assert decide(rules, "a", {"p"}).outcome is Outcome.ALLOWED
    assert decide(rules, "a", {"p"}).disputed == ()


def test_readings_that_differ_make_the_decision_disputed_and_quote_both() -> None:
    decision = decide(stated(nl=WITHOUT, sv=BESIDE), "a", {"p"})
    assert decision.outcome is Outcome.DISPUTED
    assert not decision.allowed
    assert decision.disputed == (("nl", Outcome.ALLOWED), ("sv", Outcome.NOT_LICENSED))
    assert {(s.language, s.rule) for s in decision.because if s.rule.licence == "p"} == {
        ("nl", WITHOUT[0]),
        ("sv", BESIDE[0]),
    }


def test_a_disputed_decision_names_what_would_settle_it_under_every_reading() -> None:
    assert decide(stated(nl=WITHOUT, sv=BESIDE), "a", {"p"}).missing == (("q",),)


def test_what_is_missing_is_enough_under_every_reading() -> None:
    rules = stated(nl=(Requires("a", None, (("p",),)),), sv=(Requires("a", None, (("q",),)),))
    decision = decide(rules, "a", ())
    assert (decision.outcome, decision.missing) == (Outcome.NOT_LICENSED, (("p", "q"),))
    assert decide(rules, "a", {"p", "q"}).allowed


def test_three_languages_are_told_apart_one_by_one() -> None:
    decision = decide(stated(da=WITHOUT, nl=WITHOUT, sv=BESIDE), "a", {"p"})
    assert decision.disputed == (
        ("da", Outcome.ALLOWED),
        ("nl", Outcome.ALLOWED),
        ("sv", Outcome.NOT_LICENSED),
    )


def test_a_grant_that_only_one_language_states_is_disputed_not_unknown() -> None:
    decision = decide(stated(nl=(Grants("p", "a", None),), sv=(Grants("p", "b", None),)), "a", {"p"})
    assert decision.outcome is Outcome.DISPUTED
    assert decision.disputed == (("nl", Outcome.ALLOWED), ("sv", Outcome.UNKNOWN))
    assert decision.missing == ()


def test_a_language_that_does_not_speak_of_it_allows_nothing() -> None:
    rules = stated(nl=(Grants("p", "a", None),), sv=(Grants("p", "b", None),))
    assert decide(rules, "a", ()).disputed == (("nl", Outcome.NOT_LICENSED), ("sv", Outcome.UNKNOWN))


def test_the_other_side_is_quoted_even_where_it_leads_nowhere() -> None:
    """Under `sv` the licence q alone is the shortest way, so its sentence about p would go unsaid."""
    rest = (Grants("q", "b", None), Grants("q", "a", None))
    decision = decide(stated(nl=(Grants("p", "a", None), *rest), sv=(Grants("p", "a", "b"), *rest)), "a", {"p"})
    assert decision.outcome is Outcome.DISPUTED
    assert {(s.language, s.rule) for s in decision.because if s.rule.licence == "p"} == {
        ("nl", Grants("p", "a", None)),
        ("sv", Grants("p", "a", "b")),
    }
