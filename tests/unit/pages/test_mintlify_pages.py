"""The real help pages in both flavours, where they are at hand: exact places, and the same text on licence pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.pages import read_page
from engine.pages.blocks import Alert, Heading, Include, List, Page, Paragraph, Table, Tabs
from engine.pages.discovery import page_files
from engine.pages.navigation_file import read_docs_json

from .walking import all_blocks, all_texts, check_maps

_PAGES = Path(__file__).parents[4] / "shared" / "help-pages"
_MDX = _PAGES / "2026-mdx"
_EVERY = 12
# The pages were given other dashes as they moved.
_DASHES = str.maketrans("–—", "--")

pytestmark = pytest.mark.skipif(not _MDX.is_dir(), reason="the real help pages are not beside this checkout")


def licence_pages(tree: str) -> Iterator[tuple[tuple[str, str], Page]]:
    files, _ = page_files(_PAGES / tree, {"en": "en", "nl": "nl", "sv": "sv"})
    for file in files:
        if "/admin/license/" in file.path:
            page, _, _ = read_page(_PAGES / tree, file.path, file.folder, file.language)
            if page is not None and page.redirect is None:
                yield (page.folder, page.topic), page


def test_a_sample_stands_where_it_says() -> None:
    files, findings = page_files(_MDX, {"en": "en", "nl": "nl", "sv": "sv"})
    assert findings == []
    assert {Path(file.path).suffix for file in files} == {".md", ".mdx"}
    for file in files[::_EVERY]:
        page, found, sources = read_page(_MDX, file.path, file.folder, file.language, html=True)
        assert page is not None
        assert {finding.code for finding in found} <= {"F005", "F006"}
        check_maps(page.blocks, sources)


def test_licence_pages_say_the_same_in_both_flavours() -> None:
    docfx, mdx = dict(licence_pages("2026")), dict(licence_pages("2026-mdx"))
    assert docfx.keys() == mdx.keys()
    for key, page in docfx.items():
        assert skeleton(page) == skeleton(mdx[key]), key


def skeleton(page: Page) -> list[str]:
    """The kinds of the blocks that hold something, and all words."""
    kept = (Alert, Heading, List, Table, Tabs, Paragraph)
    kinds = [
        block.kind if isinstance(block, Alert) else type(block).__name__
        for block in all_blocks(page.blocks)
        if isinstance(block, kept) and not (isinstance(block, Paragraph) and not block.text.visible)
    ]
    return kinds + [text.visible.translate(_DASHES) for text in all_texts(page.blocks) if text.visible]


def test_requirement_notes_are_alerts_of_snippets() -> None:
    page, _, _ = read_page(_MDX, "en/erp/learn/disconnect.mdx", "en", "en")
    assert page is not None
    included = [block for block in page.blocks if isinstance(block, Include)]
    alerts = [block for block in all_blocks(included) if isinstance(block, Alert)]
    assert [alert.span.path for alert in alerts] == ["snippets/license/req-dev-tools-transition.mdx"]


def test_the_navigation_refers_to_a_file_that_is_not_there() -> None:
    (finding,) = read_docs_json(_MDX).findings
    assert (finding.code, finding.span.path) == ("F009", "docs.json")
