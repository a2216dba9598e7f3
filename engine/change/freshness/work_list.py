"""The work list of one language: what others changed and what checks found, what misleads customers most first."""

from collections.abc import Iterable, Mapping

from engine.change.freshness.known import known_units
from engine.change.freshness.lock import TranslationLock
from engine.change.freshness.previous import Earlier
from engine.change.freshness.tasks import Change, Task, edit_tasks, finding_tasks, leading_spans, unconfirmed_page
from engine.change.freshness.units import PageUnits
from engine.findings import Finding
from engine.model.spans import Span


def work_list(
    language: str,
    pages: Mapping[str, PageUnits],
    lock: TranslationLock | None,
    findings: Iterable[Finding],
    folders: Mapping[str, str],
) -> tuple[Task, ...]:
    """The tasks of a language, in order.

    Args:
        language: its tag.
        pages: the blocks of all pages.
        lock: what was confirmed; None where nobody began to confirm, so that only findings count.
        findings: what checks found, of all languages.
        folders: language folder -> its tag.
    """
    tasks: list[Task] = []
    leading: list[Span] = []
    for page, units in pages.items() if lock is not None else ():
        if lock is not None and page not in lock.pages:
            tasks += filter(None, (unconfirmed_page(language, page, units),))
        elif language in units.paths:
            known = known_units(page, units, lock)
            tasks += edit_tasks(language, known)
            leading += leading_spans(language, known)
    tasks += finding_tasks(language, findings, folders, tuple(tasks), leading)
    return tuple(sorted(tasks, key=lambda task: task.order))


def text_before(earlier: Earlier, change: Change) -> str:
    """The sentences or cells that a change took away; empty where git does not have them."""
    if change.before is None:
        return ""
    old = earlier.blocks(change.span.path, (change.before.words,)).get(change.before.words)
    return " ".join(part.text for part in old.said.parts if part.digest not in change.kept) if old else ""
