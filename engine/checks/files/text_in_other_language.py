"""A page, or an included file, whose text is in another language than its folder.

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
    """One finding per page or included file, compared with the languages of the tree by words that one of them has."""
    owners = owners_of(locales_of(docs).values())
    found = hits(docs, owners)
    told: set[str] = set()
    for page in docs.tree.pages:
        for path, words in found.get(page.path, {}).items():
            other = max(words, key=words.__getitem__, default=page.language)
            own = words.get(page.language, 0)
            if path in told or other == page.language or words[other] < max(_ENOUGH, _TIMES * own):
                continue
            told.add(path)
            headings = (block for block in each_block(page.blocks) if isinstance(block, Heading))
            first = next((heading for heading in headings if heading.span.path == path), None)
            span = first.span if first else start_of(path)
            yield Finding("F022", span, {"found": other, "expected": page.language})
