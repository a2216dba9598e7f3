"""Where an include leads: a file below the docs folder, or one of three faults."""

import functools
import os
import stat
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

MISSING = "F006"
CYCLE = "F007"
OUTSIDE = "F008"


class Resolved(NamedTuple):
    """The result of resolving a target."""

    path: str
    """Relative to the docs folder; empty when no file below it can be meant."""
    fault: str | None = None
    """The code of the finding when there is nothing to include."""


def resolve_include(root: Path, including: str, target: str, *, from_root: bool = False) -> Resolved:
    """Find the file that an include names.

    Args:
        root: the docs folder.
        including: path of the including file, relative to it.
        target: the target as written, relative to the including file; `~/` stands for the docs folder (DocFX).
        from_root: whether a leading `/` stands for it, too (Mintlify).
    Returns:
        The path, with the code of the fault when it does not exist (F006) or lies outside of the docs folder
        (F008), be it by `..`, as an absolute path or through a symbolic link.
    """
    result = Resolved("", OUTSIDE)
    for path in include_candidates(including, target, from_root=from_root):
        result = look_up(root, path)
        if result.fault is None:
            break
    return result


@functools.lru_cache(maxsize=1024)
def include_candidates(including: str, target: str, *, from_root: bool = False) -> tuple[str, ...]:
    """The paths that the target of an include may mean, in the order in which they are tried; as `resolve_include`."""
    written = target.replace("\\", "/")
    if from_root and written.startswith("/"):
        written = f"~{written}"
    if written.startswith("/") or ":" in written.split("/", 1)[0]:
        return ()
    folder = "" if written.startswith("~/") else os.path.dirname(including)
    spellings = (written.removeprefix("~/"), unquote(written).removeprefix("~/"))
    paths = (os.path.normpath(os.path.join(folder, spelling)).replace(os.sep, "/") for spelling in spellings)
    return tuple(dict.fromkeys(paths))


def stays_inside(root: Path, path: Path) -> bool:
    """Whether `path`, with its symbolic links followed, is below `root`."""
    if os.name == "posix" and _is_without_links(str(root), str(path)):
        return True
    real_root = os.path.realpath(root)
    return os.path.commonpath((real_root, os.path.realpath(path))) == real_root


def _is_without_links(root: str, path: str) -> bool:
    """Whether a path is below `root` as it is written; to look for links below it alone takes a fifth of the time."""
    if not path.startswith(f"{root}/"):
        return False
    here = root
    for part in path[len(root) + 1 :].split("/"):
        here = f"{here}/{part}"
        try:
            if part == ".." or stat.S_ISLNK(os.lstat(here).st_mode):
                return False
        except OSError:
            return False
    return True


def look_up(root: Path, path: str) -> Resolved:
    """Whether a path, relative to the docs folder, is a file that may be included."""
    if path == ".." or path.startswith(("../", "/")):
        return Resolved("", OUTSIDE)
    try:
        if not (root / path).is_file():
            return Resolved(path, MISSING)
        return Resolved(path) if stays_inside(root, root / path) else Resolved("", OUTSIDE)
    except (OSError, ValueError):
        # A name that no file can have: too long, or with a NUL.
        return Resolved("", MISSING)
