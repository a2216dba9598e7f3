"""Files beside the pages that the site carries along: pictures, and documents to download."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from engine.pages.includes import stays_inside

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".bmp", ".svg", ".ico"})
_DOCUMENTS = frozenset({".pdf", ".txt", ".csv", ".zip", ".docx", ".xlsx", ".pptx", ".mp4", ".webm", ".mp3"})
_SUFFIXES = tuple(_PICTURES | _DOCUMENTS)
_ACTIVE = re.compile(r"<\s*(script|foreignobject|iframe|!entity)|\bon\w+\s*=|(java|vb)script:", re.IGNORECASE)
"""What makes an SVG picture more than a picture when it is opened by itself."""


class StaticFiles:
    """Finds files that pages refer to, and copies the ones that were found."""

    def __init__(self, root: Path) -> None:
        """
        Args:
            root: the docs folder.
        """
        self._root = root
        self._known: dict[str, bool] = {}

    def has(self, path: str) -> bool:
        """Whether the site carries a file of the docs folder.

        Args:
            path: relative to the docs folder, without `..`.
        """
        if path not in self._known:
            self._known[path] = self._is_publishable(path)
        return self._known[path]

    def state(self) -> Iterator[str]:
        """What there is to find, in one fixed order: a digest of it tells whether links lead to the same."""
        for folder, folders, names in os.walk(self._root):
            folders.sort()
            for name in sorted(names):
                if name.endswith(_SUFFIXES):
                    path = os.path.join(folder, name)
                    yield os.path.relpath(path, self._root)
                    # Whether a drawing is published depends on what it holds; any other file is by its name.
                    if name.endswith(".svg") or os.path.islink(path):
                        yield self.version(os.path.relpath(path, self._root))

    def version(self, path: str) -> str:
        """A word that changes when a file does.

        Args:
            path: relative to the docs folder.
        """
        try:
            found = os.stat(self._root / path)
        except OSError:
            return ""
        return f"{found.st_size} {found.st_mtime_ns}"

    def copy(self, path: str, target: Path) -> None:
        """Copy a file.

        Args:
            path: relative to the docs folder; of a file that there is.
            target: where to.
        """
        shutil.copyfile(self._root / path, target)

    def _is_publishable(self, path: str) -> bool:
        suffix = os.path.splitext(path)[1].lower()
        if suffix not in _SUFFIXES or path.startswith(".") or "/." in path:
            return False
        try:
            if not os.path.isfile(f"{self._root}/{path}"):
                return False
            file = self._root / path
            if not stays_inside(self._root, file):
                return False
            return suffix != ".svg" or _ACTIVE.search(file.read_text("utf-8-sig")) is None
        except (OSError, ValueError):
            return False


def is_picture(path: str) -> bool:
    """Whether a path names a picture."""
    return os.path.splitext(path)[1].lower() in _PICTURES
