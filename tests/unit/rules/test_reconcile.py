"""N languages as one: silence where a page is missing, disagreement where it says something else or nothing."""

from collections.abc import Callable, Mapping

from engine.model.rules import AnyRule, Grants, Licence
from engine.model.rulesets import Relation, RuleSet
from engine.model.spans import Span
from engine.model.statements import Statement
from engine.rules import Docs, reconcile

Read = Callable[[Mapping[str, str]], Docs]

A, B, C = Grants("x", "a", None), Grants("x", "b", None), Grants("y", "c", None)


def said(language: str, page: str, *rules: AnyRule) -> list[Statement]:
    return [
        Statement(rule, language, page, Span(f"{language}/{page}", line, 1, line, 5), f"{language} {line}", "", "")
        for line, rule in enumerate(rules, 1)
    ]


def pages(**having: str) -> dict[str, frozenset[str]]:
    return {language: frozenset(names.split()) for language, names in having.items()}


def sides_of(rules: RuleSet) -> list[tuple[tuple[str, ...], dict[str, set[AnyRule]]]]:
    return [(d.topic, {s.language: {x.rule for x in s.statements} for s in d.sides}) for d in rules.disagreements]


def readings_of(rules: RuleSet) -> dict[tuple[str, ...], set[AnyRule]]:
    return {reading.languages: set(reading.rules) for reading in rules.readings}


def test_no_languages_give_no_rules() -> None:
    rules = reconcile([], {})
    assert (rules.statements, rules.readings, rules.disagreements) == ((), (), ())


def test_languages_that_say_the_same_have_one_reading() -> None:
    rules = reconcile(said("nl", "p", A, C) + said("sv", "p", C, A), pages(nl="p", sv="p"))
    assert sides_of(rules) == []
    assert readings_of(rules) == {("nl", "sv"): {A, C}}


def test_a_rule_said_on_another_page_of_the_language_is_no_disagreement() -> None:
    rules = reconcile(said("nl", "p", A) + said("sv", "q", A), pages(nl="p q", sv="p q"))
    assert sides_of(rules) == []
    assert readings_of(rules) == {("nl", "sv"): {A}}


def test_a_language_without_the_page_is_silent_and_its_readers_find_what_others_say() -> None:
    rules = reconcile(said("nl", "p", A), pages(nl="p", sv="q"))
    assert sides_of(rules) == []
    assert readings_of(rules) == {("nl", "sv"): {A}}


def test_rules_in_one_language_only_are_the_rules() -> None:
    rules = reconcile(said("sv", "p", A, C), pages(sv="p"))
    assert sides_of(rules) == []
    assert readings_of(rules) == {("sv",): {A, C}}


def test_a_language_with_the_page_and_another_rule_disagrees() -> None:
    rules = reconcile(said("nl", "p", A, C) + said("sv", "p", B, C), pages(nl="p", sv="p"))
    assert sides_of(rules) == [(("Grants", "x"), {"nl": {A}, "sv": {B}})]
    assert readings_of(rules) == {("nl",): {A, C}, ("sv",): {B, C}}


def test_a_language_with_the_page_and_without_the_rule_disagrees() -> None:
    rules = reconcile(said("nl", "p", A, C) + said("sv", "p", A), pages(nl="p", sv="p"))
    assert sides_of(rules) == [(("Grants", "y"), {"nl": {C}, "sv": set()})]
    assert readings_of(rules) == {("nl",): {A, C}, ("sv",): {A}}


def test_a_rule_beyond_the_others_in_one_topic_disagrees() -> None:
    rules = reconcile(said("nl", "p", A, B) + said("sv", "p", A), pages(nl="p", sv="p"))
    assert sides_of(rules) == [(("Grants", "x"), {"nl": {A, B}, "sv": {A}})]


def test_neither_the_majority_nor_the_first_language_is_believed() -> None:
    rules = reconcile(
        said("da", "p", A) + said("nl", "p", A) + said("sv", "p", B), pages(da="p", nl="p", sv="p", de="q")
    )
    assert sides_of(rules) == [(("Grants", "x"), {"da": {A}, "nl": {A}, "sv": {B}})]
    assert readings_of(rules) == {("da", "nl"): {A}, ("de",): {A, B}, ("sv",): {B}}


def test_every_statement_is_kept_in_order_of_language_and_place() -> None:
    statements = said("sv", "p", A, C) + said("nl", "p", B)
    rules = reconcile(reversed(statements), pages(nl="p", sv="p"))
    assert [(s.language, s.rule) for s in rules.statements] == [("nl", B), ("sv", A), ("sv", C)]


def test_the_order_of_the_statements_does_not_matter() -> None:
    statements = said("nl", "p", A, C) + said("sv", "p", B, Licence("x", "user", None, None))
    there = pages(nl="p", sv="p")
    assert reconcile(statements, there) == reconcile(statements[::-1], dict(reversed(there.items())))


def test_the_relations_and_ids_of_the_vocabulary_are_passed_on() -> None:
    relations, ids = (Relation("same_as", "a", "b", "said so"),), {"licence": frozenset({"x"})}
    rules = reconcile([], {}, relations=relations, ids=ids)
    assert (rules.relations, rules.ids) == (relations, ids)


GRANT = "## Systemlicenser\n\n| Licens | Beskrivning |\n|---|---|\n| Customer Centre | Tillgång till Kundcenter. |\n"


def test_a_redirect_stub_is_no_page_that_says_nothing(read_files: Read) -> None:
    docs = read_files({"sv/x.md": GRANT, "nl/x.md": "---\nredirect_url: y.md\n---\n", "nl/y.md": "# Iets\n"})
    assert docs.rules.disagreements == ()
    assert [reading.languages for reading in docs.rules.readings] == [("nl", "sv")]


def test_a_page_that_has_no_rules_disagrees_with_the_same_page_that_has(read_files: Read) -> None:
    docs = read_files({"sv/x.md": GRANT, "nl/x.md": "# Iets\n\nTekst.\n"})
    assert [(d.topic, [s.span.path for s in d.sides if not s.statements]) for d in docs.rules.disagreements] == [
        (("Licence", "customer-centre"), ["nl/x.md"]),
        (("Row", "customer-centre"), ["nl/x.md"]),
    ]


def test_a_page_under_another_path_is_another_page(read_files: Read) -> None:
    docs = read_files({"sv/x.md": GRANT, "nl/y.md": "# Iets\n\nTekst.\n"})
    assert docs.rules.disagreements == ()
