"""What a site holds for programs: sitemaps, canonical addresses, llms.txt and mirrors, former places, the rules."""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from engine.localedata import Locales
from engine.model.rulesets import RuleSet
from engine.rules import read_docs
from site_builder import build_site
from tests.unit.site_builder.conftest import LICENCES_NL, LICENCES_SV, Build, Site, Write

ADDRESS = "https://help.example.com/"
FILES: dict[str, str | bytes] = {
    "sv/index.md": "# Hjälp\n\nSe [ett](a/one.md).\n",
    "sv/x.md": LICENCES_SV,
    "sv/a/one.md": "---\ntitle: Ett\ndescription: Om ett\nredirect_from: /gammal.md\n---\nText om [x](../x.md#nytt).\n",
    "nl/index.md": "# Hulp\n",
    "nl/x.md": LICENCES_NL,
    "nl/old.md": "---\nredirect_url: x.md\n---\n",
    "charter.toml": f'[site]\nurl = "{ADDRESS}"\n',
}
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ALTERNATE = "{http://www.w3.org/1999/xhtml}link"


@pytest.fixture
def site(build: Build) -> Site:
    return build(FILES)


def sitemap(site: Site, place: str, element: str) -> list[ElementTree.Element]:
    return ElementTree.fromstring(site.text(place)).findall(f"{MAP}{element}")


def address(element: ElementTree.Element) -> str:
    return element.findtext(f"{MAP}loc") or ""


def place_of(address: str) -> str:
    assert address.startswith(ADDRESS)
    return address.removeprefix(ADDRESS)


def test_the_index_of_sitemaps_names_one_for_each_language_and_robots_names_the_index(site: Site) -> None:
    listed = [place_of(address(entry)) for entry in sitemap(site, "sitemap.xml", "sitemap")]
    assert listed == ["sitemap-nl.xml", "sitemap-sv.xml"]
    assert f"Sitemap: {ADDRESS}sitemap.xml" in site.text("robots.txt")


def test_a_sitemap_lists_the_pages_of_a_language_and_no_redirect(site: Site) -> None:
    places = {tag: {place_of(address(u)) for u in sitemap(site, f"sitemap-{tag}.xml", "url")} for tag in ("sv", "nl")}
    assert places == {
        "sv": {"sv/", "sv/x.html", "sv/a/one.html"},
        "nl": {"nl/", "nl/x.html"},
    }


def test_translations_name_each_other_in_the_sitemaps(site: Site) -> None:
    named: dict[str, set[str]] = {}
    for tag in ("sv", "nl"):
        for url in sitemap(site, f"sitemap-{tag}.xml", "url"):
            named[address(url)] = {link.attrib["href"] for link in url.findall(ALTERNATE)}
    assert named[f"{ADDRESS}sv/x.html"] == {f"{ADDRESS}sv/x.html", f"{ADDRESS}nl/x.html"}
    assert named[f"{ADDRESS}sv/a/one.html"] == set()
    assert all(page in named[other] for page, others in named.items() for other in others)


def test_without_an_address_there_is_no_sitemap(build: Build) -> None:
    site = build({**FILES, "charter.toml": ""})
    assert not [place for place in site.files if place.startswith(("sitemap", "robots"))]


@pytest.mark.parametrize("place", ["sv/x.html", "sv/a/one.html", "nl/index.html"])
def test_every_page_names_its_own_address(site: Site, place: str) -> None:
    own = ADDRESS + place.removesuffix("index.html")
    assert re.findall(r'<link rel="canonical" href="([^"]*)">', site.text(place)) == [own]


def test_a_stand_in_names_the_page_that_it_stands_for(site: Site) -> None:
    assert f'<link rel="canonical" href="{ADDRESS}sv/a/one.html">' in site.text("nl/a/one.html")


def test_a_former_place_leads_to_the_page(site: Site) -> None:
    former = [place for place, data in site.files.items() if b'http-equiv="refresh"' in data and "gammal" in place]
    assert len(former) == 1
    target = re.findall(r'url=([^"]*)"', site.text(former[0]))[0]
    assert normpath(join(dirname(former[0]), target)) == "sv/a/one.html"


def test_llms_txt_leads_to_the_mirror_of_every_page(site: Site) -> None:
    assert set(re.findall(r"\]\(([^)]*)\)", site.text("llms.txt"))) == {
        f"{ADDRESS}nl/llms.txt",
        f"{ADDRESS}sv/llms.txt",
    }
    mirrors = {place_of(link) for link in re.findall(r"\]\(([^)]*)\)", site.text("sv/llms.txt"))}
    assert mirrors == {f"sv/{name}.html.md" for name in ("index", "x", "a/one")}
    assert mirrors <= site.files.keys()
    assert ": Om ett" in site.text("sv/llms.txt")


def test_the_links_of_a_mirror_lead_to_pages_of_the_site(site: Site) -> None:
    (link,) = re.findall(r"\]\(<([^>]*)>\)", site.text("sv/a/one.html.md"))
    assert normpath(join("sv/a", link.partition("#")[0])) == "sv/x.html"


@pytest.mark.parametrize(
    ("source", "mirror"),
    [
        ("> [!CAUTION]\n> Se upp.\n", "> **Var försiktig**\n>\n> Se upp."),
        ("1. Ett\n\n   Mer.\n\n2. Två\n", "1. Ett\n\n   Mer.\n2. Två"),
        ("1 \\* 2 < 3\n", "1 \\* 2 \\< 3"),
        ("| A | B |\n|---|---|\n| 1 | **2** |\n", "| A | B |\n|---|---|\n| 1 | **2** |"),
        ("```json\n{}\n```\n", "```json\n{}\n```"),
    ],
)
def test_a_mirror_is_the_page_as_markdown(build: Build, source: str, mirror: str) -> None:
    site = build({"sv/index.md": f"# Sida\n\n{source}"})
    assert site.text("sv/index.html.md") == f"# Sida\n\n{mirror}\n"


@pytest.mark.parametrize(("element", "word"), [("Info", "Information"), ("Check", "Klart"), ("Danger", "Fara")])
def test_a_mirror_names_an_alert_as_the_page_does(build: Build, element: str, word: str) -> None:
    site = build({"sv/index.mdx": f"# Sida\n\n<{element}>\n\nText.\n\n</{element}>\n"})
    assert f">{word}</p>" in site.article("sv/index.html")
    assert f"> **{word}**" in site.text("sv/index.html.md")


def test_rules_json_is_the_compiled_rule_set(site: Site, locales: Locales, tmp_path: Path) -> None:
    docs = read_docs(site.folder.parent / "docs", locales)
    assert RuleSet.from_json((site.folder / "rules.json").read_bytes()) == RuleSet.from_json(docs.rules.to_json())


def test_a_strict_build_publishes_nothing_where_a_link_is_dead(
    make_docs: Write, locales: Locales, tmp_path: Path
) -> None:
    docs = make_docs({"sv/index.md": "# Sida\n\n[x](x.md)\n"})
    report = build_site(docs, tmp_path / "site", locales, strict=True)
    assert not report.published
    assert report.dead_links == (("sv/index.md", "x.md"),)
    assert not (tmp_path / "site").exists()
    assert build_site(docs, tmp_path / "site", locales).published
