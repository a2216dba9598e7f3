"""A text is passed over by its words only where no phrase stands in it."""

import pytest

from engine.grammar.lexicon import Lexicon
from engine.grammar.sieve import Sieve
from engine.grammar.tokens import keys, words
from engine.localedata import Locales
from engine.localedata.vocabulary import KINDS

FOLDERS = ("da", "de", "en", "nl", "no", "sv")


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("A Blue Moon rises", True),
        ("The moon is blue", True),
        ("The moon rises", False),
        ("Blue", False),
        ("The bluest moons", False),
        ("Suns rise", False),
        ("The sun rises", True),
        ("", False),
    ],
)
def test_a_phrase_may_stand_where_all_of_its_words_do(text: str, passes: bool) -> None:
    sieve = Sieve((keys("blue moon"), keys("moon of Jupiter"), keys("the sun"), keys("sun")))
    assert sieve.lets_pass(words(text)) is passes


def test_a_phrase_without_words_may_stand_anywhere() -> None:
    assert Sieve((keys("blue moon"), keys("+"))).lets_pass(words("suns"))
    assert not Sieve(()).lets_pass(words("suns"))


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_text_that_is_passed_over_names_nothing(folder: str, locales: Locales) -> None:
    locale = next(each for each in locales.languages.values() if each.folder == folder)
    lexicon = Lexicon(locale)
    sieves = {kind: Sieve(lexicon.paths((kind,))) for kind in KINDS}
    for term in locale.terms:
        for surface in term.surfaces:
            assert sieves[term.kind].lets_pass(words(f"Say {surface}, please"))
            assert term.id in lexicon.named(term.kind, surface)
            assert lexicon.named(term.kind, f"{surface} xyzzy") == ()
    assert not sieves["licence"].lets_pass(words("Xyzzy"))
