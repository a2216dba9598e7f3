"""Git repositories to run commands in."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def git(folder: Path, *arguments: str) -> None:
    """Run git, whatever the person who tests has set up for herself."""
    identity = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def commit_our_docs(folder: Path) -> None:
    """Make a folder the repository of a copy of our own docs, and of the files that are in it."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "x")
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")


def restore(folder: Path) -> None:
    """Take back what was not committed."""
    git(folder, "reset", "-q", "--hard")
    git(folder, "clean", "-fdqx")
