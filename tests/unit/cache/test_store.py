"""A store gives back what was put in, or nothing."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.cache import Store, digest

KEY, OTHER = digest("a"), digest("b")
VALUE = b"a value" * 100


@pytest.fixture
def store(tmp_path: Path) -> Store:
    found = Store(tmp_path / "cache")
    found.put(KEY, VALUE)
    return found


@pytest.fixture
def entry(store: Store, tmp_path: Path) -> Path:
    """The file of the one entry."""
    (found,) = (path for path in (tmp_path / "cache").rglob("*") if path.is_file())
    return found


def test_what_was_put_in_comes_out_and_nothing_else(store: Store, tmp_path: Path) -> None:
    assert store.get(KEY) == VALUE
    assert Store(tmp_path / "cache").get(KEY) == VALUE
    assert store.get(OTHER) is None
    store.put(KEY, b"")
    assert store.get(KEY) == b""


def test_nothing_is_made_before_something_is_put_in(tmp_path: Path) -> None:
    assert Store(tmp_path / "cache").get(KEY) is None
    Store(tmp_path / "cache").tidy()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:10],
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: data.replace(b"cache 1", b"cache 2"),
        lambda data: data.replace(b"a value", b"A value"),
    ],
    ids=["empty", "head only", "cut off", "longer", "a flipped bit", "another version", "edited"],
)
def test_a_damaged_entry_counts_as_absent_and_can_be_replaced(
    store: Store, entry: Path, damage: Callable[[bytes], bytes]
) -> None:
    entry.write_bytes(damage(entry.read_bytes()))
    assert store.get(KEY) is None
    store.put(KEY, VALUE)
    assert store.get(KEY) == VALUE


def test_an_entry_in_the_place_of_another_counts_as_absent(store: Store, entry: Path) -> None:
    store.put(OTHER, b"other")
    (other,) = (path for path in entry.parent.parent.rglob("*.entry") if path != entry)
    other.write_bytes(entry.read_bytes())
    assert store.get(OTHER) is None


def test_a_folder_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the way")
    store = Store(tmp_path / "cache")
    store.put(KEY, VALUE)
    assert store.get(KEY) is None
    store.tidy()


def test_no_half_written_file_stays_when_writing_fails(store: Store, entry: Path) -> None:
    entry.unlink()
    entry.mkdir()
    store.put(KEY, VALUE)
    assert [path.name for path in entry.parent.iterdir()] == [entry.name]
    assert store.get(KEY) is None


def test_tidying_drops_what_is_unused_for_long_and_the_oldest_beyond_the_bound(store: Store, entry: Path) -> None:
    now = time.time()
    keys = [digest(str(n)) for n in range(4)]
    files = []
    for number, key in enumerate(keys):
        before = set(entry.parent.parent.rglob("*.entry"))
        store.put(key, VALUE)
        (file,) = set(entry.parent.parent.rglob("*.entry")) - before
        os.utime(file, (now - 1000 * number, now - 1000 * number))
        files.append(file)
    os.utime(files[3], (now - 40 * 86400,) * 2)
    foreign = entry.parent / "notes.txt"
    foreign.write_text("not ours")
    os.utime(foreign, (0, 0))
    store.tidy()
    assert [store.get(key) is not None for key in (KEY, *keys)] == [True, True, True, True, False]
    store.tidy(bound=2 * entry.stat().st_size + 1)
    assert [store.get(key) is not None for key in (KEY, *keys)] == [True, True, False, False, False]
    assert foreign.exists()


def test_use_keeps_an_entry_young(store: Store, entry: Path) -> None:
    os.utime(entry, (time.time() - 20 * 86400,) * 2)
    assert store.get(KEY) == VALUE
    assert time.time() - entry.stat().st_mtime < 60


def test_tidying_is_due_once_a_day_and_when_much_was_put_in(store: Store, entry: Path) -> None:
    def is_tidied_after(entries: int) -> bool:
        old = entry.with_name(f"old{entry.suffix}")
        old.write_bytes(b"")
        os.utime(old, (0, 0))
        store.tidy_after(entries)
        return not old.exists()

    assert is_tidied_after(1)
    assert not is_tidied_after(1)
    assert is_tidied_after(1000)
    (mark,) = (path for path in entry.parent.parent.iterdir() if path.is_file())
    os.utime(mark, (time.time() - 2 * 86400,) * 2)
    assert is_tidied_after(1)


def test_a_store_tells_whether_a_run_came_to_its_end(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    store.put("a", b"1")
    assert not store.was_tidied
    store.tidy_after(1)
    assert store.was_tidied
