"""Publishing: a finished folder takes the place of the old one, whole.

The new site grows beside the old one. Then the two change names, and the old one is deleted. Where the system cannot
exchange names at once, the old one is renamed away before the new one is renamed in: killed between the two, the next
run puts the old one back.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.findings import UsageError
from engine.pages.beside import Beside

MARKER = ".charter-site"
"""The file by which a folder is known to be Charter's own, to be replaced as a whole."""
_HERE, _EXCHANGE = -100, 2
"""`AT_FDCWD` and `RENAME_EXCHANGE` of Linux."""
_MARKER_TEXT = "This folder is written by `charter build`, which replaces it as a whole.\n"


def check_place(out: Path, docs: Path) -> None:
    """Make sure that a site may be published here.

    Args:
        out: where the site shall be.
        docs: the docs folder, which must lie apart from it.

    Raises:
        UsageError: it may not.
    """
    out, docs = out.resolve(), docs.resolve()
    where = str(out)
    if out == out.parent:
        raise UsageError("the root of a file system cannot be a site", where=where, help="name a folder of its own")
    if out == docs or out in docs.parents:
        raise UsageError("the site would replace the docs folder", where=where, help="name a folder beside it")
    if docs in out.parents:
        raise UsageError("the site would lie inside the docs folder", where=where, help="name a folder beside it")
    if out.exists() and not out.is_dir():
        raise UsageError("this is a file", where=where, help="name a folder")
    if out.exists() and not _is_ours(out):
        raise UsageError(
            "this folder holds files that are no Charter site", where=where, help="name a new or an empty folder"
        )


@contextmanager
def staged(out: Path) -> Iterator["Stage"]:
    """A folder to build a site in. What is not published is removed at the end.

    Args:
        out: where the site shall be in the end; see `check_place`.

    Raises:
        UsageError: the folder cannot be written.
    """
    stage = Stage(out.resolve())
    try:
        stage.prepare()
        yield stage
    except OSError as error:
        what = f"cannot write the site: {error.strerror or error}"
        raise UsageError(what, where=str(error.filename or out), help="choose another --out") from error
    finally:
        stage.clean()


class Stage:
    """The folder of a site that is not published yet."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.folder = out.parent / f".{out.name}.charter-new"
        """Where the site is built."""
        self._old = out.parent / f".{out.name}.charter-old"
        self._cleaning: Beside | None = None

    def prepare(self) -> None:
        """Mend what a killed run left behind, and make an empty folder."""
        for leftover in (self.folder, self._old):
            if leftover.is_symlink() or (leftover.exists() and not _is_ours(leftover)):
                raise UsageError(
                    "this place is needed for a moment and is not Charter's",
                    where=str(leftover),
                    help="move it away, or choose another --out",
                )
        if self._old.exists() and not self.out.exists():
            self._old.rename(self.out)
        self.clean()
        self.folder.mkdir(parents=True)
        (self.folder / MARKER).write_text(_MARKER_TEXT, "utf-8")

    def publish(self) -> None:
        """Put the folder in its place. What is left is removed beside other work."""
        if not self.out.exists():
            self.folder.rename(self.out)
            return
        # An empty folder of the user's becomes Charter's here, so that a leftover of it is known as ours.
        (self.out / MARKER).write_text(_MARKER_TEXT, "utf-8")
        if not exchange(self.folder, self.out):
            self.out.rename(self._old)
            try:
                self.folder.rename(self.out)
            except OSError:
                self._old.rename(self.out)
                raise
        self._cleaning = Beside(self._remove_leftovers)

    def clean(self) -> None:
        """Remove what is not the site."""
        if self._cleaning is not None:
            self._cleaning.result()
        self._remove_leftovers()

    def _remove_leftovers(self) -> bytes:
        for leftover in (self.folder, self._old):
            if leftover == self._old and not self.out.exists():
                continue
            if leftover.is_dir() and not leftover.is_symlink() and _is_ours(leftover):
                _remove(leftover)
        return b""


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change names at once. False, and nothing is done, where the system cannot do it."""
    if sys.platform != "linux":
        return False
    # Loaded where it is needed: no other part of publishing calls the system by itself.
    import ctypes

    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    names = os.fsencode(one), os.fsencode(other)
    return rename is not None and rename(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0


def _remove(folder: Path) -> None:
    """Remove a site. The marker goes last, so that a killed removal can be taken up again."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        elif entry.name != MARKER:
            os.unlink(entry.path)
    (folder / MARKER).unlink(missing_ok=True)
    folder.rmdir()


def _is_ours(folder: Path) -> bool:
    """Whether a folder may be replaced: it has the marker, or nothing in it."""
    return folder.is_dir() and ((folder / MARKER).is_file() or not any(folder.iterdir()))
