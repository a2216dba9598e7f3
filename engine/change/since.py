"""Which files of a docs folder changed since a revision, as git tells it."""

import subprocess
from pathlib import Path

from engine.findings import UsageError


def changed_since(docs: Path, revision: str) -> frozenset[str]:
    """The files below a docs folder that differ from where the working tree parted from a revision.

    Counted are commits since then, changes that are not committed, and new files that git does not ignore.

    Args:
        docs: the docs folder.
        revision: a branch, tag or commit: `origin/main`.

    Returns:
        Paths relative to the docs folder, with forward slashes; also of files that are gone.

    Raises:
        UsageError: no git, no repository, no such revision, or nothing in common with it.
    """
    _git(
        docs, "rev-parse", "--show-toplevel", what="the docs folder is in no git repository", help="leave out --changed"
    )
    commit = _git(
        docs,
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        f"{revision}^{{commit}}",
        what=f"git knows no revision `{revision}`",
        help="fetch it, or name a branch, tag or commit that is there",
    )[0]
    base = _git(
        docs,
        "merge-base",
        commit,
        "HEAD",
        what=f"git finds no common history with `{revision}`",
        help="fetch the whole history: `git fetch --unshallow`",
    )[0]
    failed = "git cannot list the changed files"
    changed = _git(docs, "diff", "--name-only", "--no-renames", "--relative", "-z", base, "--", ".", what=failed)
    new = _git(docs, "ls-files", "--others", "--exclude-standard", "-z", "--", ".", what=failed)
    return frozenset((*changed, *new))


def _git(docs: Path, *arguments: str, what: str, help: str | None = None) -> list[str]:
    """What git prints, in lines or parts ended by NUL."""
    command = ["git", "-C", str(docs), *arguments]
    try:
        # The program is the user's own git; the revision cannot be taken for an option.
        result = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    except FileNotFoundError:
        raise UsageError("`--changed` needs git", help="install git, or leave out --changed") from None
    if result.returncode:
        said = result.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UsageError(f"{what}: {said[0]}" if said else what, where=str(docs), help=help)
    text = result.stdout.decode("utf-8", "surrogateescape")
    return [part for part in text.split("\0" if "-z" in arguments else "\n") if part]
