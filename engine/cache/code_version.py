"""Which program works here: results of another one are not to be taken over."""

import functools
import importlib.metadata
import sys
from pathlib import Path

from engine.cache.digest import Digest, digest

_LIBRARIES = ("Babel", "markdown-it-py", "msgspec", "python-frontmatter", "PyYAML", "rapidfuzz")
"""The libraries that results depend on."""


@functools.cache
def code_version() -> Digest:
    """A digest of the engine's own modules, of the releases of its libraries and of Python's."""
    package = Path(__file__).resolve().parent.parent
    modules = sorted(package.rglob("*.py"))
    sources = [part for path in modules for part in (path.relative_to(package).as_posix(), path.read_bytes())]
    releases = [f"{name} {release(name)}" for name in ("charter", *_LIBRARIES)]
    return digest(sys.version, *releases, *sources)


def release(name: str) -> str:
    """The release of a library that is installed; empty where it is not."""
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""
