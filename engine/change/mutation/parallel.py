"""All mutations of a docs folder, on several processors at a time: each process has a copy of its own."""

import concurrent.futures
import multiprocessing
import os
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from multiprocessing.queues import SimpleQueue
from pathlib import Path

from engine.change.mutation.injection import Group, Injection, run
from engine.change.mutation.records import Kind
from engine.change.mutation.tally import Result
from engine.change.mutation.workspace import Workspace, copies
from engine.localedata import Locales
from engine.rules import read_docs

_MOST_WORKERS = 2
_PARALLEL_FROM = 24
"""Groups below which starting processes costs more than it saves."""

Progress = Callable[[int, int], None]


def inject(
    docs: Path,
    locales: Locales,
    kinds: Sequence[Kind],
    *,
    languages: Collection[str] = (),
    sample: int | None = None,
    seed: int = 0,
    progress: Progress | None = None,
) -> list[Result]:
    """Inject every mutation of these kinds, one at a time, into copies of a docs folder.

    The results depend on nothing but the arguments, whatever number of processes there is.

    Args:
        docs: the folder with one folder per language; it is only read.
        locales: the languages that can be read.
        kinds: the rows of the table to go through.
        languages: change only the files of these tags; empty for all.
        sample: so many that count per language and kind; None for all.
        seed: the same seed gives the same mutations.
        progress: told how many languages and kinds of how many are done.

    Raises:
        UsageError: no such folder, or less than two languages in it.
    """
    workers = min(_MOST_WORKERS, os.cpu_count() or 1)
    with copies(docs, locales, workers) as folders:
        injection = Injection(Workspace(read_docs(folders[0], locales)))
        groups = injection.groups(kinds, languages)
        if workers == 1 or len(groups) < _PARALLEL_FROM:
            found = _here(injection, groups, kinds, seed, sample)
        else:
            found = _in_processes(folders, locales, groups, kinds, seed, sample)
        results: list[Result] = []
        for done, group in enumerate(found, 1):
            results += group
            if progress is not None:
                progress(done, len(groups))
    return results


def _here(
    injection: Injection, groups: Sequence[Group], kinds: Sequence[Kind], seed: int, sample: int | None
) -> Iterator[list[Result]]:
    by_name = {kind.name: kind for kind in kinds}
    for language, kind in groups:
        yield run(injection, language, by_name[kind], seed, sample)


class _Worker:
    """What a process keeps between groups."""

    injection: Injection


def _in_processes(
    folders: Sequence[Path],
    locales: Locales,
    groups: Sequence[Group],
    kinds: Sequence[Kind],
    seed: int,
    sample: int | None,
) -> Iterator[list[Result]]:
    # A fork starts at once, but is safe only while no other thread may hold a lock.
    forks = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if forks else "spawn")
    free: SimpleQueue[Path] = context.SimpleQueue()
    for folder in folders:
        free.put(folder)
    by_name = {kind.name: kind for kind in kinds}
    with concurrent.futures.ProcessPoolExecutor(len(folders), context, _open, (free, locales)) as pool:
        waiting = [pool.submit(_group, language, by_name[kind], seed, sample) for language, kind in groups]
        for future in waiting:
            yield future.result()


def _open(free: "SimpleQueue[Path]", locales: Locales) -> None:
    _Worker.injection = Injection(Workspace(read_docs(free.get(), locales)))


def _group(language: str, kind: Kind, seed: int, sample: int | None) -> list[Result]:
    return run(_Worker.injection, language, kind, seed, sample)
