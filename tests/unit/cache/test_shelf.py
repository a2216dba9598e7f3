from pathlib import Path

import msgspec

from engine.cache import Shelf, Store, digest


class Point(msgspec.Struct, frozen=True):
    x: int


class Name(msgspec.Struct, frozen=True):
    x: str


def test_records_come_back_as_they_were(tmp_path: Path) -> None:
    shelf = Shelf(Store(tmp_path), Point)
    shelf.put(digest("a"), Point(1))
    assert shelf.get(digest("a")) == Point(1)
    assert shelf.get(digest("b")) is None


def test_records_of_two_types_do_not_meet(tmp_path: Path) -> None:
    Shelf(Store(tmp_path), Point).put(digest("a"), Point(1))
    assert Shelf(Store(tmp_path), Name).get(digest("a")) is None


def test_what_does_not_fit_the_type_counts_as_absent(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for data in (b"", b"\xc1", msgspec.msgpack.encode({"x": "one"}), msgspec.msgpack.encode([1])):
        store.put(digest(f"{__name__}.Point", digest("a")), data)
        assert Shelf(store, Point).get(digest("a")) is None
