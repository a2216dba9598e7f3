"""`charter impact`: who gains, who loses, and which sentences and lines of code have to change."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ...conftest import ROOT
from .conftest import Result

Run = Callable[..., Result]

DOCS = ("--docs", ROOT / "docs")
WHAT_IF = (*DOCS, "--set", "limit:core:active-projects=50")
POPULATION = (
    "holder,holds,usage\nann,core,active-projects=70\nbo,core,active-projects=7\ncy,growth,active-projects=70\n"
)


@pytest.fixture
def population(tmp_path: Path) -> Path:
    path = tmp_path / "holders.csv"
    path.write_text(POPULATION, encoding="utf-8")
    return path


def test_what_if_tells_who_loses_and_which_sentences_change(charter: Run, population: Path) -> None:
    result = charter("impact", *WHAT_IF, "--population", population)
    assert (result.status, result.err) == (1, "")
    assert "Core: active projects 100 → 50, tighter" in result.out
    assert "active projects:       1  ann" in result.out
    assert "sv/project/learn/index.md:" in result.out
    assert result.out.endswith("3 holders in 3 groups: 1 lose something, 0 gain something\n")


def test_a_list_names_everybody(charter: Run, population: Path, tmp_path: Path) -> None:
    for name, text in (
        ("x.csv", "holder,loses,gains\r\nann,active-projects,\r\n"),
        ("x.jsonl", '{"holder": "ann", "loses": ["active-projects"], "gains": []}\n'),
    ):
        assert charter("impact", *WHAT_IF, "--population", population, "--list", tmp_path / name).status == 1
        assert (tmp_path / name).read_bytes().decode() == text
    assert sorted(path.name for path in tmp_path.iterdir()) == ["holders.csv", "x.csv", "x.jsonl"]


def test_a_fault_in_the_population_leaves_no_list(charter: Run, population: Path, tmp_path: Path) -> None:
    population.write_text(POPULATION + "di,coer,\n", encoding="utf-8")
    result = charter("impact", *WHAT_IF, "--population", population, "--list", tmp_path / "x.csv")
    assert (result.status, result.out) == (2, "")
    assert f"{population}:5: unknown licence or right `coer`" in result.err
    assert "did you mean `core`?" in result.err
    assert [path.name for path in tmp_path.iterdir()] == ["holders.csv"]


def test_two_sides_as_data_with_the_code_to_look_at(charter: Run, population: Path, tmp_path: Path) -> None:
    docs = ROOT / "docs"
    code = tmp_path / "src" / "app.py"
    code.parent.mkdir()
    code.write_text(
        'import engine\nengine.allows(rules, "active-projects", held)\nengine.allows(rules, "quotes", held)\n'
    )
    result = charter("impact", *WHAT_IF, "--code", code.parent, "--format", "json")
    assert result.status == 0
    data = json.loads(result.out)
    assert data["population"] is None
    assert [(use["path"], use["line"]) for use in data["code"]] == [(code.as_posix(), 2)]
    assert {sentence["language"] for sentence in data["sentences"]} == {"da", "de", "en", "nb", "nl", "sv"}
    same = charter("impact", docs / "rules.lock.json", docs, "--population", population, "--format", "json")
    assert same.status == 0
    assert json.loads(same.out)["population"]["losing"] == 0


def test_the_language_that_lags_behind_a_change_is_told(charter: Run, make_docs: Callable[..., Path]) -> None:
    old = make_docs({"en/x.md": "This feature requires the Core plan.\n"})
    old.rename(old.with_name("old"))
    new = make_docs({"en/x.md": "This feature requires the Growth plan.\n", "sv/x.md": "Text.\n"})
    result = charter("impact", old.with_name("old"), new, "--docs", new)
    assert result.status == 0
    assert "Sentences that must change" not in result.out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["docs"],
        ["docs", "docs", "--set", "limit:core:dashboards=1"],
        ["--set", "limit:core:dashboards=1", "--list", "x.csv"],
        ["--set", "limit:core:dashboards=1", "--population", "none.csv"],
        ["--set", "limit:core:dashboard=1"],
    ],
)
def test_misuse(charter: Run, arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = charter("impact", *arguments)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("charter: ")
