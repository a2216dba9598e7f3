"""What a build made, kept beside the site: so that the next one takes over the files that would come out the same."""

import os
from collections.abc import Mapping
from typing import TypeAlias

import msgspec

from engine.cache import Digest, Shelf, Store, digest

Stamp: TypeAlias = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds: a file that has them still is as it was written."""


class Made(msgspec.Struct, frozen=True):
    """The files of one product as they were published."""

    key: Digest
    """Of everything that they were made from."""
    files: dict[str, Stamp]
    """By their place on the site."""
    dead_links: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()
    """Files of the docs folder that they refer to."""
    pack: Digest = ""
    """What keeps their content; empty where nothing does."""
    begin: int = 0
    """Where in the pack their content begins: one file after another."""


class Published(msgspec.Struct, frozen=True):
    """A site as it was published: the products by name."""

    products: dict[str, Made] = {}


class Ledger:
    """Where it is written down what stands in a folder, and what was published last, wherever that was."""

    def __init__(self, store: Store, out: str | os.PathLike[str]) -> None:
        self._shelf = Shelf(store, Published)
        self._key = digest("published", os.path.realpath(out))
        self._last = digest("published")

    def read(self) -> Published:
        """What was published there last, as far as anybody knows."""
        return self._shelf.get(self._key) or Published()

    def last(self) -> Published:
        """What was published last in any folder: packs hold it."""
        return self._shelf.get(self._last) or Published()

    def write(self, products: Mapping[str, Made]) -> None:
        """Write down what was published."""
        record = Published(dict(products))
        self._shelf.put(self._key, record)
        self._shelf.put(self._last, record)


def stamp(path: str) -> Stamp | None:
    """The stamp of a regular file; None where there is none."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    regular = (found.st_mode & 0o170000) == 0o100000
    return (found.st_size, found.st_mtime_ns) if regular else None
