"""A page that another language changed since they were compared says so, at its sections too."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from engine.cache import Store
from engine.change.freshness.known import confirmed
from engine.change.freshness.lock import NAME, lock_text
from engine.change.freshness.units import page_units
from engine.localedata import Locales
from engine.rules import read_docs
from site_builder import build_site
from tests.unit.site_builder.conftest import Site, Write

PAGES = {
    "sv/x.md": "# Sida\n\n## Gränser\n\n{projects}\n\n## Annat\n\n{other}\n",
    "nl/x.md": "# Pagina\n\n## Limieten\n\nU kunt 20 projecten hebben.\n\n## Overig\n\nKies een kleur.\n",
}
BEFORE = {"projects": "Du kan ha 20 projekt.", "other": "Välj en färg."}

Change = Callable[[Mapping[str, str]], Site]


@pytest.fixture
def change(make_docs: Write, locales: Locales, tmp_path: Path) -> Change:
    """Confirms the pages, changes the Swedish one, and builds the site."""

    def build(texts: Mapping[str, str]) -> Site:
        def written(texts: Mapping[str, str]) -> Path:
            return make_docs({path: text.format_map(texts) for path, text in PAGES.items()})

        docs = written(BEFORE)
        pages = page_units(read_docs(docs, locales))
        (docs / NAME).write_text(lock_text(confirmed(None, pages, ["nl", "sv"]).lock), "utf-8")
        written({**BEFORE, **texts})
        store = Store(tmp_path / "cache")
        build_site(docs, tmp_path / "site", locales, store=store)
        return Site(tmp_path / "site", build_site(docs, tmp_path / "site", locales, store=store))

    return build


def test_the_page_left_behind_says_which_language_changed_and_where(change: Change) -> None:
    article = change({"projects": "Du kan ha 50 projekt."}).article("nl/x.html")
    note = article[article.index('id="charter-outdated"') :].partition("</p>")[0]
    assert '<a href="../sv/x.html" hreflang="sv" lang="sv">Svenska</a>' in note
    marked = [heading for heading in article.split("<h2")[1:] if 'class="outdated"' in heading.partition("</h2>")[0]]
    assert ["Limieten" in heading for heading in marked] == [True]


def test_the_page_that_changed_says_nothing(change: Change) -> None:
    assert "outdated" not in change({"projects": "Du kan ha 50 projekt."}).article("sv/x.html")


def test_another_wording_is_nothing_that_readers_are_told(change: Change) -> None:
    assert "outdated" not in change({"other": "Välj en vacker färg."}).article("nl/x.html")


def test_without_confirmations_nothing_is_out_of_date(make_docs: Write, locales: Locales, tmp_path: Path) -> None:
    docs = make_docs({path: text.format_map(BEFORE) for path, text in PAGES.items()})
    build_site(docs, tmp_path / "site", locales)
    assert "outdated" not in (tmp_path / "site/nl/x.html").read_text("utf-8")


def test_a_confirmation_takes_the_note_away_again(change: Change, locales: Locales, tmp_path: Path) -> None:
    site = change({"projects": "Du kan ha 50 projekt."})
    docs = site.folder.parent / "docs"
    (docs / NAME).write_text(lock_text(confirmed(None, page_units(read_docs(docs, locales)), ["nl", "sv"]).lock))
    build_site(docs, site.folder, locales, store=Store(tmp_path / "cache"))
    assert "outdated" not in site.article("nl/x.html")
