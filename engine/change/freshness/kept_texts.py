"""Files as they were when they were confirmed, kept in the user's cache for where git does not have them."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from engine.cache import Shelf, Store

_MOST = 20
"""Versions of a file that are kept."""


class _Versions(msgspec.Struct, frozen=True):
    contents: tuple[bytes, ...]
    """The newest first."""


class KeptTexts:
    """The versions of the files of one docs folder that somebody confirmed on this machine."""

    def __init__(self, store: Store | None) -> None:
        """
        Args:
            store: the cache of the docs folder; None to keep and know nothing.
        """
        self._shelf = None if store is None else Shelf(store, _Versions)

    def remember(self, root: Path, paths: Iterable[str]) -> None:
        """Keep files as they are now.

        Args:
            root: the docs folder.
            paths: the files, relative to it; one that cannot be read is left out.
        """
        for path in paths if self._shelf else ():
            try:
                content = (root / path).read_bytes()
            except OSError:
                continue
            others = (other for other in self.contents(path) if other != content)
            if self._shelf:
                self._shelf.put(path, _Versions((content, *others)[:_MOST]))

    def contents(self, path: str) -> tuple[bytes, ...]:
        """The kept versions of a file, the newest first."""
        found = self._shelf.get(path) if self._shelf else None
        return found.contents if found else ()
