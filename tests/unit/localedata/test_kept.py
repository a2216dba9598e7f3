"""Locales are loaded once for as long as their files stand as they are."""

import shutil
from pathlib import Path

import pytest

from engine.cache import Store
from engine.findings import LocaleError, UsageError
from engine.localedata import installed_locales, kept, load_kept_locales, load_locales


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(installed_locales(), tmp_path / "locales"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


def test_what_was_loaded_is_what_is_kept(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = load_kept_locales(folder, store)
    monkeypatch.setattr(kept, "load_locales", None)
    again = load_kept_locales(folder, store)
    assert again == loaded == load_locales(folder)
    messages = again.get("sv").messages
    assert [messages.ngettext("{count} page", "{count} pages", n) for n in (1, 2)] == ["1 sida", "2 sidor"]


@pytest.mark.parametrize("name", ["vocabulary.toml", "sv/terms.toml", "sv/LC_MESSAGES/charter.po"])
def test_any_edit_is_seen(folder: Path, store: Store, name: str) -> None:
    load_kept_locales(folder, store)
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write("\n= broken\n")
    with pytest.raises(LocaleError):
        load_kept_locales(folder, store)


def test_a_language_that_goes_is_gone(folder: Path, store: Store) -> None:
    assert "sv" in load_kept_locales(folder, store).languages
    shutil.rmtree(folder / "sv")
    assert "sv" not in load_kept_locales(folder, store).languages


def test_no_folder_is_misuse(tmp_path: Path, store: Store) -> None:
    with pytest.raises(UsageError):
        load_kept_locales(tmp_path / "absent", store)
