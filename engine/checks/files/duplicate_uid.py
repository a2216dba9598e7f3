"""Two pages of one language with the same `uid:`.

Why: a link by uid leads to one of them, and nobody knows to which.
Fix: give one of them a uid of its own.
"""

from collections.abc import Iterator

from engine.checks.uids import uid_of, uid_span
from engine.findings import Finding, Related
from engine.pages.blocks import Page
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per page whose uid an earlier page has. Redirect stubs may keep the uid of what has moved."""
    owners: dict[tuple[str, str], Page] = {}
    for page in docs.tree.pages:
        uid = uid_of(page)
        if page.redirect is not None or not uid:
            continue
        owner = owners.setdefault((page.language, uid), page)
        if owner is not page:
            place = uid_span(docs, owner)
            related = (Related(place, docs.tree.quote(place)),)
            yield Finding("F013", uid_span(docs, page), {"uid": uid, "other": owner.path}, related)
