"""A phrase is tried wherever it can begin, and passed over elsewhere."""

import pytest

from engine.grammar import Grammar
from engine.grammar.beginnings import beginnings
from engine.grammar.meanings import SLOT_KINDS
from engine.grammar.pattern import parse_pattern
from engine.grammar.tokens import tokenize
from engine.localedata import Locales
from engine.rules.grammars import Grammars


@pytest.fixture
def english(locales: Locales) -> Grammar:
    return Grammars(locales, ["en"])["en"]


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("licence for {licences|or}", "licence", True),
        ("licence for {licences|or}", "for", False),
        ("[a] licence", "a", True),
        ("[a] licence", "licence", True),
        ("[a] licence", "of", False),
        ("(user|site) licence", "site", True),
        ("{licences|or} licence", "the Sales Premium", True),
        ("{licences|or} licence", "the weather", False),
        ("{licences|or} licence", "the", False),
    ],
)
def test_where_a_phrase_may_begin(pattern: str, text: str, fits: bool, english: Grammar) -> None:
    found = beginnings(parse_pattern(pattern), english.lexicon, SLOT_KINDS)
    assert found.fit(tokenize(text), 0) is fits


def test_every_phrase_of_a_grammar_may_begin_where_it_is_read(english: Grammar) -> None:
    reader = english.matcher.needs
    assert reader is not None
    blind = type(reader)(reader.lexicon, reader.words, reader.phrases, reader.slot_kinds, reader.by_parts)
    for text in (
        "a Sales Premium user plan",
        "an Essential or Premium user plan",
        "log-in rights",
        "the Expander licence",
    ):
        tokens = tokenize(text)
        for position in range(len(tokens)):
            assert list(reader.read(tokens, position)) == list(blind.read(tokens, position)), (text, position)
