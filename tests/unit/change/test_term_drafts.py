"""Drafts of the terms that a language lacks: what was deleted comes back."""

import re
import shutil
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from engine.change.term_drafts import draft_terms
from engine.change.term_toml import drafts_as_toml
from engine.localedata import Locales, Messages, installed_locales, load_locales
from engine.rules import read_docs

from ...conftest import ROOT

Make = Callable[[Mapping[str, str]], Path]
Without = Callable[..., Locales]

TABLE = (
    "## {heading}\n\n| {licence} | {description} |\n|---|---|\n| Customer Centre | {centre}. |\n| {name} | {gives}. |\n"
)
ENGLISH = {"heading": "System licences", "licence": "Licence", "description": "Description"}
ENGLISH |= {"centre": "Access to quotes", "gives": "Access to quotes"}
SWEDISH = {"heading": "Systemlicenser", "licence": "Licens", "description": "Beskrivning"}
SWEDISH |= {"centre": "Åtkomst till offerter", "gives": "Åtkomst till offerter"}


@pytest.fixture
def without(tmp_path: Path) -> Without:
    """Locales in which one language lacks the terms of some ids, of any kind."""

    def remove(language: str, *ids: str) -> Locales:
        folder = tmp_path / "locales"
        shutil.copytree(installed_locales(), folder)
        path = folder / language / "terms.toml"
        text = path.read_text(encoding="utf-8")
        for id in ids:
            text, count = re.subn(rf"^{id} = .*\n", "", text, flags=re.MULTILINE)
            assert count
        path.write_text(text, encoding="utf-8")
        return load_locales(folder, incomplete=language)

    return remove


@pytest.fixture(scope="module")
def licence_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The licence pages of our own docs."""
    docs = tmp_path_factory.mktemp("docs")
    for folder in (ROOT / "docs").glob("*/admin/license"):
        shutil.copytree(folder, docs / folder.relative_to(ROOT / "docs"))
    return docs


def drafts(docs: Path, locales: Locales, language: str) -> tuple[str, dict[str, dict[str, object]]]:
    found = draft_terms(read_docs(docs, locales), locales, language)
    text = drafts_as_toml(found, locales.get(language), locales.vocabulary, Messages())
    return text, tomllib.loads(text)


@pytest.mark.parametrize("language", ["en", "sv", "nl", "de", "da", "no"])
def test_names_deleted_from_a_language_come_back_from_our_own_docs(
    without: Without, licence_pages: Path, language: str
) -> None:
    locales = without(language, "area-management", "satellite", "growth", "sales-premium")
    text, data = drafts(licence_pages, locales, language)
    assert data["licence"] == {
        "area-management": "Area Management",
        "satellite": "Satellite",
        "sales-premium": "Sales Premium",
    }
    growth = data["plan"]["growth"]
    assert isinstance(growth, dict)
    assert set(growth.values()) == {"Growth"}
    assert f"# {language}/admin/license/learn/index.md:" in text


def test_a_name_that_no_term_knows_is_drafted_beside_those_that_are_known(make_docs: Make, locales: Locales) -> None:
    files = {
        "en/x.md": TABLE.format(name="Satellite", **ENGLISH),
        "sv/x.md": TABLE.format(name="Måne", **SWEDISH),
    }
    _, data = drafts(make_docs(files), locales, "sv")
    assert data == {"licence": {"satellite": {"name": "Satellite", "also": ["Satellit", "Måne"]}}}


def test_the_name_for_readers_is_drafted_before_the_one_for_machines(make_docs: Make, without: Without) -> None:
    front = "---\nlicense: {}\n---\n"
    files = {
        "en/x.md": TABLE.format(name="Satellite", **ENGLISH),
        "sv/x.md": TABLE.format(name="Måne", **SWEDISH),
        "en/y.md": front.format("satellite"),
        "sv/y.md": front.format("mane"),
    }
    locales = without("sv", "satellite")
    _, data = drafts(make_docs(files), locales, "sv")
    assert data == {"licence": {"satellite": "Måne"}}
    docs = make_docs({})
    for tag in ("en", "sv"):
        (docs / tag / "x.md").unlink()
    _, data = drafts(docs, locales, "sv")
    assert data == {"licence": {"satellite": "mane"}}


def test_an_id_of_which_no_page_tells_is_a_comment_with_its_note(make_docs: Make, without: Without) -> None:
    text, data = drafts(make_docs({"sv/x.md": "Text.\n"}), without("sv", "satellite"), "sv")
    assert data == {"licence": {}}
    assert text == "[licence]\n# satellite: no page tells its name; licence for satellite databases\n"


def test_every_form_is_given_and_is_to_be_checked(without: Without) -> None:
    text, data = drafts(ROOT / "docs", without("de", "growth"), "de")
    assert data == {"plan": {"growth": {"name": "Growth", "phrase": "Growth", "dative": "Growth"}}}
    assert "# check the forms: name, phrase, dative\n" in text


def test_a_complete_language_has_no_drafts(locales: Locales) -> None:
    assert draft_terms(read_docs(ROOT / "docs", locales), locales, "sv") == ()


def test_quotation_marks_and_backslashes_are_escaped(make_docs: Make, locales: Locales) -> None:
    files = {
        "en/x.md": TABLE.format(name="Satellite", **ENGLISH),
        "sv/x.md": TABLE.format(name='M"å\\\\ne', **SWEDISH),
    }
    _, data = drafts(make_docs(files), locales, "sv")
    assert data == {"licence": {"satellite": {"name": "Satellite", "also": ["Satellit", 'M"å\\ne']}}}
