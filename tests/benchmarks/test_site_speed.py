"""The peers are given the same pages. What the benchmark measures is not tested."""

from pathlib import Path

from . import site_speed
from .check_speed import Case, Run
from .peers.hugo import Hugo
from .peers.material import Material
from .peers.pages import source_pages
from .peers.sphinx import Sphinx

FILES = {
    "en/index.md": "# Help\n\nText with {{ braces }}.\n".encode("utf-16"),
    "en/a/page.md": b"<!-- a comment -->\n---\ntitle: A page\ndescription: About\n---\nText.\n",
    "en/old.md": b"---\nredirect_url: a/page.md\n---\n",
    "en/includes/part.md": b"A part.\n",
    "sv/index.mdx": b"---\ntitle: [broken\n---\nText.\n",
    "charter.toml": b"",
}


def test_peers_get_every_page(tmp_path: Path) -> None:
    for path, data in FILES.items():
        (tmp_path / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / path).write_bytes(data)
    pages = source_pages(tmp_path / "docs")
    assert [(str(page.path), page.title, page.redirect) for page in pages] == [
        ("en/a/page.md", "A page", ""),
        ("en/index.md", "index", ""),
        ("en/old.md", "old", "a/page.md"),
        ("sv/index.md", "index", ""),
    ]
    assert "# Help" in pages[1].body
    for peer, content in ((Hugo(), "content"), (Material(), "content"), (Sphinx(), "")):
        peer.prepare(pages, tmp_path / peer.name)
        written = (tmp_path / peer.name / content).rglob("*.md")
        assert sum(path.stem != "contents" for path in written) == len(pages)


def test_times_stand_beside_the_first(tmp_path: Path) -> None:
    cases = [Case("Hugo", (Run(2.0, 100, 3),)), Case("Charter", (Run(1.0, 50, 1),))]
    lines = [line.split() for line in site_speed.table(cases).splitlines()[1:]]
    assert [(line[0], line[1], line[3]) for line in lines] == [("Hugo", "2.00", "1.00"), ("Charter", "1.00", "0.50")]
