import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest

from engine.localedata import Locales, installed_locales
from site_builder import build_site
from tests.unit.site_builder.conftest import LICENCES_NL, LICENCES_SV, Build, Site

HELP_PAGES = Path(__file__).resolve().parents[4] / "shared" / "help-pages"
TREE: dict[str, str | bytes] = {
    "sv/index.md": "# Hjälp\n\n[x](x.md)",
    "sv/x.md": LICENCES_SV,
    "sv/only here.md": "---\ntitle: Bara här\n---\n## Ett\n\n## Två\n",
    "sv/x/index.md": "# En mapp",
    "sv/old.md": "---\nredirect_url: x.md\n---\n",
    "sv/lost.md": "---\nredirect_url: javascript:alert(1)\n---\n",
    "no/x.md": "# Lisenser",
    "nl/x.md": LICENCES_NL,
    "nl/empty.md": "",
    "nl/wide.md": "\ufeff# Wide\n".encode("utf-16"),
}


@pytest.fixture
def site(build: Build) -> Site:
    return build(TREE)


def test_every_page_of_every_language_is_there(site: Site) -> None:
    assert site.report.published
    assert site.report.redirects == 2
    assert site.report.languages == ("nb", "nl", "sv")
    expected = {"sv/x.html", "sv/x/index.html", "sv/old.html", "no/x.html", "no/index.html", "index.html", "404.html"}
    assert expected <= site.files.keys()


def test_language_and_direction_are_declared(site: Site) -> None:
    assert '<html lang="nb" dir="ltr">' in site.text("no/x.html")


def test_alternates_are_reciprocal_and_have_a_default(site: Site) -> None:
    for place in ("sv/x.html", "no/x.html", "nl/x.html"):
        found = dict(re.findall(r'rel="alternate" hreflang="(.*?)" href="(.*?)"', site.text(place)))
        assert found.keys() == {"nb", "nl", "sv", "x-default"}
    alone = re.findall(r'rel="alternate" hreflang="(.*?)"', site.text("sv/only here.html"))
    assert alone == ["sv", "x-default"]


def test_translations_in_another_flavour_are_translations(build: Build) -> None:
    site = build({"sv/a.md": "# A\n", "no/a.mdx": "# A\n"})
    assert '<a href="../no/a.html" hreflang="nb"' in site.text("sv/a.html")
    assert '<a href="../sv/a.html" hreflang="sv"' in site.text("no/a.html")
    assert "untranslated" not in site.text("no/a.html")


def test_the_switcher_leads_to_the_page_or_to_what_stands_in_for_it(site: Site) -> None:
    text = site.text("sv/only here.html")
    assert '<a href="../no/only%20here.html" hreflang="nb"' in text
    assert '<a href="../no/x.html" hreflang="nb"' in site.text("sv/x.html")


def test_a_page_that_is_not_translated_says_so_in_the_words_of_its_readers(site: Site) -> None:
    text = site.text("nl/only here.html")
    assert '<html lang="nl"' in text
    assert "Deze pagina is nog niet vertaald." in text
    assert "U leest deze in het Zweeds." in text
    assert '<article class="page" lang="sv" dir="ltr">' in text
    assert '<link rel="canonical" href="../sv/only%20here.html">' in text
    assert 'name="robots" content="noindex"' in text
    assert 'rel="alternate" hreflang' not in text


def test_each_language_has_its_own_page_for_addresses_that_lead_nowhere(site: Site) -> None:
    text = site.text("sv/404.html")
    assert '<html lang="sv"' in text
    assert text.index('hreflang="sv"') < text.index('hreflang="nb"')
    assert '<html lang="nl"' in site.text("nl/404.html")


def test_redirects_lead_to_pages_and_never_run_anything(site: Site) -> None:
    assert '<meta http-equiv="refresh" content="0; url=x.html">' in site.text("sv/old.html")
    assert "refresh" not in site.text("sv/lost.html")
    assert "javascript" not in site.text("sv/lost.html")
    assert "old.html" not in site.text("sv/index.html")


def test_the_current_page_is_marked_in_the_navigation(site: Site) -> None:
    assert site.text("sv/x.html").count('aria-current="page"') == 1
    assert 'href="x.html" aria-current="page"' in site.text("sv/x.html")


def test_no_script_but_the_sites_own_no_other_host_and_a_strict_policy(site: Site) -> None:
    for place, data in site.files.items():
        if place.endswith(".html"):
            text = data.decode()
            root = "../" * place.count("/")
            allowed = {f'<script src="{root}assets/site.js">', f'<script src="{root}assets/finder.js" defer>'}
            allowed.add(f'<script src="{root}assets/search.js" defer>')
            # Data is not run.
            allowed.add('<script type="application/json" id="finder-data">')
            assert set(re.findall(r"<script[^>]*>", text)) <= allowed
            assert "default-src 'none'" in text
            assert "unsafe" not in text
            assert not re.search(r'(src|<link[^>]* href)="(https?:)?//', text)


def test_every_internal_link_resolves_or_was_reported(site: Site) -> None:
    assert dead_links(site.folder) == []


def test_every_page_is_well_formed(site: Site) -> None:
    for place, data in site.files.items():
        if place.endswith(".html"):
            parser = html5lib.HTMLParser(strict=False)
            parser.parse(data.decode())
            assert parser.errors == [], place


def test_the_same_input_gives_the_same_bytes(build: Build, tmp_path: Path) -> None:
    first, second = build(TREE, "one"), build(TREE, "elsewhere/two")
    assert first.files == second.files


def test_hash_seed_and_time_zone_change_nothing(site: Site, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from engine.localedata import load_locales; "
        "from site_builder import build_site; "
        "build_site(Path(sys.argv[1]), Path(sys.argv[2]), load_locales(Path(sys.argv[3])))"
    )
    arguments = [str(site.folder.parent / "docs"), str(tmp_path / "again"), str(installed_locales())]
    environment = {**os.environ, "PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LANG": "C"}
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, env=environment)
    assert Site(tmp_path / "again", site.report).files == site.files


@pytest.mark.skipif(not (HELP_PAGES / "seeds").is_dir(), reason="../shared/help-pages is not here")
def test_the_seeds_become_a_site(tmp_path: Path, locales: Locales) -> None:
    report = build_site(HELP_PAGES / "seeds", tmp_path / "site", locales)
    assert report.published
    assert report.problems == ()
    for language in ("sv", "nl"):
        text = (tmp_path / "site" / language / "admin/license/learn/index.html").read_text("utf-8")
        assert text.count('id="licence-') == 22
    # The seeds link to pages of the tree that they were taken from.
    missing = {address.partition("#")[0] for _, address in report.dead_links}
    assert {href.rpartition("/")[2] for _, href in dead_links(tmp_path / "site")} <= {
        address.rpartition("/")[2] for address in missing
    }


def dead_links(folder: Path) -> list[tuple[str, str]]:
    """(place, address) of relative links to files or anchors that are not there."""
    found = []
    for file in sorted(folder.rglob("*.html")):
        text = file.read_text("utf-8")
        base = folder if file.name == "404.html" else file.parent
        for href in re.findall(r'\s(?:href|src)="([^"]*)"', text):
            parts = urlsplit(href.replace("&amp;", "&"))
            if parts.scheme or parts.netloc:
                continue
            path = unquote(parts.path).lstrip("/")
            target = (base / path).resolve() if path else file
            if not target.is_file() or (
                parts.fragment and f'id="{unquote(parts.fragment)}"' not in target.read_text("utf-8")
            ):
                found.append((str(file.relative_to(folder)), href))
    return found
