from pathlib import Path

import platformdirs
import pytest

from engine.cache import digest, open_cache
from engine.cache.place import VARIABLE


def files(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*.entry")}


@pytest.mark.parametrize("named", [True, False])
def test_every_docs_folder_has_a_place_of_its_own_outside_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: bool
) -> None:
    if named:
        monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    else:
        monkeypatch.delenv(VARIABLE)
        monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: tmp_path / "cache")
    for name in ("one", "two"):
        (tmp_path / name / "docs").mkdir(parents=True)
        open_cache(tmp_path / name / "docs").put(digest("a"), name.encode())
    assert [open_cache(tmp_path / name / "docs").get(digest("a")) for name in ("one", "two")] == [b"one", b"two"]
    assert len(files(tmp_path / "cache")) == len(files(tmp_path)) == 2


def test_however_a_folder_is_named_its_place_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "docs")
    open_cache(tmp_path / "docs").put(digest("a"), b"1")
    monkeypatch.chdir(tmp_path)
    for name in ("docs", "./docs/", "link", "docs/../docs"):
        assert open_cache(Path(name)).get(digest("a")) == b"1"


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    for name in ("/", str(tmp_path / "Hilfe für alle: ¿?"), str(tmp_path / ("x" * 250))):
        open_cache(Path(name)).put(digest(name), b"1")
        assert open_cache(Path(name)).get(digest(name)) == b"1"
