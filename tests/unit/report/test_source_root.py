"""Paths for platforms: from the root of the repository, wherever the command runs."""

from pathlib import Path

import pytest

from engine.report.source_root import SourceRoot


def test_in_a_repository_paths_count_from_its_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = tmp_path / "help" / "docs"
    docs.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(docs)
    root = SourceRoot(Path("."))
    assert (root.folder, root.path("sv/x.md")) == (tmp_path, "help/docs/sv/x.md")


def test_outside_of_one_they_count_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    assert SourceRoot(Path("docs")).path("sv/x.md") == "docs/sv/x.md"


def test_docs_elsewhere_count_from_themselves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("docs", "here"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "here")
    root = SourceRoot(tmp_path / "docs")
    assert (root.folder, root.path("sv/x.md")) == (tmp_path / "docs", "sv/x.md")
