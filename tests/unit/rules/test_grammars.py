"""A grammar is checked on itself once, as long as its data stays as it is."""

from pathlib import Path

import msgspec
import pytest

from engine import grammar as engine_grammar
from engine.cache import Store
from engine.findings import LocaleError
from engine.grammar import Grammar
from engine.localedata import Locales
from engine.localedata.locale import Sourced
from engine.rules.grammars import Grammars


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The languages whose grammars are checked, as they are."""
    found: list[str] = []
    validate = engine_grammar.validate

    def noted(grammar: Grammar) -> None:
        found.append(grammar.locale.tag)
        validate(grammar)

    monkeypatch.setattr(engine_grammar, "validate", noted)
    return found


def changed(locales: Locales, tag: str, pattern: str) -> Locales:
    """The same languages with one more pattern in the first table of one of them."""
    locale = locales.get(tag)
    entry = next(entry for entry in locale.entries if entry.form == "sentence")
    more = msgspec.structs.replace(entry, read=(*entry.read, Sourced(pattern, 1)))
    entries = tuple(more if each is entry else each for each in locale.entries)
    return Locales(
        locales.vocabulary,
        {**locales.languages, tag: msgspec.structs.replace(locale, entries=entries, path="elsewhere")},
    )


def test_a_language_is_checked_once_and_again_when_its_data_changes(
    locales: Locales, tmp_path: Path, checked: list[str]
) -> None:
    # Loading is shared by all tests for the locales as they are; these stand elsewhere.
    own = Locales(locales.vocabulary, {"en": msgspec.structs.replace(locales.get("en"), path="elsewhere")})
    store = Store(tmp_path)
    first = Grammars(own, ["en"], store)["en"]
    assert checked == ["en"]
    assert Grammars(own, ["en"], store)["en"].entries == first.entries
    assert checked == ["en"]
    Grammars(own, ["en"])["en"]
    assert checked == ["en", "en"]


def test_a_broken_grammar_is_broken_each_time(locales: Locales, tmp_path: Path, checked: list[str]) -> None:
    broken = changed(locales, "en", "{licence} {licence}")
    for _ in range(2):
        with pytest.raises(LocaleError):
            Grammars(broken, ["en"], Store(tmp_path))["en"]
