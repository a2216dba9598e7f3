"""Reading many small pages: each language is compiled once."""

import pytest

import engine.rules.grammars
from engine.grammar import Grammar, load_grammar
from engine.localedata import Locale, Locales, Vocabulary


@pytest.fixture(scope="session")
def compiled() -> dict[str, Grammar]:
    """The languages compiled so far, by tag."""
    return {}


@pytest.fixture(autouse=True)
def no_language_is_compiled_twice(
    locales: Locales, compiled: dict[str, Grammar], monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(locale: Locale, vocabulary: Vocabulary) -> Grammar:
        if vocabulary is not locales.vocabulary:
            # Changed language data, written by the test.
            return load_grammar(locale, vocabulary)
        if locale.tag not in compiled:
            compiled[locale.tag] = load_grammar(locale, locales.vocabulary)
        return compiled[locale.tag]

    monkeypatch.setattr(engine.rules.grammars, "load_grammar", load)
