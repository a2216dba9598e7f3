"""The table of checks, and running them."""

import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

import msgspec

from engine.cache import Digest, Shelf, digest
from engine.cache.code_version import code_version
from engine.checks import code, entitlement, files, lock, rules, structure, terms, typography, values
from engine.checks.compared import comparisons
from engine.checks.per_group import Found
from engine.checks.quiet import without_repetitions
from engine.checks.scanned import code_state
from engine.findings import Finding
from engine.pages.states import folder_state
from engine.pages.workers import collection_paused, over
from engine.rules import Docs

FAMILIES = (code, entitlement, files, lock, rules, structure, values, terms, typography)
"""The packages of checks, in the order of the letters of their codes."""

Check: TypeAlias = Callable[[Docs], Iterable[Finding]]

CHECKS: tuple[Check, ...] = tuple(check for family in FAMILIES for check in family.CHECKS)
"""Every check, one module each."""

_COMPARING = frozenset((*structure.CHECKS, *values.CHECKS))
"""Checks of what the same page says in several languages."""

_UNREAD, _UNREAD_WITH_COUNTERPART = "R001", "R015"
"""A sentence that is not read is told of once: with its counterpart where another language has one."""

_PARALLEL_FROM = 400
"""Pages from which processes pay."""


def run_checks(docs: Docs, checks: Sequence[Check] | None = None) -> tuple[Finding, ...]:
    """What reading found and what the checks find, by place.

    Where the docs folder has a cache and is as it was, the findings are as they were.

    Args:
        docs: what was read.
        checks: other checks than all.
    """
    if docs.store is None or checks is not None:
        return _run(docs, CHECKS if checks is None else checks)
    shelf = Shelf(docs.store, Found)
    key = _rests_on(docs)
    kept = shelf.get(key)
    if kept is None:
        kept = Found(_run(docs, CHECKS))
        shelf.put(key, kept)
    return kept.findings


def _run(docs: Docs, checks: Sequence[Check]) -> tuple[Finding, ...]:
    found = [*docs.findings, *_found(docs, checks)]
    told = {finding.span for finding in found if finding.code == _UNREAD_WITH_COUNTERPART}
    kept = without_repetitions(f for f in found if f.code != _UNREAD or f.span not in told)
    return tuple(sorted(kept, key=lambda finding: finding.sort_key))


def _found(docs: Docs, checks: Sequence[Check]) -> list[Finding]:
    """What checks find; of a large docs folder each family in a process of its own, for its checks share much work."""
    if any(check in _COMPARING for check in checks):
        # Before there are processes, for all of them.
        comparisons(docs)
    families = itertools.groupby(checks, key=lambda check: check.__module__.rpartition(".")[0])
    groups = [tuple(group) for _, group in families]

    def work(numbers: Sequence[int]) -> bytes:
        some = (check for number in numbers for check in groups[number])
        return msgspec.msgpack.encode([finding for check in some for finding in check(docs)])

    decoder = msgspec.msgpack.Decoder(list[Finding])
    parallel_from = 2 if len(docs.tree.pages) >= _PARALLEL_FROM else len(groups) + 1
    with collection_paused():
        results = over(work, range(len(groups)), sendable=False, parallel_from=parallel_from, at_a_time=1)
        return [finding for result in results for finding in decoder.decode(result)]


def _rests_on(docs: Docs) -> Digest:
    """A digest of all that checks may look at: what was read, and every file beside the pages, as that of settings."""
    pages = (part for item in docs.identities.items() for part in item)
    return digest(
        code_version(), *docs.tree.folders, folder_state(docs.tree.root, docs.identities), *pages, *code_state(docs)
    )
