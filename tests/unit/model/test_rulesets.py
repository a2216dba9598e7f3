"""A rule set: the licences that pages define, and what rules name without a definition."""

from engine.model.rules import AnyRule, Grants, Licence, Quota, Requires
from engine.model.rulesets import RuleSet
from engine.model.spans import Span, start_of
from engine.model.statements import Statement


def rule_set(*rules: AnyRule, ids: dict[str, frozenset[str]] | None = None) -> RuleSet:
    statements = tuple(
        Statement(rule, "sv", "x.md", Span("sv/x.md", line, 1, line, 2), "", "", "")
        for line, rule in enumerate(rules, 1)
    )
    return RuleSet(("sv",), statements, (), ids=ids or {})


def test_no_licence_is_undefined_where_a_row_lists_every_one_that_is_named() -> None:
    rules = rule_set(Licence("a", "user", None, None), Grants("a", "c", None), Quota("a", "m", None))
    assert rules.undefined == ()


def test_rights_and_classes_need_no_row() -> None:
    needs = (("log-in-right",), ("some-plan",))
    ids = {"right": frozenset({"log-in-right"}), "class": frozenset({"some-plan"})}
    assert rule_set(Requires("c", None, needs), ids=ids).undefined == ()


def test_licences_that_requirements_and_grants_name_and_no_row_lists_are_undefined_in_order() -> None:
    rules = rule_set(Requires("c", None, (("z",), ("a",))), Grants("m", "c", None))
    assert rules.undefined == ("a", "m", "z")


def test_licences_are_listed_by_id_and_the_first_definition_holds() -> None:
    rules = rule_set(
        Licence("b", "user", None, None), Licence("a", "site", None, None), Licence("b", "system", None, None)
    )
    assert list(rules.licences) == ["a", "b"]
    assert rules.licences["b"].scope == "user"


def test_a_rule_said_twice_is_one_rule() -> None:
    assert rule_set(Grants("a", "c", None), Grants("a", "c", None)).rules == {Grants("a", "c", None)}


def test_a_place_is_written_as_path_line_and_column() -> None:
    assert str(Span("sv/x.md", 3, 7, 3, 9)) == "sv/x.md:3:7"
    assert str(start_of("sv/x.md")) == "sv/x.md:1:1"
