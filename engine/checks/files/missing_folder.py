"""A folder of pages that some languages have and others lack as a whole.

Why: readers of a language without the folder find nothing on a whole subject in their language.
Fix: translate the pages, or delete the folder everywhere.
"""

from collections.abc import Iterator

from engine.checks.coverage import Lacking, lacking_pages
from engine.findings import Finding
from engine.model.spans import start_of
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per folder and set of languages that lack it, at its first page."""
    folders: dict[tuple[str, tuple[str, ...]], list[Lacking]] = {}
    for lack in lacking_pages(docs):
        if lack.folder is not None:
            folders.setdefault((lack.folder, lack.missing), []).append(lack)
    for (folder, missing), pages in folders.items():
        languages = ", ".join(dict.fromkeys(tag for page in pages for tag in page.paths))
        yield Finding(
            "P002",
            start_of(pages[0].first),
            {"folder": folder, "languages": languages, "missing": ", ".join(missing), "pages": str(len(pages))},
        )
