"""The addresses that pages had before."""

import re

from tests.unit.site_builder.conftest import Build, Site

FROM = "---\nredirect_from:\n{}---\n# {}\n"


def page(title: str, *former: str) -> str:
    return FROM.format("".join(f"  - {address}\n" for address in former), title)


def target(site: Site, place: str) -> str:
    found = re.search(r'http-equiv="refresh" content="0; url=(.*?)"', site.text(place))
    assert found is not None
    return found[1]


def test_addresses_begin_at_the_docs_folder_the_language_or_the_page(build: Build) -> None:
    site = build({"sv/a/x.md": page("X", "/sv/one", "/two.md", "three.html", "../four/")})
    assert target(site, "sv/one.html") == target(site, "sv/two.html") == "a/x.html"
    assert target(site, "sv/a/three.html") == "x.html"
    assert target(site, "sv/four/index.html") == "../a/x.html"
    assert site.report.dead_links == ()


def test_what_leads_out_of_the_languages_or_to_another_page_is_told(build: Build) -> None:
    former = ("/sv/y", "../../x", "//example.com/x", "../.hidden", "javascript:x")
    site = build({"sv/a/x.md": page("X", *former), "sv/y.md": "# Y"})
    assert site.report.dead_links == tuple(("sv/a/x.md", address) for address in former)


def test_where_a_stub_was_left_it_leads_on(build: Build) -> None:
    site = build({"sv/a/x.md": page("X", "/sv/old"), "sv/old.md": "---\nredirect_url: a/x.md\n---\n"})
    assert target(site, "sv/old.html") == "a/x.html"
    assert site.report.dead_links == ()


def test_the_address_of_a_translation_that_is_gone_leads_to_what_stands_in_for_it(build: Build) -> None:
    site = build({"en/x.md": page("X", "/sv/x", "/sv/old"), "sv/y.md": "# Y"})
    assert target(site, "sv/old.html") == "x.html"
    assert "X</h1>" in site.article("sv/x.html")
    assert site.report.dead_links == ()


def test_a_stub_that_names_the_published_page_leads_to_it_on_the_site(build: Build) -> None:
    stub = "---\nredirect_url: https://help.example.com/sv/a/x.html\n---\n"
    settings = '[site]\nurl = "https://help.example.com/"\n'
    site = build({"sv/a/x.md": "# X", "sv/old.md": stub, "charter.toml": settings})
    assert target(site, "sv/old.html") == "a/x.html"
