"""Which parts of pages other languages have changed since: what was last confirmed, held against what stands there.

Only changes of rules and values, and parts that were removed, count for readers: who reworded a sentence has not made
its translations wrong. `charter todo` lists every change, for translators.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from engine.cache import Shelf, Store, digest
from engine.change.freshness.lock import TranslationLock, load_lock, lock_text
from engine.model.spans import Span
from engine.rules.outlines import OutlinedDocs
from site_builder.program import program

if TYPE_CHECKING:
    from engine.change.freshness.tasks import Task
    from engine.change.freshness.units import PageUnits


class Newer(msgspec.Struct, frozen=True):
    """Another language changed parts of a page since they were last confirmed."""

    language: str
    """The language that changed them, as a tag."""
    path: str
    """Its page."""
    spans: tuple[Span, ...]
    """The parts, on the page that is behind."""


class Outdated(msgspec.Struct, frozen=True):
    """The pages that are behind, by their files."""

    pages: dict[str, tuple[Newer, ...]] = {}


def outdated(outlined: OutlinedDocs, store: Store) -> Mapping[str, tuple[Newer, ...]]:
    """What is behind on the pages of a docs folder, by file; nothing where nobody ever confirmed anything.

    Args:
        outlined: the docs folder, as it was read. Whole pages are fetched only where an answer is not kept.
        store: where the answer is kept.

    Raises:
        UsageError: the lock of translations is none that Charter writes.
    """
    docs = outlined.docs
    lock = load_lock(docs.tree.root)
    if lock is None:
        return {}
    shelf = Shelf(store, Outdated)
    key = digest("outdated", program(), lock_text(lock), *(docs.identities[path] for path in sorted(docs.identities)))
    found = shelf.get(key)
    if found is None:
        # Loaded where it is needed: most builds find their answer, or need none.
        from engine.change.freshness.units import page_units

        confirmed = [page for page in docs.tree.pages if page.key in lock.pages and page.redirect is None]
        pages = tuple(outlined.whole(page.path)[0] for page in confirmed)
        whole = msgspec.structs.replace(docs, tree=msgspec.structs.replace(docs.tree, pages=pages))
        found = Outdated(dict(_behind(page_units(whole), lock)))
        shelf.put(key, found)
    return found.pages


def _behind(pages: "Mapping[str, PageUnits]", lock: TranslationLock) -> Iterator[tuple[str, tuple[Newer, ...]]]:
    from engine.change.freshness.known import known_units
    from engine.change.freshness.tasks import Risk, edit_tasks

    told = (Risk.RULE, Risk.VALUE, Risk.MISSING)
    for page, units in pages.items():
        known = known_units(page, units, lock)
        for language, path in units.paths.items():
            tasks = [task for task in edit_tasks(language, known) if task.risk in told]
            if tasks:
                yield path, tuple(_newer(tasks, units.paths))


def _newer(tasks: "list[Task]", paths: Mapping[str, str]) -> Iterator[Newer]:
    spans: dict[str, list[Span]] = {}
    for task in tasks:
        for change in task.changes:
            if change.before is not None:
                spans.setdefault(change.language, []).append(task.span)
    for language, found in sorted(spans.items()):
        yield Newer(language, paths[language], tuple(found))
