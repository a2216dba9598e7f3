"""Publishing: a finished folder takes the place of the old one, whole.

The new site grows beside the old one. Then the old one is renamed away, the new one renamed in, and the old one
deleted. Killed at any point, either the old or the new site is there, or the next run puts the old one back.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.findings import UsageError

MARKER = ".charter-site"
"""The file by which a folder is known to be Charter's own, to be replaced as a whole."""
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
        """Put the folder in its place."""
        if self.out.exists():
            # An empty folder of the user's becomes Charter's here, so that a leftover of it is known as ours.
            (self.out / MARKER).write_text(_MARKER_TEXT, "utf-8")
            self.out.rename(self._old)
        try:
            self.folder.rename(self.out)
        except OSError:
            if self._old.exists():
                self._old.rename(self.out)
            raise
        self.clean()

    def clean(self) -> None:
        """Remove what is not the site. The marker goes last, so that a killed removal can be taken up again."""
        for leftover in (self.folder, self._old):
            if leftover == self._old and not self.out.exists():
                continue
            if leftover.is_dir() and not leftover.is_symlink() and _is_ours(leftover):
                for entry in os.scandir(leftover):
                    if entry.is_dir(follow_symlinks=False):
                        shutil.rmtree(entry.path)
                    elif entry.name != MARKER:
                        os.unlink(entry.path)
                (leftover / MARKER).unlink(missing_ok=True)
                leftover.rmdir()


def _is_ours(folder: Path) -> bool:
    """Whether a folder may be replaced: it has the marker, or nothing in it."""
    return folder.is_dir() and ((folder / MARKER).is_file() or not any(folder.iterdir()))
