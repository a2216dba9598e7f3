"""A spelling of a name that people have decided against.

Why: a product whose name is spelt in two ways looks like two products, and a search finds half of it.
Fix: write the name as the terms have it.
"""

from collections.abc import Iterator

from rapidfuzz import fuzz

from engine.checks.locales import locales_of
from engine.findings import Finding
from engine.localedata.locale import Term
from engine.model.spans import Span
from engine.pages.blocks import Text
from engine.pages.walking import each_text
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per name and page, at its first place. Code is no text, and letter case counts."""
    forbidden = {tag: locale.forbidden for tag, locale in locales_of(docs).items()}
    told: set[tuple[Span, str]] = set()
    for page in docs.tree.pages:
        waiting = dict(forbidden.get(page.language, {}))
        for text in each_text(page.blocks) if waiting else ():
            for variant in [variant for variant in waiting if variant in text.visible]:
                start = _found(text, variant)
                if start is None:
                    continue
                term, span = waiting.pop(variant), text.span(start, start + len(variant))
                if (span, variant) not in told:
                    told.add((span, variant))
                    yield Finding("T001", span, {"variant": variant, "name": _nearest(term, variant)})


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
