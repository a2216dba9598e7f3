"""Files that changed since a revision: committed, not committed, new and gone."""

from pathlib import Path

import pytest

from engine.change.since import changed_since
from engine.findings import UsageError
from tests.repositories import git


class Repository:
    """A git repository with a docs folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.docs = folder, folder / "help" / "docs"
        self.git("init", "--quiet", "--initial-branch=main")
        self.write("sv/a.md", "a")
        self.write("sv/b.md", "b")
        self.write("sv/å c.md", "c")
        (folder / "elsewhere.md").write_text("x")
        self.commit()

    def git(self, *arguments: str) -> None:
        git(self.folder, *arguments)

    def write(self, path: str, text: str) -> None:
        (self.docs / path).parent.mkdir(parents=True, exist_ok=True)
        (self.docs / path).write_text(text, encoding="utf-8")

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "--quiet", "--message", "x")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return Repository(tmp_path)


def test_nothing_changed(repository: Repository) -> None:
    assert changed_since(repository.docs, "HEAD") == frozenset()


def test_edited_new_renamed_and_deleted_files_count_and_those_elsewhere_do_not(repository: Repository) -> None:
    repository.write("sv/a.md", "edited")
    (repository.docs / "sv/b.md").unlink()
    (repository.docs / "sv/å c.md").rename(repository.docs / "sv/d.md")
    repository.write("nl/new.md", "new")
    (repository.folder / "elsewhere.md").write_text("edited")
    assert changed_since(repository.docs, "main") == {"sv/a.md", "sv/b.md", "sv/å c.md", "sv/d.md", "nl/new.md"}


def test_only_what_changed_on_this_side_since_the_branches_parted_counts(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "topic")
    repository.write("sv/a.md", "mine")
    repository.commit()
    repository.git("checkout", "--quiet", "main")
    repository.write("sv/b.md", "theirs")
    repository.commit()
    repository.git("checkout", "--quiet", "topic")
    assert changed_since(repository.docs, "main") == {"sv/a.md"}


def test_ignored_files_do_not_count(repository: Repository) -> None:
    repository.write(".gitignore", "*.tmp\n")
    repository.write("sv/x.tmp", "x")
    assert changed_since(repository.docs, "HEAD") == {".gitignore"}


@pytest.mark.parametrize("revision", ["nonsense", "--output=/tmp/x", "HEAD~9", ""])
def test_a_revision_that_is_none_is_misuse(repository: Repository, revision: str) -> None:
    with pytest.raises(UsageError, match="knows no revision"):
        changed_since(repository.docs, revision)


def test_branches_without_common_history_are_misuse(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "--orphan", "other")
    repository.write("sv/a.md", "another beginning")
    repository.commit()
    with pytest.raises(UsageError, match="no common history"):
        changed_since(repository.docs, "main")


def test_a_folder_outside_of_any_repository_is_misuse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="in no git repository"):
        changed_since(tmp_path, "HEAD")


def test_without_git_it_is_misuse(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(UsageError, match="needs git"):
        changed_since(repository.docs, "HEAD")
