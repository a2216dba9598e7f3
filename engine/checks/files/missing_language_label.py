"""A page without `language:` where the other pages have it.

Why: what goes by the label (search, translation, the site) passes the page over.
Fix: add the label.
"""

from collections import Counter
from collections.abc import Iterator

from engine.findings import Finding
from engine.model.spans import start_of
from engine.rules import Docs

_KEY = "language"
_USUAL = 0.8
"""Share of the pages of a language that have the label where having it is its way."""


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per page. Redirect stubs need no label, and front matter that cannot be read has its own finding."""
    pages = [page for page in docs.tree.pages if page.redirect is None]
    all_pages = Counter(page.folder for page in pages)
    labelled = Counter(page.folder for page in pages if _KEY in page.front_matter)
    unreadable = {finding.span.path for finding in docs.findings if finding.code == "F004"}
    for page in pages:
        usual = labelled[page.folder] >= _USUAL * all_pages[page.folder]
        if usual and _KEY not in page.front_matter and page.path not in unreadable and page.blocks:
            yield Finding("F011", start_of(page.path), {"expected": page.folder})
