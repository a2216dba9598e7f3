"""A pattern is passed over only where it could not match anyway."""

from collections.abc import Callable

import pytest

from engine.grammar import Grammar, split_sentences
from engine.grammar.demands import Demanding, Demands, one_of, triggers
from engine.grammar.lexicon import Lexicon
from engine.grammar.meanings import SLOT_KINDS
from engine.grammar.pattern import parse_pattern
from engine.grammar.tokens import tokenize, words
from engine.localedata import Locales
from tests.conftest import ROOT

FOLDERS = sorted(path.name for path in (ROOT / "docs").iterdir() if path.is_dir() and not path.name.startswith("_"))


@pytest.fixture
def demanding(locales: Locales) -> Demanding:
    phrases = [parse_pattern(text) for text in ("a licence for {licences|or}", "{rights|or}")]
    return Demanding(Lexicon(locales.get("en")), phrases, SLOT_KINDS)


@pytest.mark.parametrize(
    ("pattern", "text", "met"),
    [
        ("you need this", "you need nothing of this", True),
        ("you need this", "you need that", False),
        ("you (need|require) this", "require this you", True),
        ("you (need|require) this", "you want this", False),
        ("(you need|need you) this", "need this", False),
        ("you [really] need", "you need", True),
        ("{note}", "anything", True),
        ("{number} times", "three times", True),
        ("{channel} needs it", "the web client needs it", True),
        ("{channel} needs it", "this moon needs it", False),
        ("it requires {needs}", "it requires a licence for Remote Travel", True),
        ("it requires {needs}", "it requires patience", False),
    ],
)
def test_what_a_text_must_hold(demanding: Demanding, pattern: str, text: str, met: bool) -> None:
    present = {token.key for token in tokenize(text)}
    assert demanding.of(parse_pattern(pattern)).met_by(present) is met


def test_nothing_is_demanded_of_nothing() -> None:
    assert Demands(()).met_by(())


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_pattern_that_matches_is_passed_over(grammar_of: Callable[[str], Grammar], folder: str) -> None:
    grammar = grammar_of(folder)
    texts = {line for path in (ROOT / "docs" / folder).rglob("*.md") for line in path.read_text("utf-8").splitlines()}
    sentences = {text[start:end] for text in texts for start, end in split_sentences(text)}
    parts = {part.strip() for text in sentences for part in (text, text.lstrip("#>*- "), *text.split("|"))}
    passed_over = 0
    for tokens in filter(None, map(tokenize, sorted(parts))):
        present = {token.key for token in tokens}
        for entries in grammar.entries.values():
            for pattern in (pattern for entry in entries for pattern in entry.read):
                if not pattern.demands.met_by(present):
                    passed_over += 1
                    assert grammar.matcher.match(pattern.tree, tokens) == ()
    assert passed_over > 1000


def test_patterns_are_found_by_the_words_that_they_demand(demanding: Demanding) -> None:
    patterns = ("you need this", "{thing}", "(use|require) it", "no {licences|or}")
    found = triggers([demanding.of(parse_pattern(pattern)) for pattern in patterns])
    assert found.always == (1,)
    assert found.of(words("you need this")) == [0, 1]
    assert found.of(words("they require it")) == [1, 2]
    assert found.of(words("no Sales Premium")) == [1, 3]
    assert list(found.of(words(""))) == [1]


def test_a_demand_for_a_sign_is_told_by_no_word() -> None:
    assert one_of((frozenset(("premium",)), frozenset(("4.5gb", "x")))) == {"premium", "gb", "x"}
    assert one_of((frozenset(("premium", "+")),)) is None
    assert one_of((frozenset(("premium", "4.5")),)) is None
