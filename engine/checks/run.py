"""The table of checks, and running them."""

from collections.abc import Callable, Iterable

from engine.checks import files, rules, terms, typography
from engine.findings import Finding
from engine.rules import Docs

FAMILIES = (files, rules, terms, typography)
"""The packages of checks, in the order of the letters of their codes."""

CHECKS: tuple[Callable[[Docs], Iterable[Finding]], ...] = tuple(check for family in FAMILIES for check in family.CHECKS)
"""Every check, one module each."""


def run_checks(docs: Docs) -> tuple[Finding, ...]:
    """What reading found and what the checks find, by place."""
    found = [*docs.findings, *(finding for check in CHECKS for finding in check(docs))]
    return tuple(sorted(found, key=lambda finding: finding.sort_key))
