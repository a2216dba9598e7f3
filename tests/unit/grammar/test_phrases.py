"""Phrases in tokens: where they stand, and that one look is as good as many."""

import pytest

from engine.grammar.phrases import Phrases, WordLists, stands_at
from engine.grammar.tokens import keys, tokenize
from engine.localedata import Locales

SOME = Phrases(map(keys, ("as well", "as well as", "and", "", "and")))


@pytest.mark.parametrize(
    ("text", "position", "found"),
    [
        ("this and that", 1, "and"),
        ("this and that", 0, ""),
        ("as well as that", 0, "as well as"),
        ("as well that", 0, "as well"),
        ("as we as that", 0, ""),
        ("as", 0, ""),
        ("and", 1, ""),
        ("", 0, ""),
    ],
)
def test_the_longest_of_them_that_begins_at_a_place(text: str, position: int, found: str) -> None:
    assert SOME.begin_at(tokenize(text), position) == keys(found)


@pytest.mark.parametrize(("text", "stand"), [("this and that", True), ("as this, as well", True), ("as this", False)])
def test_whether_one_of_them_stands_anywhere(text: str, stand: bool) -> None:
    assert SOME.stand_in(tokenize(text)) is stand


@pytest.mark.parametrize(
    ("text", "length"),
    [("this as well as", 3), ("this as well", 2), ("and", 1), ("and this", 0), ("well as", 0), ("", 0)],
)
def test_the_longest_that_a_text_ends_with(text: str, length: int) -> None:
    assert SOME.end(tokenize(text)) == length


def test_each_is_there_once_and_those_without_tokens_are_not() -> None:
    assert SOME.all == (("as", "well"), ("as", "well", "as"), ("and",))
    assert not Phrases(()).stand_in(tokenize("and"))


def test_a_phrase_does_not_stand_over_the_end() -> None:
    assert stands_at(("as", "well"), tokenize("and as well"), 1)
    assert not stands_at(("as", "well"), tokenize("and as"), 1)


def test_word_lists_are_those_of_the_language(locales: Locales) -> None:
    lists = WordLists(locales.get("en"))
    assert ("and",) in lists["and"].all
    assert lists["and"] is lists["and"]
    assert lists["no such list"].all == ()
