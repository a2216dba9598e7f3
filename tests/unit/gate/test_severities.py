"""Severities as the settings have them: per code, language and folder; the last that fits holds."""

from collections.abc import Callable

import pytest

from engine.findings import Finding
from engine.gate.places import Places
from engine.gate.severities import with_severities
from engine.model.spans import Span
from engine.rules import Docs
from engine.rules.settings import SeveritySetting


@pytest.fixture
def places(read_files: Callable[[dict[str, str]], Docs]) -> Places:
    return Places(read_files({"sv/x.md": "Text.\n", "no/x.md": "Tekst.\n"}).tree.pages)


def at(code: str, path: str) -> Finding:
    return Finding(code, Span(path, 1, 1, 1, 2))


FOUND = (at("R005", "no/admin/x.md"), at("R006", "sv/admin/x.md"), at("F003", "sv/b/x.md"), at("F009", "docs.json"))


@pytest.mark.parametrize(
    ("settings", "severities"),
    [
        ([], ["error", "error", "warning", "error"]),
        ([SeveritySetting("rule-differs", "note")], ["note", "error", "warning", "error"]),
        ([SeveritySetting("R", "note")], ["note", "note", "warning", "error"]),
        ([SeveritySetting(("R005", "F003"), "note")], ["note", "error", "note", "error"]),
        ([SeveritySetting("R", "note", language="nb")], ["note", "error", "warning", "error"]),
        ([SeveritySetting("R", "note", language="no")], ["note", "error", "warning", "error"]),
        ([SeveritySetting(("R", "F"), "note", folder="admin")], ["note", "note", "warning", "error"]),
        ([SeveritySetting("R", "note", folder="adm")], ["error", "error", "warning", "error"]),
        ([SeveritySetting("R", "note"), SeveritySetting("R006", "warning")], ["note", "warning", "warning", "error"]),
        ([SeveritySetting("R", "off"), SeveritySetting("R006", "error")], ["error", "warning", "error"]),
        ([SeveritySetting("R", "off", language="sv")], ["error", "warning", "error"]),
    ],
)
def test_the_last_setting_that_fits_gives_the_severity(
    places: Places, settings: list[SeveritySetting], severities: list[str]
) -> None:
    assert [finding.severity for finding in with_severities(FOUND, settings, places)] == severities


def test_a_severity_like_that_of_the_code_changes_nothing(places: Places) -> None:
    assert with_severities(FOUND, [SeveritySetting("R", "error")], places) == FOUND
