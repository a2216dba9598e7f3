"""parse(render(rule)) == {rule} for what sentences say of pages, plans and markets, in every language."""

from hypothesis import HealthCheck, assume, given
from hypothesis import strategies as st

from engine.grammar import Grammar, parse, render
from engine.grammar.meanings import PART
from engine.model.rules import AnyRule, Excludes, Includes, Limit, Requires, Speaks
from tests.laws import examples

from .strategies import grammar_of, in_each_language, locales, requirements

PAGE = "page:topic/guide"
FEW = examples(30, HealthCheck.too_slow)


def ids(kind: str) -> st.SearchStrategy[str]:
    return st.sampled_from([entry.id for entry in locales().vocabulary.of(kind)])


METRICS = st.sampled_from([entry.id for entry in locales().vocabulary.of("capability") if entry.sort == "thing"])


def of_topic(topic: str) -> st.SearchStrategy[Requires]:
    """A requirement on a page or on a part of it."""
    return requirements().map(lambda rule: Requires(topic, None, rule.needs, rule.scopes))


page_rules: st.SearchStrategy[frozenset[AnyRule]] = st.one_of(
    of_topic(PAGE).map(lambda rule: frozenset({rule})),
    st.frozensets(st.builds(Excludes, ids("plan"), st.just(PAGE)), min_size=1, max_size=3),
    st.builds(Speaks, st.just(PAGE), ids("market")).map(lambda rule: frozenset({rule})),
    st.builds(Limit, ids("plan"), METRICS, st.integers(0, 10**7)).map(lambda rule: frozenset({rule})),
    st.builds(
        lambda plans, licence: frozenset(Includes(plan, licence) for plan in plans),
        st.frozensets(ids("plan"), min_size=1, max_size=3),
        ids("licence"),
    ),
)
"""What one sentence may say."""


def read(grammar: Grammar, text: str) -> list[frozenset[AnyRule]]:
    return [frozenset(reading.rules) for reading in parse(grammar, text, "sentence", PAGE)]


@in_each_language
@FEW
@given(rules=page_rules)
def test_a_sentence_about_a_page_or_plan_reads_back_as_its_rules(language: str, rules: frozenset[AnyRule]) -> None:
    grammar = grammar_of(language)
    assert read(grammar, render(grammar, rules, "sentence")) == [rules]


@in_each_language
@FEW
@given(rule=of_topic(PAGE + PART))
def test_a_requirement_of_a_part_reads_back_as_a_sentence_and_as_an_item(language: str, rule: Requires) -> None:
    grammar = grammar_of(language)
    assert read(grammar, render(grammar, [rule], "sentence")) == [{rule}]
    item = parse(grammar, render(grammar, [rule], "item"), "item", PAGE)
    assert [set(reading.rules) for reading in item] == [{rule}]


@in_each_language
@FEW
@given(rules=page_rules, others=page_rules)
def test_sentences_that_say_different_rules_differ_in_words(
    language: str, rules: frozenset[AnyRule], others: frozenset[AnyRule]
) -> None:
    assume(rules != others)
    grammar = grammar_of(language)
    assert render(grammar, rules, "sentence") != render(grammar, others, "sentence")
