"""A whole docs folder -> all pages of all languages, read once."""

import concurrent.futures
import itertools
import multiprocessing
import os
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import msgspec

from engine.findings import Finding
from engine.model.spans import Span
from engine.pages import source
from engine.pages.blocks import Page
from engine.pages.discovery import PageFile, language_folders, page_files
from engine.pages.read import read_page

_PARALLEL_FROM = 200
"""Below this number of files, starting processes costs more than it saves."""
_CHUNK = 40
_MAX_WORKERS = 2

Progress = Callable[[int, int], None]
"""Told how many files of how many are done."""


class FileReading(msgspec.Struct, frozen=True):
    """What one file gives."""

    path: str
    """Relative to the docs folder."""
    page: Page | None
    """None where the file cannot be decoded."""
    findings: tuple[Finding, ...]


class Tree(msgspec.Struct, frozen=True):
    """The pages of a docs folder."""

    root: Path
    pages: tuple[Page, ...]
    """Sorted by folder and key."""
    findings: tuple[Finding, ...]
    """Sorted by place. A fault in an included file is told once."""
    files: tuple[FileReading, ...]
    """The pages and findings once more, by file, sorted by path."""
    unnamed: tuple[Finding, ...] = ()
    """Findings about files whose names are no text."""

    def quote(self, span: Span) -> str:
        """The verbatim source text of a span of this tree; empty when its file is gone."""
        return source.quote(self.root, span)


def read_tree(
    root: Path,
    folders: Mapping[str, str],
    *,
    languages: Collection[str] | None = None,
    html: bool = False,
    progress: Progress | None = None,
) -> Tree:
    """Read all pages of a docs folder.

    Args:
        root: the docs folder; its language folders hold the pages.
        folders: the folder names that may occur, each with its BCP 47 tag: `{"en": "en", "no": "nb"}`.
        languages: folder names or tags to confine the tree to; None for all.
        html: whether blocks carry their HTML.
        progress: called as the reading goes on.
    Returns:
        The pages and the findings, in an order that depends on nothing but the files.
    Raises:
        UsageError: no such folder, no language folder in it, two folders for one language, or a language that
            was asked for and is not there. Bad content is a finding and never raises.
    """
    files, unnamed = page_files(root, language_folders(root, folders, languages))
    read = itertools.chain.from_iterable(_read_all(root, files, html, progress))
    return _tree(root, read, unnamed)


def reread_tree(tree: Tree, paths: Collection[str]) -> Tree:
    """The tree after some files changed. What does not depend on them is taken over.

    Args:
        tree: as it was read, without HTML.
        paths: pages or included files that were changed, written or deleted since, relative to the docs folder.
    """
    changed = frozenset(paths)
    files, unnamed = page_files(tree.root, {page.folder: page.language for page in tree.pages})
    kept = {
        file.path: file
        for file in tree.files
        if file.path not in changed and not (file.page and changed & set(file.page.depends))
    }
    read = (kept.get(file.path) or _read_file(tree.root, file, html=False) for file in files)
    return _tree(tree.root, read, unnamed)


def _tree(root: Path, read: Iterable[FileReading], unnamed: Sequence[Finding]) -> Tree:
    files = tuple(sorted(read, key=lambda file: file.path))
    pages = sorted((file.page for file in files if file.page), key=lambda page: (page.folder, page.key))
    findings = [*unnamed, *(finding for file in files for finding in file.findings)]
    return Tree(root, tuple(pages), _once(findings), files, tuple(unnamed))


def _read_all(
    root: Path, files: Sequence[PageFile], html: bool, progress: Progress | None
) -> Iterator[list[FileReading]]:
    chunks = [list(chunk) for chunk in _batched(files, _CHUNK)]
    workers = min(_MAX_WORKERS, os.cpu_count() or 1)
    read_ahead: list[list[FileReading]] = []
    if len(files) >= _PARALLEL_FROM and workers > 1:
        try:
            for result in _in_processes(root, chunks, html, workers):
                read_ahead.append(result)
                _tell(progress, len(read_ahead), chunks, len(files))
        except (BrokenProcessPool, OSError):
            # No processes to be had here: what is missing is read in this one.
            pass
    yield from read_ahead
    for index in range(len(read_ahead), len(chunks)):
        yield _read_chunk(root, chunks[index], html)
        _tell(progress, index + 1, chunks, len(files))


def _in_processes(
    root: Path, chunks: Sequence[list[PageFile]], html: bool, workers: int
) -> Iterator[list[FileReading]]:
    # A fork starts at once, but is safe only while no other thread may hold a lock.
    forks = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if forks else "spawn")
    decoder = msgspec.msgpack.Decoder(list[FileReading])
    with concurrent.futures.ProcessPoolExecutor(workers, mp_context=context) as pool:
        encoded = pool.map(_encoded_chunk, itertools.repeat(root), chunks, itertools.repeat(html))
        yield from map(decoder.decode, encoded)


def _encoded_chunk(root: Path, files: list[PageFile], html: bool) -> bytes:
    return msgspec.msgpack.encode(_read_chunk(root, files, html))


def _read_chunk(root: Path, files: list[PageFile], html: bool) -> list[FileReading]:
    return [_read_file(root, file, html) for file in files]


def _read_file(root: Path, file: PageFile, html: bool) -> FileReading:
    page, findings, _ = read_page(root, file.path, file.folder, file.language, html=html)
    return FileReading(file.path, page, findings)


def _tell(progress: Progress | None, done: int, chunks: Sequence[Sequence[PageFile]], total: int) -> None:
    if progress is not None:
        progress(sum(map(len, chunks[:done])), total)


def _batched(files: Sequence[PageFile], size: int) -> Iterator[Sequence[PageFile]]:
    for begin in range(0, len(files), size):
        yield files[begin : begin + size]


def _once(findings: list[Finding]) -> tuple[Finding, ...]:
    """In order and without repetitions: several pages may include the same broken file."""
    findings.sort(key=lambda finding: finding.sort_key)
    return tuple(next(group) for _, group in itertools.groupby(findings))
