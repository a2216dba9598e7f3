"""A small git repository that holds a docs folder, with commits on days of the test's choice."""

import os
import subprocess
from pathlib import Path


class GitDocs:
    """A docs folder in a repository."""

    def __init__(self, folder: Path, docs: str = "docs") -> None:
        self.folder, self.docs = folder, folder / docs
        self.docs.mkdir(parents=True)
        self._git("init", "--quiet", "--initial-branch=main")

    def commit(self, day: str, files: dict[str, str | bytes | None], subject: str = "edit") -> None:
        """Write files (None deletes one) and commit them on a day."""
        for name, text in files.items():
            path = self.docs / name
            if text is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        self._git("add", "-A")
        self._git("commit", "--quiet", "--allow-empty", "--message", subject, day=day)

    def merge(self, day: str, files: dict[str, str], subject: str = "merge") -> None:
        """Commit files on a branch a year earlier and merge it on a day."""
        self._git("checkout", "--quiet", "-b", "side")
        self.commit(f"{int(day[:4]) - 1}{day[4:]}", dict(files), "on the branch")
        self._git("checkout", "--quiet", "main")
        self._git("merge", "--quiet", "--no-ff", "--message", subject, "side", day=day)

    def _git(self, *arguments: str, day: str = "2025-01-01") -> None:
        identity = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
        moment = f"{day}T12:00:00+00:00"
        environment = {**os.environ, "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
        environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
        command = ["git", "-C", str(self.folder), *identity, *arguments]
        subprocess.run(command, check=True, capture_output=True, env=environment)
