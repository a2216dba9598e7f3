"""parse(render(rule, A), A) == parse(render(rule, B), B): what is said in one language is the same rule in another."""

from hypothesis import given

from engine.grammar import render
from engine.model.rules import AnyRule, Requires, all_of

from .strategies import (
    LANGUAGES,
    LAW,
    NAMES_OF_OTHERS,
    grammar_of,
    locales,
    read_cell,
    read_heading,
    read_list,
    read_sentence,
    requirements,
    rows,
    scopes_of,
    sections,
    write_heading,
    write_list,
)

GRAMMARS = [grammar_of(language) for language in LANGUAGES]


def test_the_laws_run_in_every_language_of_the_project() -> None:
    assert set(LANGUAGES) == set(locales().languages)


@LAW
@given(rules=rows)
def test_a_description_is_the_same_rules_in_every_language(rules: frozenset[AnyRule]) -> None:
    readings = [read_cell(grammar, render(grammar, rules, "cell")) for grammar in GRAMMARS]
    assert readings == [readings[0]] * len(LANGUAGES)
    assert readings[0] != []


@LAW
@given(rule=requirements())
def test_a_requirement_is_the_same_rule_in_every_language(rule: Requires) -> None:
    readings = [read_sentence(grammar, render(grammar, [rule], "sentence")) for grammar in GRAMMARS]
    readings += [read_list(grammar, write_list(grammar, rule)) for grammar in GRAMMARS]
    assert readings == [readings[0]] * (2 * len(LANGUAGES))
    assert readings[0] != []


def test_only_names_of_other_licences_are_read_as_such_with_a_scope() -> None:
    def is_read_back(licence: str, scope: str) -> bool:
        # Beside one with another scope, which it may not take over.
        other = next(each for each in (("area-management", "system"), ("sales-user", "site")) if each[0] != licence)
        rule = Requires(
            "log-in", None, all_of([frozenset((licence, other[0]))]), tuple(sorted([(licence, scope), other]))
        )
        texts = ((grammar, render(grammar, [rule], "sentence")) for grammar in GRAMMARS)
        return all(read_sentence(grammar, text) == [frozenset([rule])] for grammar, text in texts)

    pairs = {(id, scope) for id in locales().vocabulary.by_kind["licence"] for scope in scopes_of(id)}
    assert [pair for pair in sorted(pairs | NAMES_OF_OTHERS) if not is_read_back(*pair)] == sorted(NAMES_OF_OTHERS)


@LAW
@given(section=sections)
def test_a_heading_is_the_same_section_in_every_language(section: tuple[str, str | None, str | None]) -> None:
    readings = [read_heading(grammar, write_heading(grammar, section)) for grammar in GRAMMARS]
    assert readings == [readings[0]] * len(LANGUAGES)
    assert readings[0] != []


@LAW
@given(rules=rows)
def test_no_two_languages_of_different_families_write_the_same_text(rules: frozenset[AnyRule]) -> None:
    texts = {render(grammar_of(language), rules, "cell") for language in ("de", "en", "nl", "sv")}
    assert len(texts) == 4
