"""Text as tokens: what falls together, and where each token stands."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.grammar.tokens import keys, tokenize, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sales-Premium", "sales premium"),
        ("Sales\N{NON-BREAKING HYPHEN}Premium", "Sales Premium"),
        ("Essential- oder Premium-Lizenz", "Essential oder Premium Lizenz"),
        ("„Standard CRM“", "Standard CRM"),
        ("**Sales Premium**-licens", "Sales Premium licens"),
        ("*Standard* _CRM_", "Standard CRM"),
        ("Schließen", "SCHLIESSEN"),
        ("don’t", "don't"),
        ("a\u00a0b\u202fc\r\nd", "a b c d"),
        ("ma\u00adxi\u200bmal", "maximal"),
        ("ﬁnd", "find"),
        ("Ｗｉｎｄｏｗｓ", "windows"),
        ("A – B", "A — B"),
        ("behöver", unicodedata.normalize("NFD", "BEHÖVER")),
        (unicodedata.normalize("NFD", "områdé-licens"), "områdé licens"),
    ],
)
def test_a_spelling_family_falls_together(one: str, other: str) -> None:
    assert keys(one) == keys(other) != ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A - B", "A B"),
        ("A, B", "A B"),
        ("standardcrm", "standard crm"),
        ("1.5", "15"),
        ("å", "a"),
        ("kan", "kann"),
        ("(Windows)", "Windows"),
    ],
)
def test_what_could_differ_in_meaning_is_kept_apart(one: str, other: str) -> None:
    assert keys(one) != keys(other)


def test_punctuation_and_numbers_are_tokens_of_their_own() -> None:
    assert keys("Up to 1,000.50 users: (yes), 24:00!") == (
        *("up", "to", "1,000.50", "users", ":", "(", "yes", ")", ",", "24:00", "!"),
    )


def test_a_token_knows_its_place_in_the_text() -> None:
    text = "  Är „Sales-\u00adPremium“ här? "
    assert [text[token.start : token.end] for token in tokenize(text)] == ["Är", "Sales", "Premium", "här", "?"]


@pytest.mark.parametrize("text", ["", " \t\n", "\u00ad", "\u0301", "“”", "**", "\u200b\u200d"])
def test_what_shows_no_word_has_no_tokens(text: str) -> None:
    assert tokenize(text) == ()


def test_a_dash_that_joins_is_no_token_and_one_that_stands_free_is() -> None:
    assert keys("a-b") == keys("a- b") == keys("a -b") == ("a", "b")
    assert keys("a - b") == keys("a – b") == ("a", "-", "b")


_TEXTS = st.text(
    st.one_of(st.sampled_from("aBßµÿŸ5²½٣é\u0301\u00ad\u200b\0 ’'-_.:,Ⅷİﬁが\u3099か\u00a0"), st.characters()),
    max_size=12,
)


@given(_TEXTS)
def test_the_words_of_every_token_are_words_of_the_text(text: str) -> None:
    for token in tokenize(text):
        assert words(token.key) <= words(text)


def test_words_are_quick_to_read_and_say_little() -> None:
    assert words("Sales-Premium, 4.5GB of it’s") == {"sales", "premium", "gb", "of", "it", "s"}
    assert words("\u00adSa\u00adles\u00a0Prém") == {"sales", "prém"}
