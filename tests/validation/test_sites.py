"""Built sites are valid HTML, and each link in them leads somewhere or is told of.

`make test` follows the links of the project's own site; `make validate` builds those of all trees, follows their links
and gives them to the Nu Html Checker.
"""

import os
from pathlib import Path

import pytest

from engine.cache import open_cache
from engine.checks.files import broken_anchor
from engine.localedata import Locales
from engine.rules import read_docs
from site_builder import build_site

from ..conftest import ROOT
from ..real.reading import PAGES, TREES
from .links import Dead, dead_links
from .nu import invalid

WANTED = os.environ.get("CHARTER_TESTS") == "validate"
DOCS = {"docs": ROOT / "docs", **{name: PAGES / name for name in ("seeds", *TREES)}}

PAGE = """<!doctype html><html lang="en"><head><title>X</title></head><body>
<p id="there"><a href="b.html#there">b</a> <a href="#nowhere">x</a> <a class="a missing" href="../c.html?q#x">c</a></p>
<script>"<a href='d.html'>"</script><!-- <a href="d.html"> --><a href="https://example.com/d">d</a>
</body></html>
"""
MOVED = '<!doctype html><meta http-equiv="refresh" content="0; url=gone.html"><title>X</title><p id="there">'


def test_links_are_followed_as_a_browser_does(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "a.html").write_text(PAGE, "utf-8")
    (tmp_path / "en" / "b.html").write_text(MOVED, "utf-8")
    assert dead_links(tmp_path) == [
        Dead("en/a.html", "en/a.html", "nowhere", shown=False),
        Dead("en/a.html", "c.html", "", shown=True),
        Dead("en/b.html", "en/gone.html", "", shown=False),
    ]


def test_every_link_of_our_own_site_leads_somewhere(site: Path) -> None:
    assert dead_links(site) == []


@pytest.mark.skipif(not WANTED, reason="takes minutes: run `make validate`")
@pytest.mark.parametrize("name", DOCS)
def test_a_site_is_valid_and_tells_of_every_dead_link(name: str, locales: Locales, tmp_path: Path) -> None:
    if not DOCS[name].is_dir():
        pytest.skip(f"the help pages are not at {DOCS[name]}")
    site, store = tmp_path / "site", open_cache(DOCS[name])
    report = build_site(DOCS[name], site, locales, store=store)
    assert report.published
    assert invalid(site) == []
    dead = dead_links(site)
    assert [link for link in dead if not link.fragment and not link.shown] == []
    # A page shown in place of a translation has the links of its original, which are told of there.
    untold = set(report.places.values()) - {report.places[path] for path, _ in report.dead_links}
    assert [link for link in dead if not link.fragment and link.place in untold] == []
    found = broken_anchor.check(read_docs(DOCS[name], locales, store=store))
    fragments = {(finding.arguments["anchor"], report.places[finding.arguments["page"]]) for finding in found}
    assert [link for link in dead if link.fragment and (link.fragment, link.target) not in fragments] == []
