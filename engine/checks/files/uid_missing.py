"""A page without a uid, where the page has one in every other language.

Why: links by uid and the tools that follow them do not find the page in this language.
Fix: give the page its uid back.
"""

from collections.abc import Iterator

from engine.checks.uids import uid_of, uid_span
from engine.findings import Finding, Related
from engine.model.spans import start_of
from engine.pages.blocks import Page
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per page. Where two languages lack it, nobody can tell that it is meant to be there."""
    pages: dict[str, list[Page]] = {}
    for page in docs.tree.pages:
        # Front matter that is not there, or cannot be read, tells of itself.
        if page.redirect is None and page.front_matter:
            pages.setdefault(page.topic, []).append(page)
    for translations in pages.values():
        without = [page for page in translations if not uid_of(page)]
        having = [page for page in translations if uid_of(page)]
        if len(without) == 1 and having:
            (page,), other = without, having[0]
            place = uid_span(docs, other)
            related = (Related(place, docs.tree.quote(place)),)
            yield Finding(
                "F023",
                start_of(page.path),
                {"language": page.language, "other": other.language, "uid": uid_of(other)},
                related,
            )
