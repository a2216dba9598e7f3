"""A docs folder as git has it at a revision."""

from pathlib import Path

import pytest

from engine.contract.revisions import docs_at, is_revision
from engine.findings import UsageError
from tests.repositories import git


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A docs folder inside a repository, edited since its one commit."""
    page = tmp_path / "docs" / "en" / "x.md"
    page.parent.mkdir(parents=True)
    page.write_text("old")
    (tmp_path / "other.txt").write_text("beside")
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "x"], ["tag", "v1"]):
        git(tmp_path, *arguments)
    page.write_text("new")
    return tmp_path / "docs"


def test_the_folder_alone_is_there_as_it_was_and_gone_afterwards(docs: Path) -> None:
    with docs_at(docs, "v1") as folder:
        assert [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()] == ["en/x.md"]
        assert (folder / "en" / "x.md").read_text() == "old"
    assert not folder.exists()
    assert (docs / "en" / "x.md").read_text() == "new"


def test_what_git_does_not_know_is_no_revision(docs: Path, tmp_path: Path) -> None:
    assert is_revision(docs, "HEAD")
    assert not is_revision(docs, "v2")
    assert not is_revision(docs, "--all")
    assert not is_revision(tmp_path / "none", "HEAD")
    with pytest.raises(UsageError), docs_at(docs, "v2"):
        pass
