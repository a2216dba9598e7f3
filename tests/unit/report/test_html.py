"""The report as a page: self-contained, escaped, and every drill-down leads somewhere."""

import datetime as dt
from collections.abc import Callable

import html5lib
import pytest

from engine.checks import run_checks
from engine.localedata import Locales
from engine.report.html import report_html
from engine.rules import Docs

Read = Callable[[dict[str, str]], Docs]

FILES = {
    "en/a/x.md": "## System licences\n\n| Licence | Description |\n|---|---|\n"
    "| Customer Centre | Access to quotes. |\n",
    "sv/a/x.md": "## Systemlicenser\n\n| Licens | Beskrivning |\n|---|---|\n"
    "| Customer Centre | Tillgång till Kundcenter. <b onclick=x>&amp;</b> |\n",
    "sv/b.md": "---\nlanguage: <script>alert(1)</script>\n---\n\nText.\n",
    "en/b.md": "Text.\n",
}
HTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture
def page(read_files: Read, locales: Locales) -> Callable[..., str]:
    """Makes the report of files."""

    def make(files: dict[str, str], language: str | None = None) -> str:
        docs = read_files(files)
        reader = locales.get(language) if language else None
        pages, quote = docs.tree.pages, docs.tree.quote
        return report_html(run_checks(docs), pages, quote, locales, reader, name="docs", at=dt.date(2026, 1, 1))

    return make


def test_it_asks_for_nothing_else_and_runs_nothing(page: Callable[..., str]) -> None:
    tree = html5lib.parse(page(FILES))
    assert not [
        e for e in tree.iter() if e.tag in {f"{HTML}{tag}" for tag in ("script", "link", "img", "iframe", "object")}
    ]
    assert not [
        e for e in tree.iter() for name in e.attrib if name in ("src", "srcset", "style") and "url(" in e.attrib[name]
    ]
    assert not [e for e in tree.iter() for name in e.attrib if name.startswith("on")]
    style = "".join(e.text or "" for e in tree.iter(f"{HTML}style"))
    assert "@import" not in style
    assert "url(" not in style


def test_nothing_of_a_page_is_markup(page: Callable[..., str]) -> None:
    text = page(FILES)
    assert "<script>" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<b onclick" not in text


def test_every_link_leads_to_an_id_of_the_page_and_ids_are_unique(page: Callable[..., str]) -> None:
    tree = html5lib.parse(page(FILES))
    ids = [e.attrib["id"] for e in tree.iter() if "id" in e.attrib]
    links = [e.attrib["href"] for e in tree.iter(f"{HTML}a")]
    assert len(set(ids)) == len(ids)
    assert len(links) > 3
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_both_quotes_stand_under_the_finding_and_rules_come_first(page: Callable[..., str]) -> None:
    text = page(FILES)
    work = text[text.index('id="work"') :]
    assert work.index("R005") < work.index("F005")
    marks = [e.text for e in html5lib.parse(text).iter(f"{HTML}mark")]
    assert marks[:2] == ["Tillgång till Kundcenter.", "Access to quotes."]


def test_the_page_is_in_the_readers_language(page: Callable[..., str], locales: Locales) -> None:
    text = page(FILES, "sv")
    assert '<html lang="sv" dir="ltr">' in text
    why = "browsers, search engines and screen readers treat the page as another language"
    assert locales.get("sv").messages.get(why) in text
    assert '<div class="lines" lang="en" dir="ltr">' in text


def test_without_findings_it_says_so(page: Callable[..., str]) -> None:
    text = page({"en/a.md": "Text.\n"})
    assert "Nothing was found." in text
    assert "0 errors, 0 warnings, 0 notes in 1 page (en)" in text


def test_the_same_findings_give_the_same_bytes(page: Callable[..., str]) -> None:
    assert page(FILES) == page(FILES)
