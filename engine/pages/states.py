"""What a docs folder holds, in one word."""

import os
from collections.abc import Container, Iterator
from pathlib import Path
from typing import TypeAlias

from engine.cache.digest import digest
from engine.pages.includes import MISSING, look_up

State: TypeAlias = str
"""Of a file the digest of its content; else the code of the fault that including it would be."""

_READ = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_LARGE = 1_000_000
"""Bytes from which a file that is no page is told by its size and time: it is a picture or a film."""


def state_of(root: Path, path: str) -> State:
    """The state of a path now.

    Args:
        root: the docs folder.
        path: relative to it.
    """
    fault = look_up(root, path).fault
    return content_state(root, path) if fault is None else fault


def content_state(root: Path, path: str) -> State:
    """The state of a path that is known to lead to a file of the docs folder."""
    try:
        # Not `open`, which takes twice as long, and there are thousands of pages.
        file = os.open(f"{root}/{path}", _READ)
        try:
            parts = [os.read(file, os.fstat(file).st_size + 1)]
            while parts[-1]:
                parts.append(os.read(file, _LARGE))
        finally:
            os.close(file)
    except OSError:
        return MISSING
    return digest(b"".join(parts))


def folder_state(root: Path, known: Container[str]) -> State:
    """A digest of everything in a docs folder, names of folders and files without content included.

    Args:
        root: the docs folder.
        known: paths of files that need not be looked at, because their state is known.
    """
    return digest(*_parts(root, known))


def _parts(root: Path, known: Container[str]) -> Iterator[bytes | str]:
    for folder, folders, names in os.walk(root, followlinks=False):
        folders.sort()
        inner = os.path.relpath(folder, root).replace(os.sep, "/")
        yield inner
        for name in sorted([*names, *(f for f in folders if os.path.islink(os.path.join(folder, f)))]):
            path = name if inner == "." else f"{inner}/{name}"
            if path not in known:
                yield path
                yield _file_state(os.path.join(folder, name))


def _file_state(path: str) -> str:
    try:
        found = os.stat(path)
        if found.st_size >= _LARGE or not os.path.isfile(path):
            return f"{found.st_size} {found.st_mtime_ns}"
        with open(path, "rb") as file:
            return digest(file.read())
    except OSError:
        return ""
