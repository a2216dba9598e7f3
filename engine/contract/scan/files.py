"""The files of source code below some paths."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from engine.contract.codegen.ids import MARK
from engine.findings import UsageError

_ENDINGS = """
py pyi js jsx mjs cjs ts tsx vue svelte cs cshtml razor java kt scala go rb php rs swift c cc cpp h hpp sql ps1 sh json
yaml yml toml xml html
"""
SUFFIXES = frozenset(f".{ending}" for ending in _ENDINGS.split())
"""Endings of files that are looked at."""
SKIPPED = frozenset({"node_modules", "__pycache__", "venv", "dist", "build", "bin", "obj"})
"""Folders that hold what others wrote or tools made; so do those whose names begin with a dot."""
MOST_BYTES = 2_000_000
"""A file that is larger was not written by hand."""
_HEAD = 400


def source_files(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Every file of source code with its text, sorted; files that `charter codegen` wrote only where they are named.

    Args:
        paths: files and folders.

    Raises:
        UsageError: a path that is not there.
    """
    seen: set[Path] = set()
    for path in paths:
        if path.is_file():
            found: Iterable[Path] = (path,)
        elif path.is_dir():
            found = _below(path)
        else:
            raise UsageError("no such file or folder of source code", where=str(path), help="name one that exists")
        for file in found:
            if file not in seen:
                seen.add(file)
                text = _text(file)
                if text is not None and (file == path or not is_generated(text)):
                    yield file, text


def _below(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in SKIPPED and not name.startswith("."))
        for name in sorted(names):
            if os.path.splitext(name)[1].lower() in SUFFIXES:
                yield Path(root) / name


def is_generated(text: str) -> bool:
    """Whether `charter codegen` wrote a text."""
    return MARK in text[:_HEAD]


def _text(file: Path) -> str | None:
    """None for what cannot be read, is no UTF-8, or is too large."""
    try:
        return file.read_text(encoding="utf-8-sig") if file.stat().st_size <= MOST_BYTES else None
    except (OSError, UnicodeDecodeError):
        return None
