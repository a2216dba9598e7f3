"""Output files are old or new, and whole."""

import os
from pathlib import Path

import pytest

from engine.findings import UsageError
from engine.report.writing import write_file


def test_a_file_is_written_as_it_is_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    write_file(tmp_path / "a.json", "å\n")
    assert (tmp_path / "a.json").read_bytes() == "å\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_an_old_file_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")
    path.chmod(0o640)
    write_file(path, "new")
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new", 0o640)


def test_a_write_that_breaks_off_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")

    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", broken)
    with pytest.raises(UsageError, match="No space left"):
        write_file(path, "new")
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("a.json", "old")]


@pytest.mark.parametrize("place", ["none/a.json", "folder"])
def test_no_such_folder_and_a_folder_itself_are_misuse(tmp_path: Path, place: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UsageError, match="cannot write the file"):
        write_file(tmp_path / place, "x")
    assert list((tmp_path / "folder").iterdir()) == []
