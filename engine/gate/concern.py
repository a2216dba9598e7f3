"""Findings that concern the files that changed: those of the same pages, in whatever language."""

from collections.abc import Collection, Iterable

from engine.findings import Finding
from engine.gate.places import Places
from engine.model.spans import Span
from engine.pages.blocks import Page
from engine.rules.settings import FILE


def concerning(findings: Iterable[Finding], changed: Collection[str], pages: Iterable[Page]) -> tuple[Finding, ...]:
    """The findings about pages that changed, or that include a file that did; all, when the settings changed.

    Args:
        findings: all of them.
        changed: paths of files below the docs folder; some may be gone.
        pages: the pages of the tree.
    """
    if FILE in changed:
        return tuple(findings)
    pages = tuple(pages)
    places = Places(pages)
    keys = {places.key(path) for path in changed}
    keys |= {page.key for page in pages if not keys.isdisjoint(map(places.key, page.depends))}
    return tuple(f for f in findings if any(places.key(span.path) in keys for span in _spans(f)))


def _spans(finding: Finding) -> list[Span]:
    return [finding.span, *(related.span for related in finding.related)]
