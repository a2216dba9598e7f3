"""A page that some languages have and others lack."""

from collections.abc import Iterator

from engine.checks.coverage import lacking_pages
from engine.findings import Finding
from engine.model.spans import start_of
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per page, at the first language that has it. Redirect stubs are no pages."""
    for lack in lacking_pages(docs):
        if lack.folder is None:
            languages, missing = ", ".join(lack.paths), ", ".join(lack.missing)
            yield Finding("P001", start_of(lack.first), {"languages": languages, "missing": missing})
