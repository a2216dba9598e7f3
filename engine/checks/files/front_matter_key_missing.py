"""Front matter keys that a page lacks in one language, of those that agree wherever they stand.

Why: what goes by the keys (filters, navigation, an audience) passes the page over in this language.
Fix: add the keys, or remove them from the other languages.
"""

from collections.abc import Iterator

from engine.checks.front_matter import Compared, key_span, lacks
from engine.findings import Finding, Related
from engine.model.spans import start_of
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per page, however many keys it lacks. What a language lacks throughout is told elsewhere, once."""
    pages: dict[str, list[tuple[str, Compared]]] = {}
    for lack in lacks(docs):
        if not lack.throughout:
            for one in lack.places:
                pages.setdefault(one.lacking[lack.language].path, []).append((lack.language, one))
    for path, missing in sorted(pages.items()):
        language, first = missing[0]
        other, page = next(iter(first.having.items()))
        place = key_span(page, first.key)
        keys = ", ".join(f"{one.key}:" for _, one in missing)
        related = (Related(place, docs.tree.quote(place)),)
        yield Finding("F020", start_of(path), {"language": language, "other": other, "keys": keys}, related)
