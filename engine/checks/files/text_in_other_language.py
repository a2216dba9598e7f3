"""A page whose text is in another language than its folder.

Why: a reader finds a foreign text under her own language, and no check can compare what it states.
Fix: translate the page, or move it to the folder of its language.
"""

from collections.abc import Iterator

from engine.checks.language_of_text import hits, owners_of
from engine.checks.locales import locales_of
from engine.findings import Finding
from engine.model.spans import start_of
from engine.pages.blocks import Heading
from engine.pages.walking import each_block
from engine.rules import Docs

_ENOUGH = 30
"""Common words of the other language that show a text, and no quotation or name."""
_TIMES = 3
"""How many times as many of them as of the folder's own language."""


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per page. A page is compared with the languages of the tree, by words that only one of them has."""
    owners = owners_of(locales_of(docs).values())
    for page in docs.tree.pages:
        found = hits(page, owners) if page.redirect is None else None
        if not found:
            continue
        other, number = found.most_common(1)[0]
        if other != page.language and number >= max(_ENOUGH, _TIMES * found[page.language]):
            first = next((block for block in each_block(page.blocks) if isinstance(block, Heading)), None)
            span = first.span if first and first.span.path == page.path else start_of(page.path)
            yield Finding("F022", span, {"found": other, "expected": page.language})
