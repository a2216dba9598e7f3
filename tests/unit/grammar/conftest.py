"""The grammars of the project's languages, and reading with them."""

import functools
from collections.abc import Callable

import pytest

from engine.grammar import Grammar, load_grammar, parse
from engine.grammar.parse import parse_needs
from engine.localedata import Locales
from engine.model.rules import AnyRule, Needs

Read = Callable[..., list[tuple[tuple[AnyRule, ...], tuple[str, ...]]]]
ReadNeeds = Callable[[str, str], Needs | None]

ROW = "remote-travel"
"""The licence of the row in which a cell stands."""


@pytest.fixture(scope="session")
def grammar_of(locales: Locales) -> Callable[[str], Grammar]:
    """The grammar of a language."""
    return functools.cache(lambda language: load_grammar(locales.get(language), locales.vocabulary))


@pytest.fixture(scope="session")
def read(grammar_of: Callable[[str], Grammar]) -> Read:
    """Reads a sentence: (rules, notes) of every reading."""

    def read_text(language: str, text: str, form: str = "cell") -> list[tuple[tuple[AnyRule, ...], tuple[str, ...]]]:
        return [(reading.rules, reading.notes) for reading in parse(grammar_of(language), text, form, ROW)]

    return read_text


@pytest.fixture(scope="session")
def needs(grammar_of: Callable[[str], Grammar]) -> ReadNeeds:
    """Reads a requirement phrase that stands alone."""

    def read_needs(language: str, text: str) -> Needs | None:
        found = parse_needs(grammar_of(language), text)
        return found.needs if found else None

    return read_needs
