"""Commits and files as git keeps them."""

from pathlib import Path

import pytest

from engine.change.history.repository import Repository
from engine.findings import UsageError

from .git import GitDocs


def test_commits_are_those_that_changed_the_docs_the_oldest_first(tmp_path: Path) -> None:
    git = GitDocs(tmp_path / "r", "help/docs")
    git.commit("2025-01-01", {"sv/å b.md": "one"}, "begin: a “subject”")
    git.commit("2025-01-02", {"../../elsewhere.md": "x"}, "elsewhere")
    git.commit("2025-01-03", {"sv/å b.md": "two", "en/c.md": "c"})
    git.commit("2025-01-04", {"en/c.md": None})
    commits = list(Repository(git.docs).commits())
    assert [str(commit.day) for commit in commits] == ["2025-01-01", "2025-01-03", "2025-01-04"]
    assert commits[0].subject == "begin: a “subject”"
    assert [sorted(commit.files) for commit in commits] == [["sv/å b.md"], ["en/c.md", "sv/å b.md"], ["en/c.md"]]
    assert commits[2].files == {"en/c.md": None}


def test_a_merge_brings_its_branch_in_at_once_on_its_day(tmp_path: Path) -> None:
    git = GitDocs(tmp_path / "r")
    git.commit("2025-01-01", {"sv/a.md": "a"})
    git.merge("2025-03-01", {"sv/b.md": "b"})
    commits = list(Repository(git.docs).commits())
    assert [(str(commit.day), sorted(commit.files)) for commit in commits] == [
        ("2025-01-01", ["sv/a.md"]),
        ("2025-03-01", ["sv/b.md"]),
    ]


def test_the_versions_of_a_file_are_read_the_newest_first_by_one_git(tmp_path: Path) -> None:
    git = GitDocs(tmp_path / "r", "help/docs")
    for number, text in enumerate((b"one\n", b"", "två\r\n".encode(), b"one\n"), 1):
        git.commit(f"2025-01-0{number}", {"sv/*a.md": text, "sv/aa.md": f"{number}"})
    repository = Repository(git.docs)
    versions = repository.versions("sv/*a.md")
    with repository.contents() as content:
        assert [content(blob) for blob in versions] == [b"one\n", "två\r\n".encode(), b""]


def test_no_repository_is_misuse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="in no git repository"):
        Repository(tmp_path)


def test_a_lost_object_is_misuse_and_says_how_to_fetch_it(tmp_path: Path) -> None:
    git = GitDocs(tmp_path / "r")
    git.commit("2025-01-01", {"sv/a.md": "a"})
    with pytest.raises(UsageError, match="does not have the object"), Repository(git.docs).contents() as content:
        content("1" * 40)
