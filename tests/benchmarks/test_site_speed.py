"""The peers are given the same pages, and Hugo writes what Charter does. What the benchmark measures is not tested."""

import shutil
import subprocess
from pathlib import Path

import pytest

from . import site_speed
from .check_speed import Case, Run
from .peers.eleventy import Eleventy
from .peers.hugo import Hugo
from .peers.material import Material
from .peers.pages import source_pages
from .peers.sphinx import Sphinx

FILES = {
    "en/index.md": "# Help\n\nText with {{ braces }}.\n".encode("utf-16"),
    "en/a/page.md": b"<!-- a comment -->\n---\ntitle: A page\ndescription: About\n---\n"
    b"Text. [!include[part](../includes/part.md)]\n\n> [!TIP]\n> See [help](../index.md#x).\n",
    "en/old.md": b"---\nredirect_url: a/page.md\n---\n",
    "en/includes/part.md": b"A part.\n",
    "sv/index.mdx": b"---\ntitle: [broken\n---\nText.\n",
    "charter.toml": b"",
}


def written(docs: Path) -> Path:
    for path, data in FILES.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_bytes(data)
    return docs


def test_peers_get_every_page(tmp_path: Path) -> None:
    pages = source_pages(written(tmp_path / "docs"))
    assert [(str(page.path), page.title, page.redirect) for page in pages] == [
        ("en/a/page.md", "A page", ""),
        ("en/index.md", "index", ""),
        ("en/old.md", "old", "a/page.md"),
        ("sv/index.md", "index", ""),
    ]
    assert "# Help" in pages[1].body
    assert "Text. A part.\n" in pages[0].body
    eleventy = Eleventy()
    # What `install` would fetch is not needed for this.
    eleventy._folder = tmp_path
    for peer, content in ((Hugo(), "content"), (eleventy, "content"), (Material(), "content"), (Sphinx(), "")):
        peer.prepare(pages, tmp_path / peer.name)
        found = (tmp_path / peer.name / content).rglob("*.md")
        assert sum(path.stem != "contents" for path in found) == len(pages)


@pytest.mark.skipif(shutil.which("hugo") is None, reason="Hugo is not installed")
def test_hugo_writes_what_charter_writes(tmp_path: Path) -> None:
    hugo, pages, site = Hugo(), source_pages(written(tmp_path / "docs")), tmp_path / "site"
    hugo.prepare(pages, site)
    for command in hugo.commands(pages):
        subprocess.run(command, cwd=site, check=True)
    page = (site / "public" / "en" / "a" / "page.html").read_text("utf-8")
    assert '<a href="/en/#x">help</a>' in page
    assert 'class="alert alert-TIP"' in page
    assert "A part." in page
    assert 'property="og:title" content="A page"' in page
    assert "> [!TIP]" in (site / "public" / "en" / "a" / "page.md").read_text("utf-8")


def test_times_stand_beside_the_first(tmp_path: Path) -> None:
    cases = [Case("Hugo", (Run(2.0, 100, 3),)), Case("Charter", (Run(1.0, 50, 1),))]
    lines = [line.split() for line in site_speed.table(cases).splitlines()[1:]]
    assert [(line[0], line[1], line[3]) for line in lines] == [("Hugo", "2.00", "1.00"), ("Charter", "1.00", "0.50")]
