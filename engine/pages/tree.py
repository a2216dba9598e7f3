"""A whole docs folder -> all pages of all languages, read once."""

import concurrent.futures
import itertools
import multiprocessing
import os
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
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


class _Result(msgspec.Struct, frozen=True):
    """What a process sends back."""

    pages: list[Page]
    findings: list[Finding]


class Tree(msgspec.Struct, frozen=True):
    """The pages of a docs folder."""

    root: Path
    pages: tuple[Page, ...]
    """Sorted by folder and key."""
    findings: tuple[Finding, ...]
    """Sorted by place. A fault in an included file is told once."""

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
    pages: list[Page] = []
    findings = list(unnamed)
    for result in _read_all(root, files, html, progress):
        pages += result.pages
        findings += result.findings
    pages.sort(key=lambda page: (page.folder, page.key))
    return Tree(root, tuple(pages), _once(findings))


def _read_all(root: Path, files: Sequence[PageFile], html: bool, progress: Progress | None) -> Iterator[_Result]:
    chunks = [list(chunk) for chunk in _batched(files, _CHUNK)]
    workers = min(_MAX_WORKERS, os.cpu_count() or 1)
    read_ahead: list[_Result] = []
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


def _in_processes(root: Path, chunks: Sequence[list[PageFile]], html: bool, workers: int) -> Iterator[_Result]:
    # A fork starts at once, but is safe only while no other thread may hold a lock.
    forks = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if forks else "spawn")
    decoder = msgspec.msgpack.Decoder(_Result)
    with concurrent.futures.ProcessPoolExecutor(workers, mp_context=context) as pool:
        encoded = pool.map(_encoded_chunk, itertools.repeat(root), chunks, itertools.repeat(html))
        yield from map(decoder.decode, encoded)


def _encoded_chunk(root: Path, files: list[PageFile], html: bool) -> bytes:
    return msgspec.msgpack.encode(_read_chunk(root, files, html))


def _read_chunk(root: Path, files: list[PageFile], html: bool) -> _Result:
    pages: list[Page] = []
    findings: list[Finding] = []
    for file in files:
        page, found, _ = read_page(root, file.path, file.folder, file.language, html=html)
        findings += found
        if page is not None:
            pages.append(page)
    return _Result(pages, findings)


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
