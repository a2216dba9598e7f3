"""Spellings that people decided against, in `terms.toml`."""

import shutil
from pathlib import Path

import pytest

from engine.findings import LocaleError
from engine.localedata import Locales, installed_locales, load_locales


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(installed_locales(), tmp_path / "locales"))


def rewrite(folder: Path, old: str, new: str) -> None:
    path = folder / "sv" / "terms.toml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_forbidden_spelling_is_read_and_known_as_forbidden(locales: Locales) -> None:
    locale = locales.get("sv")
    term = locale.forbidden["Superoffice CRM"]
    assert (term.kind, term.id) == ("capability", "superoffice-crm")
    assert "Superoffice CRM" in term.surfaces
    assert all(not set(term.forbidden) & {*term.forms.values(), *term.also} for term in locale.terms)


def test_a_spelling_cannot_be_admitted_and_forbidden(folder: Path) -> None:
    rewrite(
        folder,
        'satellite = { name = "Satellite", also = ["Satellit"] }',
        'satellite = { name = "Satellite", also = ["Satellit"], forbidden = ["Satellit"] }',
    )
    with pytest.raises(LocaleError, match="`Satellit` of `satellite` is both admitted and forbidden"):
        load_locales(folder)


def test_forbidden_must_be_a_list_of_names(folder: Path) -> None:
    rewrite(
        folder,
        'satellite = { name = "Satellite", also = ["Satellit"] }',
        'satellite = { name = "Satellite", forbidden = "Satellit" }',
    )
    with pytest.raises(LocaleError, match="`forbidden` of `satellite` must be a list of names"):
        load_locales(folder)


def test_an_incomplete_language_loads_only_when_it_is_said_to_be(folder: Path) -> None:
    rewrite(folder, 'satellite = { name = "Satellite", also = ["Satellit"] }\n', "")
    with pytest.raises(LocaleError, match="no term for the licence `satellite`"):
        load_locales(folder)
    with pytest.raises(LocaleError, match="no term for the licence `satellite`"):
        load_locales(folder, incomplete="nl")
    missing = [term.id for term in load_locales(folder, incomplete="sv").get("sv").terms if term.is_missing]
    assert missing == ["satellite"]
