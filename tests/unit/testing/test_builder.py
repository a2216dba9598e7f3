"""A rule set made of rules, for the tests of a program that asks."""

import pytest

from engine import Outcome, UsageError, decide, needs
from engine.model.rules import Grants, Limit, Plan, Requires
from engine.testing.builder import rule_set


def test_rules_decide_as_pages_do() -> None:
    rules = rule_set(Grants("p", "a", "b"), Grants("q", "b", None), Plan("x", "m", 0), Limit("x", "c", 3))
    assert decide(rules, "a", {"p", "q"})
    assert decide(rules, "a", {"p"}).missing == (("q",),)
    assert decide(rules, "c", {"x"}, usage={"c": 3}).outcome is Outcome.LIMIT_REACHED


def test_classes_and_rights_may_be_held() -> None:
    rules = rule_set(Requires("a", "web", (("class",), ("right",))), members={"class": ("p", "q")}, rights={"right"})
    assert decide(rules, "a", {"q", "right"}, channel="web")
    assert needs(rules, "a", {"right"}, channel="web") == (("class",),)


def test_languages_may_disagree() -> None:
    rules = rule_set(Grants("q", "b", None), languages={"en": [Grants("p", "a", None)], "sv": [Grants("p", "a", "b")]})
    assert decide(rules, "a", {"p"}).outcome is Outcome.DISPUTED


def test_a_misspelt_id_is_refused() -> None:
    with pytest.raises(UsageError, match="unknown licence or right `pp`"):
        decide(rule_set(Grants("p", "a", None)), "a", {"pp"})
