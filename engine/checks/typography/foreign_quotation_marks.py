"""Quotation marks of another language in a text that mostly has its own, or straight ones.

Why: they show that a text was pasted from elsewhere, and confuse whoever reads or searches it.
Fix: use the quotation marks of the language.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec

from engine.checks.locales import locales_of
from engine.checks.portions import in_portions
from engine.findings import Finding
from engine.model.spans import Span
from engine.pages.blocks import AnyBlock, Page
from engine.pages.walking import each_text
from engine.rules import Docs

_CURLY = "„‚“‟‘‛”«»‹›"
"""Marks that can open a quotation in some language. An apostrophe begins words in many of them, and is left out."""
_ANY = re.compile(f'["{_CURLY}]')
"""Most texts have none: looking for one first is quicker."""
_OPENING = re.compile(rf"(?<![^\W_])([\"{_CURLY}])(?=\w)")


class _Mark(NamedTuple):
    span: Span
    mark: str


class Marks(msgspec.Struct, frozen=True):
    """The marks on pages that open a quotation."""

    of: dict[str, tuple[_Mark, ...]]
    """By path of the page."""


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per file, at its first place. Where most marks of a tree are foreign, that is its way."""
    found = {path: marks for portion in in_portions(docs, Marks, _of_pages) for path, marks in portion.of.items()}
    for language, locale in sorted(locales_of(docs).items()):
        pairs = locale.words("quotes")
        if not pairs:
            continue
        own = {'"', *(pair[0] for pair in pairs)}
        marks = {mark for page in docs.tree.pages if page.language == language for mark in found[page.path]}
        foreign = sorted(mark for mark in marks if mark.mark not in own)
        if len(foreign) * 2 > len(marks):
            continue
        for _, group in groupby(foreign, key=lambda mark: mark.span.path):
            places = list(group)
            first, number = places[0], str(len(places))
            yield Finding("Y002", first.span, {"found": first.mark, "expected": ", ".join(pairs), "places": number})


def _of_pages(pages: Sequence[Page]) -> Marks:
    return Marks({page.path: tuple(_marks(page.blocks)) for page in pages})


def _marks(blocks: Iterable[AnyBlock]) -> Iterator[_Mark]:
    """The marks that open a quotation, outside of code."""
    for text in each_text(blocks):
        for match in _OPENING.finditer(text.visible) if _ANY.search(text.visible) else ():
            if not any(mark.kind == "code" and mark.start <= match.start() < mark.end for mark in text.marks):
                yield _Mark(text.span(match.start(), match.end()), match[1])
