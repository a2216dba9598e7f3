"""The files of a site that is being built: new ones are written, unchanged ones taken over from the old site."""

import os
from collections.abc import Mapping
from pathlib import Path

from site_builder.published import Stamp, stamp


class StagedFiles:
    """Puts files into the folder of a site that is not published yet."""

    def __init__(self, folder: Path, old: Path) -> None:
        """
        Args:
            folder: the new site.
            old: the one that stands where it shall stand, if any.
        """
        self.folder = folder
        self._new, self._old = str(folder), str(old)
        self._folders: set[str] = set()

    def put(self, place: str, data: bytes) -> Stamp:
        """Write a file."""
        path = self.path(place)
        with open(path, "wb") as file:
            file.write(data)
        return stamp(path) or (len(data), 0)

    def path(self, place: str) -> str:
        """Where a file is to be written; its folder is made."""
        folder = place.rpartition("/")[0]
        if folder not in self._folders:
            os.makedirs(f"{self._new}/{folder}", exist_ok=True)
            self._folders.add(folder)
        return f"{self._new}/{place}"

    def take_over(self, files: Mapping[str, Stamp]) -> bool:
        """Take files over from the old site without copying them: the two are one file until the old name goes.

        Returns:
            False, and none is taken, where one of them is not as it was published or cannot be shared.
        """
        taken: list[str] = []
        for place, known in files.items():
            source, target = f"{self._old}/{place}", self.path(place)
            try:
                if stamp(source) == known:
                    os.link(source, target)
                    taken.append(target)
                    continue
            except OSError:
                pass
            for path in taken:
                os.unlink(path)
            return False
        return True
