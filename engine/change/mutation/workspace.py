"""A copy of a docs folder in which one file at a time is changed, read and put back."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.contract.lock import FILE as LOCK
from engine.findings import UsageError
from engine.localedata import Locales
from engine.pages.discovery import language_folders
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
def workspace(docs: Path, locales: Locales) -> Iterator[Workspace]:
    """A copy of a docs folder, which itself is only read; it is removed in the end.

    Args:
        docs: the folder with one folder per language.
        locales: the languages that can be read.

    Raises:
        UsageError: as `copies`.
    """
    with copies(docs, locales, 1) as (copy,):
        yield Workspace(read_docs(copy, locales))


@contextmanager
def copies(docs: Path, locales: Locales, count: int) -> Iterator[tuple[Path, ...]]:
    """Copies of a docs folder that are removed in the end.

    Raises:
        UsageError: no such folder, no language in it; or there is one language only, so that nothing can disagree.
    """
    # Looked at first: a wrong folder is told before anything is copied.
    if len(language_folders(docs, locales.folders, None)) < 2:
        raise UsageError("the docs folder has one language only", where=str(docs), help="add a second language folder")
    with tempfile.TemporaryDirectory(prefix="charter-") as folder:
        made = tuple(Path(folder) / str(number) / "docs" for number in range(count))
        for copy in made:
            shutil.copytree(docs, copy, ignore_dangling_symlinks=True)
            # Drift has to be found by what languages say, not by the memory of what they said.
            (copy / LOCK).unlink(missing_ok=True)
        yield made
