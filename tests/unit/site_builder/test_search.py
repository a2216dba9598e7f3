"""The search finds the words of a page; which search a site has is a setting."""

import importlib.util
import json

import pytest

from engine.localedata import Locales
from site_builder.search import search_index, words_of
from tests.unit.site_builder.conftest import Build

PAGES: dict[str, str | bytes] = {
    "sv/index.md": "# Hjälp\n\nAllt om försäljning.\n",
    "sv/a/x.md": "---\ndescription: Om licenser\n---\n# Licenser\n\nText om försäljning & mer.\n",
    "nl/index.md": "# Hulp\n\nOver verkoop.\n",
}


def index_of(text: str) -> dict[str, object]:
    assert text.startswith("charterSearch(")
    assert text.endswith(");\n")
    found: dict[str, object] = json.loads(text[len("charterSearch(") : -len(");\n")])
    return found


def test_each_language_has_an_index_of_its_own_pages(build: Build) -> None:
    site = build(PAGES)
    index = index_of(site.text("sv/search-index.js"))
    assert index["pages"] == [["Licenser", "a/x.html", "Om licenser"], ["Hjälp", "index.html", "Allt om försäljning."]]
    words = index["words"]
    assert isinstance(words, dict)
    assert words["forsaljning"] == [0, 1, 1, 1]
    assert words["licenser"][1] > words["text"][1]
    assert "verkoop" in site.text("nl/search-index.js")
    assert "verkoop" not in site.text("sv/search-index.js")


def test_words_are_looked_up_without_case_and_accents() -> None:
    assert words_of("Åtkomst till E-POST, über 10 %") == ["atkomst", "till", "post", "uber", "10"]


def test_an_index_cannot_end_its_script() -> None:
    assert b"\xe2\x80\xa8" not in search_index([], "sv/search-index.js")


def test_a_site_may_have_no_search(build: Build) -> None:
    site = build({**PAGES, "charter.toml": '[site]\nsearch = "off"\n'})
    assert "sv/search-index.js" not in site.files
    assert "data-search" not in site.text("sv/index.html")


@pytest.mark.skipif(importlib.util.find_spec("pagefind") is None, reason="Pagefind is not installed")
def test_a_site_may_have_pagefind(build: Build, locales: Locales) -> None:
    settings = {"charter.toml": '[site]\nsearch = "pagefind"\n'}
    first, second = build({**PAGES, **settings}), build({**PAGES, **settings}, "again")
    assert "pagefind/pagefind.js" in first.files
    assert "'wasm-unsafe-eval'" in first.text("sv/index.html")
    assert 'data-pagefind="../pagefind/pagefind.js"' in first.text("sv/index.html")
    assert first.files == second.files
