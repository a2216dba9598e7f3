"""A copy of a docs folder in which one file at a time is changed, read and put back."""

import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.localedata import Locales
from engine.rules import Docs, read_docs, reread

_SECOND = 1_000_000_000


class Workspace:
    """The copy, as it is while nothing is changed, and a way to see it with a change."""

    def __init__(self, docs: Docs) -> None:
        self.docs = docs
        self._writes = 0

    def changed(self, path: str, content: bytes) -> Docs:
        """The docs folder with another content of one file. Afterwards the file is as it was."""
        file = self.docs.tree.root / path
        before = file.read_bytes()
        try:
            self._write(file, content)
            return reread(self.docs, path)
        finally:
            self._write(file, before)

    def _write(self, file: Path, content: bytes) -> None:
        file.write_bytes(content)
        # Two writes within one tick of the clock would look like one to whoever keeps files by their time.
        self._writes += 1
        os.utime(file, ns=(self._writes * _SECOND, self._writes * _SECOND))


@contextmanager
def workspace(
    docs: Path,
    locales: Locales,
    languages: Collection[str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Workspace]:
    """A copy of a docs folder, which itself is only read; it is removed in the end.

    Args:
        docs: the folder with one folder per language.
        locales: the languages that can be read.
        languages: copy and read only these; None for all.
        progress: told (files read, files in all).

    Raises:
        UsageError: as `read_docs`.
    """
    # Read first: a wrong folder is told before anything is copied.
    read_docs(docs, locales, languages=languages, progress=progress)
    with tempfile.TemporaryDirectory(prefix="charter-") as folder:
        copy = Path(folder) / "docs"
        shutil.copytree(docs, copy, ignore_dangling_symlinks=True)
        yield Workspace(read_docs(copy, locales, languages=languages))
