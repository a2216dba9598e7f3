"""`charter mutate`: what it prints, and the exit status that tells whether enough drift was found."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Result

Run = Callable[..., Result]

TABLE = "## {}\n\n| {} | {} |\n|---|---|\n| Customer Centre | {} |\n"
ROWS = {
    "sv": TABLE.format("Systemlicenser", "Licens", "Beskrivning", "Ger tillgång till Kundcenter."),
    "en": TABLE.format("System licences", "Licence", "Description", "Access to the Customer Centre."),
    "de": TABLE.format("Systemlizenzen", "Lizenz", "Beschreibung", "Zugriff auf das Kundencenter."),
}


@pytest.fixture
def docs(make_docs: Callable[..., Path]) -> Path:
    return make_docs({f"{tag}/x.md": text for tag, text in ROWS.items()})


def test_drift_that_is_found_is_counted_by_language_and_kind(charter: Run, docs: Path) -> None:
    result = charter("mutate", docs, "--kind", "rule-row-dropped", "--kind", "crlf", "--format", "json")
    assert (result.status, result.err) == (0, "")
    data = json.loads(result.out)
    assert (data["seed"], data["passed"], data["missed"]) == (0, True, [])
    row = {"injected": 1, "found": 1, "missed": 0, "cascade": 0, "aside": {}}
    assert data["kinds"] == [
        {"language": tag, "family": family, "kind": kind, **row}
        for tag in ("de", "en", "sv")
        for family, kind in (("rules", "rule-row-dropped"), ("harmless", "crlf"))
    ]
    assert [total["met"] for total in data["thresholds"]] == [True] * 6


def test_drift_that_is_missed_is_listed_with_its_diff_and_is_status_1(
    charter: Run, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.change.mutation.injection.CHECKS", ())
    result = charter("mutate", docs, "--language", "sv", "--kind", "rule-row-dropped")
    assert (result.status, result.err) == (1, "")
    assert "sv rules: 0/1 0.0 % (wanted: 99 %)" in result.out
    assert "sv/x.md:5:1 rule-row-dropped\n" in result.out
    assert "\n  -| Customer Centre | Ger tillgång till Kundcenter. |\n" in result.out
    lenient = charter("mutate", docs, "--language", "sv", "--kind", "rule-row-dropped", "--threshold-rules", "0")
    assert lenient.status == 0
    assert "sv/x.md:5:1" not in lenient.out
    listed = charter(
        "mutate", docs, "--language", "sv", "--kind", "rule-row-dropped", "--threshold-rules", "0", "--list-missed"
    )
    assert "sv/x.md:5:1 rule-row-dropped\n" in listed.out


def test_only_the_language_asked_for_is_changed_and_it_is_compared_with_all(charter: Run, docs: Path) -> None:
    result = charter("mutate", docs, "--language", "sv", "--kind", "rule-negated", "--format", "json")
    assert {row["language"] for row in json.loads(result.out)["kinds"]} == {"sv"}
    assert result.status == 0


@pytest.mark.parametrize(
    "arguments", [["--kind", "frobnicated"], ["--sample", "0"], ["--language", "xx"], ["--threshold-rules", "101"]]
)
def test_a_wrong_argument_is_misuse(charter: Run, docs: Path, arguments: list[str]) -> None:
    result = charter("mutate", docs, *arguments)
    assert (result.status, result.out) == (2, "")
    assert result.err
