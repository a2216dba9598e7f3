"""Paths as platforms want them: relative to the root of the repository, where there is one."""

import posixpath
from pathlib import Path


class SourceRoot:
    """What paths of a report are relative to: the repository, else the working folder or the docs folder."""

    def __init__(self, docs: Path) -> None:
        docs = docs.resolve()
        here = Path.cwd().resolve()
        repository = next((folder for folder in (docs, *docs.parents) if (folder / ".git").exists()), None)
        self.folder = repository or (here if docs.is_relative_to(here) else docs)
        prefix = docs.relative_to(self.folder).as_posix()
        self._prefix = "" if prefix == "." else f"{prefix}/"

    def path(self, path: str) -> str:
        """A path below the docs folder, relative to the root, with forward slashes."""
        # Source code stands beside the docs folder: `docs/../src/x.py` is `src/x.py`.
        return posixpath.normpath(f"{self._prefix}{path}")
