"""What an author's address leads to."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from engine.pages import read_tree
from engine.pages.addresses import Addresses, Destination, Reach

FILES = {
    "en/a/x.md": "---\nuid: x\n---\n# X\n",
    "en/a/Mixed Case.md": "# M\n",
    "en/b/index.md": "# B\n",
    "en/b/y.mdx": "# Y\n",
    "en/b/stub.md": "---\nredirect_url: y.md\n---\n",
    "en/c/index.yml": "x",
    "en/d/inner/z.md": "# Z\n",
    "sv/a/x.md": "---\nuid: x\n---\n# X\n",
    "sv/a/s.md": "---\nuid: only sv\n---\n# S\n",
    "media/p.png": "png",
    "snippets/s.md": "part",
}

Resolve = Callable[..., Destination]


@pytest.fixture
def resolve(make_docs: Callable[[Mapping[str, str]], Path]) -> Resolve:
    docs = make_docs(FILES)
    tree = read_tree(docs, {"en": "en", "sv": "sv"})
    addresses = Addresses(docs, tree.pages)
    pages = {page.path: page for page in tree.pages}
    return lambda written, page="en/a/x.md", source=None: addresses.resolve(written, pages[page], source or page)


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("x.md", "en/a/x.md"),
        ("./x.md", "en/a/x.md"),
        ("../b/y.mdx", "en/b/y.mdx"),
        ("../b/y", "en/b/y.mdx"),
        ("../b/y.html", "en/b/y.mdx"),
        ("../b/y.htm?q=1#z", "en/b/y.mdx"),
        ("../b", "en/b/index.md"),
        ("../b/", "en/b/index.md"),
        ("../b/index", "en/b/index.md"),
        ("../b/stub.md", "en/b/stub.md"),
        ("..\\b\\y.mdx", "en/b/y.mdx"),
        ("Mixed%20Case.md", "en/a/Mixed Case.md"),
        ("mixed case.md", "en/a/Mixed Case.md"),
        ("~/en/b/y.mdx", "en/b/y.mdx"),
        ("/en/b/y", "en/b/y.mdx"),
        ("/b/y", "en/b/y.mdx"),
        ("../../sv/a/x.md", "sv/a/x.md"),
        ("#here", "en/a/x.md"),
        ("xref:x", "en/a/x.md"),
        ("XREF:only%20sv?text=S", "sv/a/s.md"),
    ],
)
def test_a_page_is_reached_by_each_of_its_names(resolve: Resolve, written: str, path: str) -> None:
    found = resolve(written)
    assert (found.reach, found.path) == (Reach.PAGE, path)
    assert found.page is not None
    assert found.page.path == path


@pytest.mark.parametrize(
    ("written", "reach", "path"),
    [
        ("../../media/p.png", Reach.FILE, "media/p.png"),
        ("../c", Reach.FILE, "en/c"),
        ("none.md", Reach.MISSING, "en/a/none.md"),
        ("../b/y.md", Reach.MISSING, "en/b/y.md"),
        ("../../media/q.png", Reach.MISSING, "media/q.png"),
        ("../d/none.md", Reach.OUTSIDE, "en/d/none.md"),
        ("../none/x.md", Reach.OUTSIDE, "en/none/x.md"),
        ("../../../api/x.md", Reach.OUTSIDE, "../api/x.md"),
        ("~/docs/en/x.md", Reach.OUTSIDE, "docs/en/x.md"),
        ("https://example.com/x.md", Reach.ELSEWHERE, ""),
        ("//example.com/x.md", Reach.ELSEWHERE, ""),
        ("xref:System.String", Reach.OUTSIDE, "xref:System.String"),
        ("mailto:a@example.com", Reach.ELSEWHERE, ""),
        ("x" * 5000, Reach.MISSING, "en/a/" + "x" * 5000),
    ],
)
def test_what_is_no_page_is_told_apart(resolve: Resolve, written: str, reach: Reach, path: str) -> None:
    found = resolve(written)
    assert (found.reach, found.path, found.page) == (reach, path, None)


def test_the_fragment_is_what_stands_behind_the_hash_decoded(resolve: Resolve) -> None:
    assert resolve("x.md#%C3%A5r").fragment == "år"
    assert resolve("x.md").fragment == ""
    assert resolve("xref:x#y").fragment == "y"


def test_an_included_file_is_followed_from_itself_and_then_from_its_page(resolve: Resolve) -> None:
    assert resolve("../media/p.png", source="snippets/s.md").reach is Reach.FILE
    assert resolve("../b/y", source="snippets/s.md").path == "en/b/y.mdx"
    assert resolve("none", source="snippets/s.md").path == "snippets/none"
