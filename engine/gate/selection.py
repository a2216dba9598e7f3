"""Which codes a run is about, and which severities make it fail."""

from collections.abc import Iterable

from engine.findings import CODES, Finding, UsageError
from engine.findings.codes import ERROR, NOTE, WARNING
from engine.findings.naming import codes_named, nearest_code

SEVERITIES = (ERROR, WARNING, NOTE)
"""The gravest first."""
NEVER = "never"


def selected(findings: Iterable[Finding], select: Iterable[str], ignore: Iterable[str]) -> tuple[Finding, ...]:
    """The findings whose codes are selected and not ignored.

    Args:
        findings: all of them.
        select: codes, names and letters of families, each text one or several joined by commas; none for all.
        ignore: the same, of what to leave out.

    Raises:
        UsageError: a name that is none of a code.
    """
    wanted = _codes(select, "--select") or frozenset(CODES)
    unwanted = _codes(ignore, "--ignore")
    return tuple(f for f in findings if f.code in wanted and f.code not in unwanted)


def fails(finding: Finding, fail_on: str) -> bool:
    """Whether a finding is as grave as `fail_on`, a severity or `never`."""
    return fail_on != NEVER and SEVERITIES.index(finding.severity) <= SEVERITIES.index(fail_on)


def _codes(texts: Iterable[str], option: str) -> frozenset[str]:
    found: set[str] = set()
    for name in (part.strip() for text in texts for part in text.split(",")):
        codes = codes_named(name)
        if not codes:
            help = f"write a code, a name or a letter that `charter explain` lists; nearest: `{nearest_code(name)}`"
            raise UsageError(f"`{option} {name}` names no code", help=help)
        found |= codes
    return frozenset(found)
