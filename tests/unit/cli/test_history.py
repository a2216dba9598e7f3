"""`charter history`: text, data and misuse."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ..change.history.git import GitDocs
from .conftest import Result

Run = Callable[..., Result]

SV = "## Systemlicenser\n\n| Licens | Beskrivning |\n|---|---|\n| Customer Centre | Tillgång till Kundcenter. |\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    git = GitDocs(tmp_path / "r")
    git.commit("2025-01-01", {"sv/a.md": "# Sida\n\nText.\n", "en/a.md": "# Page\n\nText.\n"})
    git.commit("2025-02-01", {"sv/a.md": SV}, "Kundcenter")
    return git.docs


def test_it_tells_since_when_a_language_says_it_and_who_never_did(charter: Run, docs: Path) -> None:
    result = charter("history", "customer-centre", "--docs", docs)
    assert (result.status, result.err) == (0, "")
    assert "Grants licence=customer-centre capability=customer-centre" in result.out
    assert "  en  never\n" in result.out
    assert "  sv  since 2025-02-01 (" in result.out
    assert "sv/a.md:5 “Tillgång till Kundcenter.”" in result.out
    assert result.out.endswith("2 rules in the history\n")


def test_as_data_it_has_commits_days_and_lags(charter: Run, docs: Path) -> None:
    data = json.loads(charter("history", "customer-centre", "--docs", docs, "--format", "json").out)
    assert data["id"] == "customer-centre"
    swedish = data["rules"][0]["languages"]["sv"]
    assert swedish["lag_days"] == 0
    assert swedish["periods"][0]["began"]["subject"] == "Kundcenter"
    assert len(swedish["periods"][0]["began"]["commit"]) == 40


def test_nothing_said_is_status_1_and_an_unknown_id_is_misuse(charter: Run, docs: Path) -> None:
    nothing = charter("history", "satellite", "--docs", docs)
    assert (nothing.status, nothing.out) == (1, "0 rules in the history\n")
    unknown = charter("history", "satelite", "--docs", docs)
    assert unknown.status == 2
    assert "there is no id `satelite`" in unknown.err
    assert "nearest: `satellite`" in unknown.err


def test_a_folder_in_no_repository_is_misuse(
    charter: Run, make_docs: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    result = charter("history", "satellite", "--docs", make_docs({"sv/a.md": SV}))
    assert result.status == 2
    assert "in no git repository" in result.err
