"""parse(render(rule, form, language), form, language) == {rule}, for every form, in every language."""

from hypothesis import given

from engine.grammar import render
from engine.model.rules import AnyRule, Requires

from .strategies import (
    LAW,
    grammar_of,
    in_each_language,
    read_cell,
    read_heading,
    read_list,
    read_sentence,
    requirements,
    rows,
    rows_of_one_kind,
    sections,
    write_heading,
    write_list,
)


@in_each_language
@LAW
@given(rules=rows_of_one_kind)
def test_a_description_of_one_kind_reads_back_as_its_rules(language: str, rules: frozenset[AnyRule]) -> None:
    grammar = grammar_of(language)
    assert read_cell(grammar, render(grammar, rules, "cell")) == [rules]


@in_each_language
@LAW
@given(rules=rows)
def test_a_description_of_several_kinds_reads_back_as_its_rules(language: str, rules: frozenset[AnyRule]) -> None:
    grammar = grammar_of(language)
    assert read_cell(grammar, render(grammar, rules, "cell")) == [rules]


@in_each_language
@LAW
@given(rule=requirements())
def test_a_requirement_in_running_text_reads_back_as_itself(language: str, rule: Requires) -> None:
    grammar = grammar_of(language)
    assert read_sentence(grammar, render(grammar, [rule], "sentence")) == [{rule}]


@in_each_language
@LAW
@given(rule=requirements())
def test_a_requirement_as_a_list_reads_back_as_itself(language: str, rule: Requires) -> None:
    grammar = grammar_of(language)
    assert read_list(grammar, write_list(grammar, rule)) == [{rule}]


@in_each_language
@LAW
@given(section=sections)
def test_a_heading_reads_back_as_its_section(language: str, section: tuple[str, str | None, str | None]) -> None:
    grammar = grammar_of(language)
    assert read_heading(grammar, write_heading(grammar, section)) == [section]
