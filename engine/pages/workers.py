"""A task over many items, in several processes where that pays."""

import gc
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias, TypeVar

_PARALLEL_FROM = 200
"""Below this number of items, starting processes costs more than it saves."""
_CHUNK = 40
_MAX_WORKERS = 2

T = TypeVar("T")

Progress: TypeAlias = Callable[[int, int], None]
"""Told how many items of how many are done."""


def over(
    task: Callable[[Sequence[T]], bytes],
    items: Sequence[T],
    progress: Progress | None = None,
    *,
    sendable: bool = True,
    parallel_from: int | None = None,
    at_a_time: int = _CHUNK,
) -> Iterator[bytes]:
    """Do a task on items, many at a time.

    Args:
        task: pure work on some items.
        items: what to do it on; they are sent to other processes.
        progress: called as the work goes on.
        sendable: whether the task can be sent to another process, too. Otherwise it must be inherited.
        parallel_from: the number of items from which processes pay, where it is another than usual.
        at_a_time: how many items are done in one go.
    Returns:
        The results, in the order of the items; one for several items each.
    """
    chunks = [items[begin : begin + at_a_time] for begin in range(0, len(items), at_a_time)]
    workers = min(_MAX_WORKERS, os.cpu_count() or 1)
    done = 0
    parallel = len(items) >= (_PARALLEL_FROM if parallel_from is None else parallel_from) and workers > 1
    if parallel and (sendable or forks()):
        try:
            for result in _in_processes(task, chunks, workers):
                done += 1
                _tell(progress, done, chunks, len(items))
                yield result
        except (RuntimeError, OSError):
            # No processes to be had here: what is missing is done in this one.
            pass
    for chunk in chunks[done:]:
        done += 1
        result = task(chunk)
        _tell(progress, done, chunks, len(items))
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


def forks() -> bool:
    """Whether processes are forked: that starts at once, but is safe only while no other thread may hold a lock."""
    return hasattr(os, "fork") and threading.active_count() == 1


def _in_processes(task: Callable[[Sequence[T]], bytes], chunks: Sequence[Sequence[T]], workers: int) -> Iterator[bytes]:
    # Loaded where they are needed: most runs do without.
    import concurrent.futures
    import multiprocessing

    context = multiprocessing.get_context("fork" if forks() else "spawn")
    with concurrent.futures.ProcessPoolExecutor(
        workers, mp_context=context, initializer=_begin, initargs=(task,)
    ) as pool:
        yield from pool.map(_work, chunks)


_given: list[Callable[[Sequence[Any]], bytes]] = []
"""The task of a process that was started for it: handed over once, by a fork without being copied."""


def _begin(task: Callable[[Sequence[Any]], bytes]) -> None:
    _given[:] = [task]


def _work(items: Sequence[Any]) -> bytes:
    with collection_paused():
        return _given[0](items)


def _tell(progress: Progress | None, done: int, chunks: Sequence[Sequence[object]], total: int) -> None:
    if progress is not None:
        progress(sum(map(len, chunks[:done])), total)
