"""Which decisions of the vocabulary bear on rules."""

from engine.contract.relations import relevant
from engine.model.rules import Grants, Requires
from engine.model.rulesets import Relation

RELATIONS = (
    Relation("member", "p", "class", "why"),
    Relation("member", "inner", "class", "why"),
    Relation("member", "q", "inner", "why"),
    Relation("member", "p", "other", "why"),
    Relation("part_of", "a", "b", "why"),
    Relation("part_of", "b", "c", "why"),
    Relation("same_as", "x", "y", "why"),
)


def kept(*rules: Grants | Requires) -> set[tuple[str, str]]:
    return {(relation.id, relation.other) for relation in relevant(rules, RELATIONS)}


def test_members_count_for_classes_that_are_named_and_for_classes_within() -> None:
    assert kept(Requires("z", None, (("class",),))) == {("p", "class"), ("inner", "class"), ("q", "inner")}
    assert kept(Grants("p", "z", None)) == set()


def test_capabilities_count_with_all_that_they_are_tied_to() -> None:
    assert kept(Grants("p", "a", None)) == {("a", "b"), ("b", "c")}
    assert kept(Grants("p", "y", None)) == {("x", "y")}


def test_a_reason_is_no_part_of_it() -> None:
    assert {relation.reason for relation in relevant([Grants("p", "a", None)], RELATIONS)} == {""}
