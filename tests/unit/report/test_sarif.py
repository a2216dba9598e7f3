"""SARIF: valid by the official schema, with regions, the other side, rules with help, and fingerprints."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from engine.findings import CODES, Finding, Related
from engine.gate.fingerprints import Fingerprints
from engine.localedata import Messages
from engine.model.spans import Span
from engine.report.sarif import FINGERPRINT, sarif_log
from engine.report.source_root import SourceRoot

from ...conftest import ROOT

Quote = Callable[[Span], str]

SCHEMA = json.loads((ROOT / "tests" / "data" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
HERE = Span("sv/x.md", 3, 12, 3, 25)
THERE = Related(Span("nl/x.md", 3, 13, 3, 24), "Toegang\ntot")
FACTS = {"language": "sv", "here": "a", "other": "nl", "there": "b"}


@pytest.fixture
def log(quote: Quote, tmp_path: Path) -> Callable[..., dict[str, Any]]:
    """Makes a log of findings, and holds it against the schema."""

    def make(*findings: Finding) -> dict[str, Any]:
        found = sarif_log(findings, Fingerprints(findings, quote), Messages(), SourceRoot(tmp_path), quote)
        jsonschema.validate(found, SCHEMA)
        return found

    return make


def test_the_schema_is_the_official_one_and_refuses_what_is_no_log() -> None:
    assert SCHEMA["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"version": "2.1.0", "runs": [{"tool": {}}]}, SCHEMA)


def test_a_run_without_findings_is_valid(log: Callable[..., dict[str, Any]]) -> None:
    assert log()["runs"][0]["results"] == []


def test_every_code_and_severity_is_valid(log: Callable[..., dict[str, Any]]) -> None:
    facts = {name: "x" for code in CODES.values() for name in re.findall(r"\{(\w+)\}", code.message + code.help)}
    (run,) = log(*(Finding(code, HERE, facts) for code in CODES))["runs"]
    assert {result["level"] for result in run["results"]} == {"error", "warning", "note"}
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_result_has_a_region_the_other_side_and_a_fingerprint(log: Callable[..., dict[str, Any]]) -> None:
    finding = Finding("R005", HERE, FACTS, (Related(HERE, "Tillgång till"), THERE))
    (result,) = log(finding)["runs"][0]["results"]
    (location,) = result["locations"]
    assert location["physicalLocation"]["artifactLocation"] == {"uri": "sv/x.md", "uriBaseId": "SRCROOT"}
    assert location["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 12,
        "endLine": 3,
        "endColumn": 25,
        "snippet": {"text": "Tillgång till"},
    }
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "nl/x.md"
    assert related["message"]["text"] == "Toegang tot"
    assert re.fullmatch("[0-9a-f]{32}", result["partialFingerprints"][FINGERPRINT])


def test_a_rule_tells_why_and_how_to_mend(log: Callable[..., dict[str, Any]]) -> None:
    (rule,) = log(Finding("R005", HERE, FACTS))["runs"][0]["tool"]["driver"]["rules"]
    assert rule["id"] == "R005"
    assert CODES["R005"].why in rule["help"]["text"]
    assert CODES["R005"].help in rule["help"]["text"]
    assert rule["defaultConfiguration"]["level"] == "error"


def test_the_place_of_a_whole_file_has_a_line_and_no_columns(log: Callable[..., dict[str, Any]]) -> None:
    (result,) = log(Finding("F003", Span("sv/x.md", 1, 1, 1, 1)))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}


def test_a_path_with_blanks_and_letters_is_a_valid_address(log: Callable[..., dict[str, Any]]) -> None:
    (result,) = log(Finding("F003", Span("sv/å b%.md", 1, 1, 1, 1)))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "sv/%C3%A5%20b%25.md"
