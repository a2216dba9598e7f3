"""Which files below the docs folder are pages."""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from engine.findings import Finding, UsageError
from engine.model.spans import start_of
from engine.pages.includes import stays_inside
from engine.pages.read import same_language

PAGE_SUFFIXES = (".md", ".mdx")
"""Files with these suffixes, in any case, are pages."""
SNIPPET_FOLDER = "includes"
"""Files in folders of this name are parts of pages."""


class PageFile(NamedTuple):
    """A file to read as a page."""

    path: str
    """Relative to the docs folder, with forward slashes."""
    folder: str
    language: str
    key: str
    """What the page goes by in every language of the tree."""


def language_folders(root: Path, folders: Mapping[str, str], languages: Collection[str] | None) -> dict[str, str]:
    """The language folders of a tree.

    Args:
        root: the docs folder.
        folders: the folder names that may occur, each with its BCP 47 tag.
        languages: folder names or tags to confine the tree to; None for all.
    Returns:
        The folders, sorted by name, with their tags.
    Raises:
        UsageError: no such folder, no language folder in it, two folders for one language, or a language that
            was asked for and is not there.
    """
    where = str(root)
    if not root.exists():
        raise UsageError("the docs folder does not exist", where=where, help="name an existing folder")
    if not root.is_dir():
        raise UsageError("the docs folder is a file", where=where, help="name the folder of the language folders")
    present = {name: folders[name] for name in sorted(folders) if _is_inside(root, root / name, folder=True)}
    if not present:
        choice = ", ".join(sorted(folders))
        raise UsageError("the docs folder has no language folder", where=where, help=f"create one of: {choice}")
    owners: dict[str, str] = {}
    for name, tag in present.items():
        if tag in owners:
            what = f"the folders `{owners[tag]}` and `{name}` are the same language"
            raise UsageError(what, where=where, help="keep one of them")
        owners[tag] = name
    if languages is None:
        return present
    chosen: set[str] = set()
    for wanted in languages:
        found = [name for name, tag in present.items() if wanted.lower() in (name.lower(), tag.lower())]
        found = found or [name for name, tag in present.items() if same_language(wanted, tag)]
        if not found:
            there = ", ".join(f"{name} ({tag})" if name != tag else name for name, tag in present.items())
            raise UsageError(f"the docs folder has no language `{wanted}`", where=where, help=f"choose from: {there}")
        chosen.update(found)
    return {name: tag for name, tag in present.items() if name in chosen}


def page_files(root: Path, folders: Mapping[str, str]) -> tuple[list[PageFile], list[Finding]]:
    """The pages of the language folders, sorted by folder and path.

    Hidden folders and files (`.`, `_`) are left out, and so are snippets. Symbolic links are followed unless
    they leave the docs folder or lead to a folder that is read anyway.

    Args:
        root: the docs folder.
        folders: the language folders with their tags.
    Returns:
        The files; `unreadable-file` findings for files whose names are no text, and `link-out-of-docs` findings.
    """
    files: list[PageFile] = []
    findings: list[Finding] = []
    for folder, language in sorted(folders.items()):
        paths: list[str] = []
        for path, leaves in _walk(root, folder):
            if leaves:
                findings.append(Finding("F027", start_of(os.fsencode(path).decode("utf-8", "replace"))))
            elif _is_text(path):
                paths.append(path)
            else:
                shown = os.fsencode(path).decode("utf-8", "replace")
                findings.append(Finding("F001", start_of(shown), {"encoding": "utf-8"}))
        files += [PageFile(path, folder, language, path.removeprefix(f"{folder}/")) for path in sorted(paths)]
    return _paired(files), findings


def _paired(files: Sequence[PageFile]) -> list[PageFile]:
    """The files, with one key for `x.md` in one language and `x.mdx` in another, unless a language has both."""
    keys: dict[str, set[str]] = {}
    owners: set[tuple[str, str]] = set()
    twice: set[str] = set()
    for file in files:
        stem = file.key.rpartition(".")[0]
        keys.setdefault(stem, set()).add(file.key)
        if (file.folder, stem) in owners:
            twice.add(stem)
        owners.add((file.folder, stem))
    one = {stem: min(found) for stem, found in keys.items() if len(found) > 1 and stem not in twice}
    if not one:
        return list(files)
    return [file._replace(key=one.get(file.key.rpartition(".")[0], file.key)) for file in files]


def _walk(root: Path, folder: str) -> Iterator[tuple[str, bool]]:
    """Every file that may be a page, and whether it is a link that leaves the docs folder."""
    visited: set[str] = set()
    linked: list[str] = []
    waiting = [folder]
    # Linked folders come last, so that a folder is read under its own name where it has one.
    while waiting or linked:
        here = waiting.pop() if waiting else linked.pop()
        real = os.path.realpath(root / here)
        if real in visited:
            continue
        visited.add(real)
        try:
            entries = sorted(os.scandir(root / here), key=lambda entry: entry.name, reverse=True)
        except OSError:
            continue
        for entry in entries:
            path = f"{here}/{entry.name}"
            leaves = entry.is_symlink() and not _is_inside(root, Path(entry.path))
            if entry.name.startswith((".", "_")):
                continue
            if leaves:
                if entry.name.lower().endswith(PAGE_SUFFIXES):
                    yield path, True
            elif entry.is_dir():
                if entry.name.lower() != SNIPPET_FOLDER:
                    (linked if entry.is_symlink() else waiting).append(path)
            elif entry.name.lower().endswith(PAGE_SUFFIXES) and entry.is_file():
                yield path, False


def _is_inside(root: Path, path: Path, *, folder: bool = False) -> bool:
    try:
        return stays_inside(root, path) and (path.is_dir() or not folder)
    except (OSError, ValueError):
        return False


def _is_text(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True
