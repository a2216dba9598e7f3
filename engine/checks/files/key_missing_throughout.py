"""A front matter key that other languages have, and that one language lacks on most of those pages.

Why: what goes by the key (filters, navigation, an audience) works in one language and not in another.
Fix: add the key to the pages of the language, or remove it from the others.
"""

from collections.abc import Iterator

from engine.checks.front_matter import lacks
from engine.findings import Finding
from engine.model.spans import start_of
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per key and language, at the first page that lacks it."""
    for lack in lacks(docs):
        if lack.throughout:
            first = lack.places[0].lacking[lack.language]
            pages = str(len(lack.places))
            yield Finding("F021", start_of(first.path), {"key": lack.key, "language": lack.language, "pages": pages})
