"""Severities as the settings of a docs folder have them."""

from collections.abc import Iterable, Sequence

import msgspec

from engine.findings import CODES, Finding
from engine.findings.naming import codes_named
from engine.gate.places import Places
from engine.rules.settings import SeveritySetting, names_in

OFF = "off"


def with_severities(
    findings: Iterable[Finding], settings: Sequence[SeveritySetting], places: Places
) -> tuple[Finding, ...]:
    """The findings with the severity that the last fitting setting gives each; those that are off are left out."""
    compiled = [(setting, _codes(setting)) for setting in settings]
    found = []
    for finding in findings:
        level = next((s.level for s, codes in reversed(compiled) if _fits(finding, s, codes, places)), finding.level)
        if level == OFF:
            continue
        own = "" if level == CODES[finding.code].severity else level
        found.append(finding if own == finding.level else msgspec.structs.replace(finding, level=own))
    return tuple(found)


def _codes(setting: SeveritySetting) -> frozenset[str]:
    return frozenset(code for name in names_in(setting.code) for code in codes_named(name))


def _fits(finding: Finding, setting: SeveritySetting, codes: frozenset[str], places: Places) -> bool:
    path = finding.span.path
    if finding.code not in codes:
        return False
    if setting.language is not None and setting.language not in (places.language(path), places.folder(path)):
        return False
    return setting.folder is None or places.key(path).startswith(f"{setting.folder.strip('/')}/")
