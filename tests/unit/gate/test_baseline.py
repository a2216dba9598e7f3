"""The baseline: written in a form that can be reviewed, and read back."""

import json
from pathlib import Path

import pytest

from engine.findings import Finding, UsageError
from engine.gate.baseline import baseline_text, load_baseline
from engine.gate.fingerprints import Fingerprints
from engine.model.spans import Span

FOUND = [
    Finding("R001", Span("sv/b.md", 9, 1, 9, 5), {"sentence": "ö"}),
    Finding("F006", Span("sv/b.md", 3, 1, 3, 5), {"target": "x.md"}),
    Finding("F006", Span("nl/a.md", 3, 1, 3, 5), {"target": "x.md"}),
]
PRINTS = Fingerprints(FOUND, str)


def test_it_has_a_line_for_each_finding_sorted_by_path_code_and_message() -> None:
    text = baseline_text(FOUND, PRINTS)
    lines = text.splitlines()
    assert lines[0] == '{"version":1,"findings":['
    assert lines[-1] == "]}"
    entries = [json.loads(line.rstrip(",")) for line in lines[1:-1]]
    assert [(entry["path"], entry["code"]) for entry in entries] == [
        ("nl/a.md", "F006"), ("sv/b.md", "F006"), ("sv/b.md", "R001"),
    ]  # fmt: skip
    assert entries[2]["message"] == "no sentence pattern reads `ö`"
    assert json.loads(text)["findings"] == entries
    assert "ö" in text


def test_the_order_of_findings_does_not_matter() -> None:
    assert baseline_text(FOUND, PRINTS) == baseline_text(FOUND[::-1], PRINTS)


def test_read_back_it_parts_the_new_from_the_known_and_tells_what_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(baseline_text(FOUND[1:], PRINTS), encoding="utf-8")
    baseline = load_baseline(path)
    assert baseline.part(FOUND, PRINTS) == ([FOUND[0]], FOUND[1:])
    (gone,) = baseline.gone({PRINTS.of(FOUND[1])})
    assert (gone.code, gone.path) == ("F006", "nl/a.md")
    assert baseline.gone(PRINTS.all) == ()


def test_a_baseline_of_nothing_knows_nothing(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(baseline_text([], PRINTS), encoding="utf-8")
    assert load_baseline(path).part(FOUND, PRINTS) == (FOUND, [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"version":2,"findings":[]}',
        '{"version":1,"findings":[{"code":"R001"}]}',
        '{"version":1,"x":[]}',
    ],
)
def test_a_file_that_is_no_baseline_is_misuse(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="baseline") as error:
        load_baseline(path)
    assert (error.value.where, "--write-baseline" in (error.value.help or "")) == (str(path), True)


def test_a_baseline_that_is_not_there_is_misuse_and_says_how_to_write_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist") as error:
        load_baseline(tmp_path / "none.json")
    assert "--write-baseline" in (error.value.help or "")
