"""A `uid:` that names another language than its folder, where uids name the language.

Why: the page takes the place of the other language's page, and links by uid lead readers into a foreign language.
Fix: write the uid with this folder's language.
"""

from collections.abc import Iterator

from engine.checks.uids import language_position, uid_of, uid_parts, uid_span
from engine.findings import Finding
from engine.pages.read import same_language
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per page whose uid has the name of another folder of the tree where most have their own."""
    pages = [page for page in docs.tree.pages if page.redirect is None and uid_of(page)]
    position = language_position(pages)
    if position is None:
        return
    tags = {tag for page in docs.tree.pages for tag in (page.folder, page.language)}
    for page in pages:
        uid = uid_of(page)
        parts = uid_parts(uid)
        part = parts[position] if position < len(parts) else ""
        if part in tags and not same_language(part, page.language):
            yield Finding("F012", uid_span(docs, page), {"uid": uid, "found": part, "expected": page.folder})
