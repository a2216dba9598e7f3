"""A task over the files of a tree, in several processes where that pays."""

import concurrent.futures
import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeAlias

from engine.pages.discovery import PageFile

_PARALLEL_FROM = 200
"""Below this number of files, starting processes costs more than it saves."""
_CHUNK = 40
_MAX_WORKERS = 2

Task: TypeAlias = Callable[[Sequence[PageFile]], bytes]
"""Pure work on some files. It is sent to other processes, and what it returns comes back."""

Progress: TypeAlias = Callable[[int, int], None]
"""Told how many files of how many are done."""


def over_files(task: Task, files: Sequence[PageFile], progress: Progress | None = None) -> Iterator[bytes]:
    """Do a task on files, many at a time.

    Args:
        task: the work.
        files: what to do it on.
        progress: called as the work goes on.
    Returns:
        The results, in the order of the files; one for several files each.
    """
    chunks = [files[begin : begin + _CHUNK] for begin in range(0, len(files), _CHUNK)]
    workers = min(_MAX_WORKERS, os.cpu_count() or 1)
    done = 0
    if len(files) >= _PARALLEL_FROM and workers > 1:
        try:
            for result in _in_processes(task, chunks, workers):
                done += 1
                _tell(progress, done, chunks, len(files))
                yield result
        except (BrokenProcessPool, OSError):
            # No processes to be had here: what is missing is done in this one.
            pass
    for chunk in chunks[done:]:
        done += 1
        result = task(chunk)
        _tell(progress, done, chunks, len(files))
        yield result


@contextmanager
def collection_paused() -> Iterator[None]:
    """No search for reference cycles: records hold none, and looking through thousands of pages takes long."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _in_processes(task: Task, chunks: Sequence[Sequence[PageFile]], workers: int) -> Iterator[bytes]:
    # A fork starts at once, but is safe only while no other thread may hold a lock.
    forks = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if forks else "spawn")
    with concurrent.futures.ProcessPoolExecutor(
        workers, mp_context=context, initializer=_begin, initargs=(task,)
    ) as pool:
        yield from pool.map(_work, chunks)


_given: list[Task] = []
"""The task of a process that was started for it: handed over once, by a fork without being copied."""


def _begin(task: Task) -> None:
    _given[:] = [task]


def _work(files: Sequence[PageFile]) -> bytes:
    with collection_paused():
        return _given[0](files)


def _tell(progress: Progress | None, done: int, chunks: Sequence[Sequence[PageFile]], total: int) -> None:
    if progress is not None:
        progress(sum(map(len, chunks[:done])), total)
