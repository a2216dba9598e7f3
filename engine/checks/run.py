"""The table of checks, and running them."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from engine.checks import files, rules
from engine.findings import Finding
from engine.rules import Docs

FAMILIES = (files, rules)
"""The packages of checks, in the order of the letters of their codes."""

Check: TypeAlias = Callable[[Docs], Iterable[Finding]]

CHECKS: tuple[Check, ...] = tuple(check for family in FAMILIES for check in family.CHECKS)
"""Every check, one module each."""

_UNREAD, _UNREAD_WITH_COUNTERPART = "R001", "R015"
"""A sentence that is not read is told of once: with its counterpart where another language has one."""


def run_checks(docs: Docs, checks: Sequence[Check] = CHECKS) -> tuple[Finding, ...]:
    """What reading found and what the checks find, by place."""
    found = [*docs.findings, *(finding for check in checks for finding in check(docs))]
    told = {finding.span for finding in found if finding.code == _UNREAD_WITH_COUNTERPART}
    return tuple(
        sorted((f for f in found if f.code != _UNREAD or f.span not in told), key=lambda finding: finding.sort_key)
    )
