"""parse(respell(text)) == parse(text): letter case, Unicode composition, kinds of dash and of space tell nothing."""

import re
import unicodedata
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from engine.grammar import Grammar, parse, render
from engine.model.rules import AnyRule, Requires

from .strategies import (
    LAW,
    SUBJECT,
    grammar_of,
    in_each_language,
    read_heading,
    read_sentence,
    requirements,
    rows_of_one_kind,
    sections,
    write_heading,
)

HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
SPACE = re.compile(r"(?<=[^\W_]) (?=[^\W_])")

RESPELLINGS: dict[str, Callable[[str], str]] = {
    "decomposed letters (NFD)": lambda text: unicodedata.normalize("NFD", text),
    "compatibility letters (NFKD)": lambda text: unicodedata.normalize("NFKD", text),
    "capitals": str.upper,
    "decomposed capitals": lambda text: unicodedata.normalize("NFD", text.upper()),
    "small letters": str.lower,
    "space for hyphen": lambda text: HYPHEN.sub(" ", text),
    "hyphen for space": lambda text: SPACE.sub("-", text),
    "typographic hyphen": lambda text: text.replace("-", "\N{HYPHEN}"),
    "no-break hyphen": lambda text: text.replace("-", "\N{NON-BREAKING HYPHEN}"),
    "no-break space": lambda text: text.replace(" ", "\N{NO-BREAK SPACE}"),
    "narrow no-break space": lambda text: text.replace(" ", "\N{NARROW NO-BREAK SPACE}"),
    "lines ended by CRLF": lambda text: text.replace(" ", "\r\n"),
    "several spaces": lambda text: text.replace(" ", "  \t"),
    "soft hyphens": lambda text: re.sub(r"(\w{4})(?=\w)", "\\1\N{SOFT HYPHEN}", text),
    "quotation marks": lambda text: re.sub(r"(\w+)\.$", "“\\1”.", text),
    "no stop": lambda text: text.rstrip("."),
}

respellings = st.sampled_from(sorted(RESPELLINGS))


def say_in_turn(grammar: Grammar, rules: frozenset[AnyRule]) -> list[str]:
    """Each rule as a sentence of its own."""
    return [render(grammar, [rule], "cell") for rule in sorted(rules, key=repr)]


@in_each_language
@LAW
@given(rules=rows_of_one_kind, respelling=respellings)
def test_a_description_reads_the_same_in_every_spelling(
    language: str, rules: frozenset[AnyRule], respelling: str
) -> None:
    grammar = grammar_of(language)
    for rule, text in zip(sorted(rules, key=repr), say_in_turn(grammar, rules), strict=True):
        readings = parse(grammar, RESPELLINGS[respelling](text), "cell", SUBJECT)
        assert [reading.rules for reading in readings] == [(rule,)], RESPELLINGS[respelling](text)


@in_each_language
@LAW
@given(rule=requirements(), respelling=respellings)
def test_a_requirement_reads_the_same_in_every_spelling(language: str, rule: Requires, respelling: str) -> None:
    grammar = grammar_of(language)
    text = RESPELLINGS[respelling](render(grammar, [rule], "sentence"))
    assert read_sentence(grammar, text) == [{rule}], text


@in_each_language
@LAW
@given(section=sections, respelling=respellings)
def test_a_heading_reads_the_same_in_every_spelling(
    language: str, section: tuple[str, str | None, str | None], respelling: str
) -> None:
    grammar = grammar_of(language)
    text = RESPELLINGS[respelling](write_heading(grammar, section))
    assert read_heading(grammar, text) == [section], text
