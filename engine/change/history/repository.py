"""The git repository that holds a docs folder: commits, and the files as they were."""

import datetime as dt
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from engine.findings import UsageError

_COMMIT = b"\x01"
"""Begins the line of a commit: git quotes it in paths."""
_NONE = "0" * 40
_NEEDED = "install git, and work in a clone of the repository that holds the docs folder"


class Commit(msgspec.Struct, frozen=True):
    """A commit of the main line."""

    id: str
    day: dt.date
    """When it was made, where it was made."""
    subject: str
    files: dict[str, str | None]
    """Path relative to the docs folder -> the blob that it put there; None for a file that it removed."""


class Repository:
    """Read-only access to the history of a docs folder."""

    def __init__(self, docs: Path) -> None:
        """
        Args:
            docs: the docs folder, in a working tree.

        Raises:
            UsageError: no git, or the folder is in no repository.
        """
        self._docs = docs
        inside = self._git("rev-parse", "--show-prefix", what="the docs folder is in no git repository")
        self._prefix = inside.decode("utf-8", "surrogateescape").removesuffix("\n")

    def commits(self) -> Iterator[Commit]:
        """The commits that changed the docs folder, the oldest first; a merge counts as what it brought in.

        Paths are those of today: what the docs folder was called before is not followed.
        """
        output = self._git(
            *("log", "--first-parent", "-m", "--raw", "--no-renames", "--no-abbrev", "--reverse", "-z"),
            *("--format=%x01%H %cs %s", "--", "."),
            what="git cannot list the history",
        )
        for part in output.split(_COMMIT)[1:]:
            head, *rest = part.split(b"\0")
            id, day, subject = f"{_text(head)}  ".split(" ", 2)
            files: dict[str, str | None] = {}
            for change, path in zip(*_pairs(rest), strict=True):
                blob = change.split()[3].decode()
                name = _text(path)
                if name.startswith(self._prefix):
                    files[name.removeprefix(self._prefix)] = None if blob == _NONE else blob
            yield Commit(id, dt.date.fromisoformat(day), subject.strip(), files)

    def versions(self, path: str) -> tuple[str, ...]:
        """The blobs that a file has been, the newest first.

        Args:
            path: relative to the docs folder.
        """
        output = self._git(
            *("log", "--first-parent", "-m", "--raw", "--no-renames", "--no-abbrev", "-z", "--format="),
            *("--", f":(literal){path}"),
            what="git cannot list the history",
        )
        parts = [part for part in output.split(b"\0") if part.startswith(b":")]
        blobs = dict.fromkeys(part.split()[3].decode() for part in parts)
        return tuple(blob for blob in blobs if blob != _NONE)

    @contextmanager
    def contents(self) -> Iterator[Callable[[str], bytes]]:
        """Gives what blobs hold, one after the other; one git answers for all of them.

        Raises:
            UsageError: a blob is not there, as in a clone of a part of the history.
        """
        command = ["git", "-C", str(self._docs), "cat-file", "--batch"]
        # The program is the user's own git, and what it is asked for are its own object names.
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603

            def content(blob: str) -> bytes:
                asked, answered = process.stdin, process.stdout
                if asked is None or answered is None:
                    return b""
                asked.write(f"{blob}\n".encode())
                asked.flush()
                header = answered.readline().split()
                if len(header) < 3:
                    what = f"git does not have the object `{blob}`"
                    raise UsageError(
                        what, where=str(self._docs), help="fetch the whole history: `git fetch --unshallow`"
                    )
                data = answered.read(int(header[2]))
                answered.read(1)
                return data

            yield content

    def _git(self, *arguments: str, what: str) -> bytes:
        # Names as they are in the repository, whatever the user's settings make of them.
        command = ["git", "-C", str(self._docs), "-c", "core.quotePath=false", *arguments]
        try:
            result = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
        except FileNotFoundError:
            raise UsageError("there is no git here", help=_NEEDED) from None
        if result.returncode:
            said = _text(result.stderr).strip().splitlines()
            raise UsageError(f"{what}: {said[0]}" if said else what, where=str(self._docs), help=_NEEDED)
        return result.stdout


def _pairs(parts: list[bytes]) -> tuple[list[bytes], list[bytes]]:
    """Changes and their paths, which follow each other."""
    kept = [part.lstrip(b"\n") for part in parts if part.strip(b"\n")]
    return kept[::2], kept[1::2]


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")
