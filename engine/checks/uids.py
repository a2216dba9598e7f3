"""What the uids of a tree are like, learnt from the uids themselves."""

import re
from collections import Counter
from collections.abc import Iterable

from engine.model.spans import Span
from engine.pages.blocks import Page
from engine.pages.read import same_language
from engine.rules import Docs

_SEPARATOR = re.compile(r"[-_./]")
_USUAL = 0.8
"""Share of the uids that name the language at one place where naming it is the tree's way."""
_FEW = 5
"""Fewer uids than this show no way."""


def uid_of(page: Page) -> str:
    """The uid of a page; empty without one."""
    uid = page.front_matter.get("uid")
    return uid.strip() if isinstance(uid, str) else ""


def uid_span(docs: Docs, page: Page) -> Span:
    """The line of the uid."""
    line = page.front_matter_lines.get("uid", 1)
    return Span(page.path, line, 1, line, len(docs.tree.quote(Span(page.path, line, 1, line, 10_000))) + 1)


def uid_parts(uid: str) -> list[str]:
    """The words of a uid: `help-en-login` has three."""
    return _SEPARATOR.split(uid)


def language_position(pages: Iterable[Page]) -> int | None:
    """Which word of their uids names the language of the pages; None when no place does so for most of them."""
    places: Counter[int] = Counter()
    total = 0
    for page in pages:
        total += 1
        places.update({n for n, part in enumerate(uid_parts(uid_of(page))) if same_language(part, page.language)})
    best = max(places, key=lambda place: (places[place], -place), default=None)
    return best if best is not None and total >= _FEW and places[best] >= _USUAL * total else None
