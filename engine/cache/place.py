"""Where the caches are: outside of any docs folder, one folder for each."""

import os
from pathlib import Path

import platformdirs

from engine.cache.digest import digest
from engine.cache.store import Store

VARIABLE = "CHARTER_CACHE"
"""The environment variable that names another folder for the caches of all docs folders."""


def open_cache(docs: Path) -> Store:
    """The cache of a docs folder: below `$CHARTER_CACHE`, else below the user's folder for caches."""
    named = os.environ.get(VARIABLE)
    folder = Path(named) if named else platformdirs.user_cache_path("charter", appauthor=False)
    real = os.path.realpath(docs)
    return Store(folder / f"{_readable(real)}-{digest(real)[:16]}")


def _readable(path: str) -> str:
    """A hint for people who look into the folder: the last part of a path, as far as any file system takes it."""
    return "".join(c for c in os.path.basename(path) if c.isascii() and (c.isalnum() or c in "-_"))[:32] or "docs"
