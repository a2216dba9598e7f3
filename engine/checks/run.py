"""The table of checks, and running them."""

from collections.abc import Callable, Iterable

from engine.checks import missing_page, rule_disagreement, undefined_licence
from engine.findings import Finding
from engine.rules import Docs

CHECKS: tuple[Callable[[Docs], Iterable[Finding]], ...] = (
    missing_page.check,
    rule_disagreement.check,
    undefined_licence.check,
)
"""Every check, one module each."""


def run_checks(docs: Docs) -> tuple[Finding, ...]:
    """What reading found and what the checks find, by place."""
    found = [*docs.findings, *(finding for check in CHECKS for finding in check(docs))]
    return tuple(sorted(found, key=lambda finding: finding.sort_key))
