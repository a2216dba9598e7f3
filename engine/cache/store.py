"""A folder of entries, in files of their own or many to a file.

Nothing that it holds is believed without proof, and no fault of it is an error. Files are written beside their place
and renamed, so that runs at the same time never see half of one. An entry begins with a checksum over its key and
value: one that is damaged, cut off, edited or misplaced counts as absent.
"""

import contextlib
import hashlib
import itertools
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from engine.cache.packs import SUFFIX as _PACK
from engine.cache.packs import Packs

_MAGIC = b"charter cache 1\n"
_SUM = hashlib.sha256().digest_size
_DAY = 24 * 60 * 60
_UNUSED = 30 * _DAY
_BOUND = 512 * 1024 * 1024
_ENTRY, _UNFINISHED, _TIDIED = ".entry", ".part", "tidied"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_MANY = 100
"""Entries after which it is time to tidy."""


class Store:
    """Values by key. The same key always stands for the same value."""

    def __init__(self, folder: Path) -> None:
        """
        Args:
            folder: made when the first value is put in.
        """
        self._folder = folder
        self._writable = True
        self._packs = Packs(os.fspath(folder), _write)

    def get(self, key: str) -> bytes | None:
        """The value of a key; None where there is none that can be trusted."""
        for data, path, used in itertools.chain(self._packs.get(key), self._own(key)):
            head, value = data[: len(_MAGIC) + _SUM], data[len(_MAGIC) + _SUM :]
            if head == _MAGIC + _checksum(key, value):
                if time.time() - used > _DAY:
                    # The time of a file tells when it was last of use.
                    with contextlib.suppress(OSError):
                        os.utime(path)
                return value
        return None

    def _own(self, key: str) -> Iterator[tuple[bytes, str, float]]:
        """What stands in the file of a key, its path, and when it was last of use."""
        path = self._path(key)
        with contextlib.suppress(OSError), open(path, "rb") as file:
            yield file.read(), path, os.fstat(file.fileno()).st_mtime

    def put(self, key: str, value: bytes) -> None:
        """Keep a value. Where that cannot be, nothing happens."""
        self.put_all([(key, value)])

    def put_all(self, values: Sequence[tuple[str, bytes]]) -> None:
        """Keep several values, each with its key, in one file. Where that cannot be, nothing happens."""
        if not self._writable or not values:
            return
        entries = [(key, _MAGIC + _checksum(key, value) + value) for key, value in values]
        try:
            if len(entries) > 1:
                self._packs.put(entries)
            else:
                ((key, data),) = entries
                _write(self._path(key), data)
        except OSError:
            self._writable = False

    @property
    def was_tidied(self) -> bool:
        """Whether `tidy_after` was ever called: a run comes to its end with it."""
        return os.path.exists(self._mark)

    @property
    def _mark(self) -> str:
        return os.path.join(self._folder, _TIDIED)

    def tidy_after(self, entries: int) -> None:
        """Tidy, if that is due: once a day, and when much was put in, for looking through everything takes long.

        Args:
            entries: how many were put in just now.
        """
        mark = self._mark
        try:
            recent = time.time() - os.stat(mark).st_mtime < _DAY
        except OSError:
            recent = False
        if recent and entries < _MANY:
            return
        self.tidy()
        with contextlib.suppress(OSError), open(mark, "wb"):
            os.utime(mark)

    def tidy(self, bound: int = _BOUND) -> None:
        """Drop what was of no use for a month, and the longest unused of what goes beyond a size in bytes."""
        now = time.time()
        left = bound
        for used, size, path in sorted(self._entries(), reverse=True):
            left -= size
            unfinished = path.endswith(_UNFINISHED)
            if left < 0 or now - used > (_DAY if unfinished else _UNUSED):
                with contextlib.suppress(OSError):
                    os.unlink(path)

    def _entries(self) -> Iterator[tuple[float, int, str]]:
        """(when it was last of use, size, path) of every file that a store made."""
        for folder, _, names in os.walk(self._folder):
            for name in names:
                if name.endswith((_ENTRY, _PACK, _UNFINISHED)):
                    path = os.path.join(folder, name)
                    with contextlib.suppress(OSError):
                        found = os.stat(path)
                        yield found.st_mtime, found.st_size, path

    def _path(self, key: str) -> str:
        return os.path.join(self._folder, key[:2], f"{key[2:]}{_ENTRY}")


def _write(path: str, content: bytes) -> None:
    """Make a file as a whole.

    Raises:
        OSError: that cannot be; nothing is left behind.
    """
    unfinished = f"{path}.{os.getpid()}{_UNFINISHED}"
    try:
        file = _create(unfinished)
        try:
            data = memoryview(content)
            while data:
                data = data[os.write(file, data) :]
        finally:
            os.close(file)
        os.replace(unfinished, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(unfinished)
        raise


def _create(path: str) -> int:
    try:
        return os.open(path, _NEW, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        return os.open(path, _NEW, 0o666)


def _checksum(key: str, value: bytes) -> bytes:
    found = hashlib.sha256(key.encode())
    found.update(value)
    return found.digest()
