"""render(a) == render(b) only when a == b: no two different rules are written alike, in any language."""

import itertools
from collections.abc import Iterable

from hypothesis import assume, given
from hypothesis import strategies as st

from engine.grammar import render
from engine.grammar.tokens import keys
from engine.model.rules import AnyRule, Describes, Grants, Quota, Requires

from .strategies import (
    LAW,
    SUBJECT,
    grammar_of,
    in_each_language,
    locales,
    requirements,
    rows,
    sections,
    write_heading,
    write_list,
)


def every_single_rule() -> Iterable[AnyRule]:
    """Every rule of one row that the vocabulary allows, with at most one channel."""
    of = locales().vocabulary.of
    capabilities = [entry.id for entry in of("capability")]
    things = [entry.id for entry in of("capability") if entry.sort == "thing"]
    channels = [entry.id for entry in of("channel")]
    for topic in of("topic"):
        yield Describes(SUBJECT, topic.id)
    for metric, unit in itertools.product(things, (None, *(entry.id for entry in of("unit")))):
        yield Quota(SUBJECT, metric, unit)
    for capability, channel in itertools.product(capabilities, (None, *channels)):
        yield Requires(capability, channel, ((SUBJECT,),))
        for beside, open_ended in itertools.product((None, *things), (False, True)):
            yield Grants(SUBJECT, capability, beside, (channel,) if channel else (), open_ended)


@in_each_language
def test_every_rule_of_a_row_has_words_of_its_own(language: str) -> None:
    said: dict[tuple[str, ...], AnyRule] = {}
    for rule in every_single_rule():
        words = keys(render(grammar_of(language), [rule], "cell"))
        assert said.setdefault(words, rule) == rule
    assert len(said) > 1000


@in_each_language
@LAW
@given(rules=rows, other=rows)
def test_descriptions_that_differ_in_a_rule_differ_in_words(
    language: str, rules: frozenset[AnyRule], other: frozenset[AnyRule]
) -> None:
    grammar = grammar_of(language)
    neighbours = (rules | other, rules - other, rules ^ frozenset(list(other)[:1]), other)
    texts = {render(grammar, said, "cell"): said for said in neighbours if said}
    assert len(texts) == len({said for said in neighbours if said})


@in_each_language
@LAW
@given(rule=requirements(), other=requirements(), turned=st.sampled_from(("capability", "channel", "needs", "scopes")))
def test_requirements_that_differ_in_a_field_differ_in_words(
    language: str, rule: Requires, other: Requires, turned: str
) -> None:
    grammar = grammar_of(language)
    match turned:
        case "capability":
            changed = Requires(other.capability, rule.channel, rule.needs, rule.scopes)
        case "channel":
            changed = Requires(rule.capability, other.channel, rule.needs, rule.scopes)
        case "needs":
            changed = Requires(rule.capability, rule.channel, other.needs)
        case _:
            changed = Requires(rule.capability, rule.channel, rule.needs)
    assume(changed != rule)
    assert render(grammar, [changed], "sentence") != render(grammar, [rule], "sentence")
    assert write_list(grammar, changed) != write_list(grammar, rule)


@in_each_language
@LAW
@given(pair=st.lists(sections, min_size=2, max_size=2, unique=True))
def test_sections_that_differ_have_different_headings(
    language: str, pair: list[tuple[str, str | None, str | None]]
) -> None:
    assert len({write_heading(grammar_of(language), section) for section in pair}) == 2
