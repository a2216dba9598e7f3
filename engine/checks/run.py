"""The table of checks, and running them."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

import msgspec

from engine.cache import Shelf, digest
from engine.cache.code_version import code_version
from engine.checks import files, rules
from engine.checks.per_group import Found
from engine.findings import Finding
from engine.pages.states import folder_state
from engine.rules import Docs

FAMILIES = (files, rules)
"""The packages of checks, in the order of the letters of their codes."""

Check: TypeAlias = Callable[[Docs], Iterable[Finding]]

CHECKS: tuple[Check, ...] = tuple(check for family in FAMILIES for check in family.CHECKS)
"""Every check, one module each."""

_UNREAD, _UNREAD_WITH_COUNTERPART = "R001", "R015"
"""A sentence that is not read is told of once: with its counterpart where another language has one."""


def run_checks(docs: Docs, checks: Sequence[Check] = CHECKS) -> tuple[Finding, ...]:
    """What reading found and what the checks find, by place.

    Where the docs folder has a cache and is as it was, the findings of the whole table are as they were.
    """
    if docs.store is None or checks is not CHECKS:
        return _run(docs, checks)
    shelf = Shelf(docs.store, Found)
    key = _rests_on(docs)
    kept = shelf.get(key)
    if kept is None:
        kept = Found(_run(docs, checks))
        shelf.put(key, kept)
    return kept.findings


def _run(docs: Docs, checks: Sequence[Check]) -> tuple[Finding, ...]:
    found = [*docs.findings, *(finding for check in checks for finding in check(docs))]
    told = {finding.span for finding in found if finding.code == _UNREAD_WITH_COUNTERPART}
    kept = (finding for finding in found if finding.code != _UNREAD or finding.span not in told)
    return tuple(sorted(kept, key=lambda finding: finding.sort_key))


def _rests_on(docs: Docs) -> str:
    """A digest of all that checks may look at: what was read, the settings, and every file beside the pages."""
    pages = (part for item in docs.identities.items() for part in item)
    settings = msgspec.msgpack.encode((docs.settings, docs.tree.folders))
    return digest(code_version(), settings, folder_state(docs.tree.root, docs.identities), *pages)
