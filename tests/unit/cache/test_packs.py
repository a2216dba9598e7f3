"""Values that are put in together are there one by one."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.cache import Store, digest

VALUES = {digest(str(n)): f"value {n} ".encode() * 50 for n in range(5)}
FIRST, *OTHERS = VALUES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Store(tmp_path / "cache").put_all(list(VALUES.items()))
    return tmp_path / "cache"


@pytest.fixture
def pack(folder: Path) -> Path:
    (found,) = (path for path in folder.rglob("*") if path.is_file())
    return found


def found(store: Store) -> dict[str, bytes]:
    return {key: value for key in VALUES if (value := store.get(key)) is not None}


def test_each_value_comes_out_under_its_key(folder: Path) -> None:
    store = Store(folder)
    assert found(store) == VALUES
    assert store.get(digest("none")) is None


def test_what_another_run_puts_in_is_found(folder: Path) -> None:
    store = Store(folder)
    assert store.get(digest("x")) is None
    Store(folder).put_all([(digest("x"), b"x"), (digest("y"), b"y")])
    assert store.get(digest("x")) == b"x"


def test_a_damaged_value_is_absent_and_the_others_are_there(folder: Path, pack: Path) -> None:
    data = pack.read_bytes()
    pack.write_bytes(data.replace(b"value 0", b"value 9"))
    store = Store(folder)
    assert found(store) == {key: VALUES[key] for key in OTHERS}
    store.put(FIRST, VALUES[FIRST])
    assert found(store) == found(Store(folder)) == VALUES
    store.put_all([(FIRST, VALUES[FIRST]), (digest("x"), b"x")])
    assert found(store) == found(Store(folder)) == VALUES


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:20],
        lambda data: data[:100],
        lambda data: data.replace(b"pack 1", b"pack 2"),
        lambda data: data[:15] + b"\xff" * 8 + data[23:],
        lambda data: data[:23] + b"\xc1" + data[24:],
        lambda data: data[:-1] + b"?",
    ],
    ids=["empty", "no list", "half a list", "another version", "a list without end", "no list of entries", "a byte"],
)
def test_a_damaged_pack_is_no_failure_and_can_be_replaced(
    folder: Path, pack: Path, damage: Callable[[bytes], bytes]
) -> None:
    pack.write_bytes(damage(pack.read_bytes()))
    store = Store(folder)
    assert found(store).items() <= VALUES.items()
    assert len(found(store)) < len(VALUES)
    store.put_all(list(VALUES.items()))
    assert found(store) == found(Store(folder)) == VALUES


def test_a_pack_that_is_gone_is_no_failure(folder: Path, pack: Path) -> None:
    store = Store(folder)
    assert found(store) == VALUES
    pack.unlink()
    assert found(store) == {}


def test_use_keeps_a_pack_and_tidying_drops_what_is_unused(folder: Path, pack: Path) -> None:
    os.utime(pack, (time.time() - 20 * 86400,) * 2)
    assert Store(folder).get(FIRST) == VALUES[FIRST]
    assert time.time() - pack.stat().st_mtime < 60
    os.utime(pack, (time.time() - 40 * 86400,) * 2)
    Store(folder).tidy()
    assert not pack.exists()
