"""What people wrote of how capabilities relate: `same_as` and `part_of`, and nothing inferred."""

from engine import Outcome, decide
from engine.entitlement.conditions import Rules
from engine.model.rules import Grants, Requires
from engine.model.rulesets import Relation

from .ruling import stated

SAME = (Relation("same_as", "a", "b", "said so"),)
PART = (Relation("part_of", "a", "whole", "said so"),)


def test_without_a_relation_capabilities_have_nothing_to_do_with_each_other() -> None:
    rules = stated(Grants("p", "a", None), Requires("whole", None, (("q",),)))
    assert decide(rules, "a", {"p"}).allowed
    assert decide(rules, "b", {"p"}).outcome is Outcome.UNKNOWN


def test_a_grant_of_one_is_a_grant_of_the_same_in_both_directions() -> None:
    assert decide(stated(Grants("p", "a", None), relations=SAME), "b", {"p"}).allowed
    assert decide(stated(Grants("p", "b", None), relations=SAME), "a", {"p"}).allowed


def test_a_requirement_on_one_is_a_requirement_on_the_same() -> None:
    rules = stated(Grants("p", "a", None), Requires("b", None, (("q",),)), relations=SAME)
    assert decide(rules, "a", {"p"}).missing == (("q",),)


def test_a_requirement_on_the_whole_is_one_on_its_part_and_not_the_other_way() -> None:
    rules = stated(
        Grants("p", "a", None), Grants("p", "whole", None), Requires("whole", None, (("q",),)),
        Requires("a", None, (("r",),)), relations=PART,
    )  # fmt: skip
    assert decide(rules, "a", {"p"}).missing == (("q", "r"),)
    assert decide(rules, "whole", {"p"}).missing == (("q",),)


def test_a_grant_of_the_whole_is_no_grant_of_its_part() -> None:
    rules = stated(Grants("p", "whole", None), Grants("q", "a", None), relations=PART)
    decision = decide(rules, "a", {"p"})
    assert (decision.outcome, decision.missing) == (Outcome.NOT_LICENSED, (("q",),))


def test_parts_of_parts_and_their_synonyms_are_followed_and_a_circle_ends() -> None:
    relations = (
        Relation("part_of", "a", "b", ""),
        Relation("same_as", "b", "c", ""),
        Relation("part_of", "c", "whole", ""),
        Relation("part_of", "whole", "a", ""),
    )
    assert Rules(frozenset(), relations).wholes("a") == {"a", "b", "c", "whole"}
    assert Rules(frozenset(), relations).same("b") == {"b", "c"}
