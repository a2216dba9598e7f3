"""Files beside the pages that the site carries along: pictures, and documents to download."""

import re
import shutil
from pathlib import Path

from engine.pages.includes import stays_inside

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".bmp", ".svg", ".ico"})
_DOCUMENTS = frozenset({".pdf", ".txt", ".csv", ".zip", ".docx", ".xlsx", ".pptx", ".mp4", ".webm", ".mp3"})
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

    def copy(self, site: Path) -> None:
        """Copy every file that was asked for and is there.

        Args:
            site: the folder that is being built.
        """
        for path, wanted in sorted(self._known.items()):
            if wanted:
                target = site / path
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(self._root / path, target)

    def _is_publishable(self, path: str) -> bool:
        suffix = Path(path).suffix.lower()
        if suffix not in _PICTURES | _DOCUMENTS or any(part.startswith(".") for part in path.split("/")):
            return False
        file = self._root / path
        try:
            if not file.is_file() or not stays_inside(self._root, file):
                return False
            return suffix != ".svg" or _ACTIVE.search(file.read_text("utf-8-sig")) is None
        except (OSError, ValueError):
            return False


def is_picture(path: str) -> bool:
    """Whether a path names a picture."""
    return Path(path).suffix.lower() in _PICTURES
