"""A docs folder as it was at a git revision, in a folder that is gone afterwards."""

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.findings import UsageError


def is_revision(docs: Path, text: str) -> bool:
    """Whether git knows a commit by this name in the repository of a docs folder."""
    return _git(docs, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{text}^{{commit}}") is not None


@contextmanager
def docs_at(docs: Path, revision: str) -> Iterator[Path]:
    """The docs folder as it was at a revision.

    Args:
        docs: the folder as it is now, in a git repository.
        revision: a branch, tag or commit.

    Raises:
        UsageError: git does not know the revision, or has no such folder in it.
    """
    commit = _git(docs, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    archive = commit and _git(docs, "archive", "--format=tar", commit.decode().strip(), "--", ".")
    if archive is None:
        raise UsageError(
            f"git has no docs folder at the revision `{revision}`",
            where=str(docs),
            help="name a docs folder, a lock, or a branch, tag or commit that is there",
        )
    with tempfile.TemporaryDirectory(prefix="charter-") as folder:
        with tarfile.open(fileobj=io.BytesIO(archive or b"")) as tar:
            tar.extractall(folder, filter="data")
        yield Path(folder)


def _git(docs: Path, *arguments: str) -> bytes | None:
    """What git prints; None where it fails or is not there."""
    if not docs.is_dir():
        return None
    try:
        # The program is the user's own git; the revision cannot be taken for an option.
        result = subprocess.run(["git", "-C", str(docs), *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except FileNotFoundError:
        return None
    return result.stdout if result.returncode == 0 else None
