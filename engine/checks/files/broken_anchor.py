"""A link to a place that its page does not have.

Why: a reader is left at the top of a page, and looks for what she was promised.
Fix: correct the part behind the `#`, or give the heading that anchor.
"""

from collections.abc import Iterator, Sequence

import msgspec
from rapidfuzz import fuzz, process

from engine.checks.links import links_of
from engine.checks.portions import in_portions
from engine.findings import Finding
from engine.model.spans import Span
from engine.pages.anchors import element_ids, slug_of
from engine.pages.blocks import Heading, Page
from engine.pages.walking import each_block, each_text
from engine.rules import Docs

_BROWSERS_OWN = ("top", ":~:", "tab/")
"""What begins the fragments that need no anchor: the top of the page, a text to look for, the tabs of DocFX."""
_WHOLE_FILE = 1_000_000
"""A line behind the end of any file."""


class Anchors(msgspec.Struct, frozen=True):
    """The anchors of the headings on pages."""

    of: dict[str, frozenset[str]]
    """By path of the page."""


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per link. An anchor counts as browsers take it: decoded, and with its letter case."""
    anchors = {path: own for portion in in_portions(docs, Anchors, _of_pages) for path, own in portion.of.items()}
    for link in links_of(docs):
        page, fragment = link.destination.page, link.destination.fragment
        if page is None or page.redirect or not fragment or fragment.startswith(_BROWSERS_OWN):
            continue
        own = anchors[page.path]
        # Most anchors belong to headings; only for the others the whole page is looked through.
        if fragment not in own and fragment not in _elsewhere(docs, page):
            near = process.extractOne(fragment, sorted(own), scorer=fuzz.WRatio, processor=str.casefold)
            suggestion = near[0] if near else ""
            yield Finding("F016", link.span, {"anchor": fragment, "page": page.path, "suggestion": suggestion})


def _of_pages(pages: Sequence[Page]) -> Anchors:
    return Anchors({page.path: _of_headings(page) for page in pages})


def _of_headings(page: Page) -> frozenset[str]:
    headings = (block for block in each_block(page.blocks) if isinstance(block, Heading))
    return frozenset(anchor for heading in headings for anchor in (heading.anchor, *heading.anchors))


def _elsewhere(docs: Docs, page: Page) -> frozenset[str]:
    """Ids of elements, in the page and what it includes, and what the titles of components become."""
    sources = (docs.tree.quote(Span(path, 1, 1, _WHOLE_FILE, 1)) for path in (page.path, *page.depends))
    ids = frozenset(id for source in sources for id in element_ids(source))
    return ids | {slug_of(text.visible) for text in each_text(page.blocks)}
