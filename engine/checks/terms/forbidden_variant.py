"""A spelling of a name that people have decided against.

Why: a product whose name is spelt in two ways looks like two products, and a search finds half of it.
Fix: write the name as the terms have it.
"""

from collections.abc import Collection, Iterator, Sequence

import msgspec
from rapidfuzz import fuzz

from engine.cache import digest
from engine.checks.locales import locales_of
from engine.checks.portions import in_portions
from engine.findings import Finding
from engine.localedata.locale import Term
from engine.model.spans import Span
from engine.pages.blocks import Page, Text
from engine.pages.walking import each_text
from engine.rules import Docs


class Variants(msgspec.Struct, frozen=True):
    """The forbidden spellings on pages."""

    of: dict[str, tuple[tuple[Span, str], ...]]
    """Path of a page -> (its first place, the spelling)."""


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per name and page, at its first place. Code is no text, and letter case counts."""
    forbidden = {tag: locale.forbidden for tag, locale in locales_of(docs).items()}

    def of_pages(pages: Sequence[Page]) -> Variants:
        return Variants({page.path: tuple(_variants(page, forbidden.get(page.language, {}))) for page in pages})

    grounds = digest(*(word for tag, variants in sorted(forbidden.items()) for word in (tag, "", *variants)))
    found = {
        path: own for portion in in_portions(docs, Variants, of_pages, grounds) for path, own in portion.of.items()
    }
    told: set[tuple[Span, str]] = set()
    for page in docs.tree.pages:
        for span, variant in found[page.path]:
            if (span, variant) not in told:
                told.add((span, variant))
                name = _nearest(forbidden[page.language][variant], variant)
                yield Finding("T001", span, {"variant": variant, "name": name})


def _variants(page: Page, forbidden: Collection[str]) -> Iterator[tuple[Span, str]]:
    """The first place of each on a page."""
    waiting = dict.fromkeys(forbidden)
    for text in each_text(page.blocks) if waiting else ():
        for variant in [variant for variant in waiting if variant in text.visible]:
            start = _found(text, variant)
            if start is not None:
                del waiting[variant]
                yield text.span(start, start + len(variant)), variant


def _found(text: Text, variant: str) -> int | None:
    """Where a text has the variant as words of its own outside of code."""
    start = text.visible.find(variant)
    while start >= 0:
        end = start + len(variant)
        inside_word = text.visible[start - 1 : start].isalnum() or text.visible[end : end + 1].isalnum()
        in_code = any(mark.kind == "code" and mark.start <= start < mark.end for mark in text.marks)
        if not inside_word and not in_code:
            return start
        start = text.visible.find(variant, end)
    return None


def _nearest(term: Term, variant: str) -> str:
    """The admitted name that the variant is a spelling of."""
    admitted = [name for name in term.surfaces if name not in term.forbidden]
    return max(admitted, key=lambda name: fuzz.ratio(name, variant))
