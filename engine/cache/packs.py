"""Files that hold many entries each: a file system takes long to make thousands of small ones.

A pack begins with a list of what it holds. Whether an entry can be trusted, the entry itself tells.
"""

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from engine.cache.digest import digest

SUFFIX = ".pack"
_FOLDER = "packs"
_MAGIC = b"charter pack 1\n"
_LENGTH = 8
"""Bytes of the number that tells how long the list is."""
_Listed = list[tuple[str, int]]
_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(_Listed)


class _Place(NamedTuple):
    pack: str
    begin: int
    size: int


class Packs:
    """The packs of one folder."""

    def __init__(self, folder: str, write: Callable[[str, bytes], None]) -> None:
        """
        Args:
            folder: the folder of the store.
            write: makes a file as a whole, or raises OSError.
        """
        self._folder = os.path.join(folder, _FOLDER)
        self._write = write
        self._places: dict[str, tuple[_Place, ...]] = {}
        self._listed: set[str] = set()
        self._state: int | None = None

    def put(self, entries: Sequence[tuple[str, bytes]]) -> None:
        """Keep entries in one file.

        Args:
            entries: the key of each, and its data.

        Raises:
            OSError: that cannot be.
        """
        listed = _encoder.encode([(key, len(data)) for key, data in entries])
        name = f"{digest(*(key for key, _ in entries))}{SUFFIX}"
        head = _MAGIC + len(listed).to_bytes(_LENGTH, "big") + listed
        self._write(os.path.join(self._folder, name), b"".join((head, *(data for _, data in entries))))
        self._listed.discard(name)
        self._state = None

    def get(self, key: str) -> Iterator[tuple[bytes, str, float]]:
        """What there is under a key: mostly one entry, or none.

        Returns:
            The data, the path of its file, and when that was last of use, in seconds.
        """
        if key not in self._places:
            self._look()
        for place in self._places.get(key, ()):
            with contextlib.suppress(OSError), open(place.pack, "rb") as file:
                file.seek(place.begin)
                yield file.read(place.size), place.pack, os.fstat(file.fileno()).st_mtime

    def _look(self) -> None:
        """Look for packs that came since the last time."""
        try:
            state = os.stat(self._folder).st_mtime_ns
            if state == self._state:
                return
            names = sorted(name for name in os.listdir(self._folder) if name.endswith(SUFFIX))
        except OSError:
            return
        self._state = state
        for name in names:
            if name not in self._listed:
                self._listed.add(name)
                self._list(os.path.join(self._folder, name))

    def _list(self, pack: str) -> None:
        try:
            with open(pack, "rb") as file:
                if file.read(len(_MAGIC)) != _MAGIC:
                    return
                length = int.from_bytes(file.read(_LENGTH), "big")
                listed = _decoder.decode(file.read(min(length, os.fstat(file.fileno()).st_size)))
        except (OSError, msgspec.MsgspecError):
            return
        begin = len(_MAGIC) + _LENGTH + length
        for key, size in listed:
            place = _Place(pack, begin, size)
            known = self._places.get(key, ())
            if place not in known:
                self._places[key] = (*known, place)
            begin += size
