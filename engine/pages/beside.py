"""A task that goes on in a process of its own while this one does something else."""

import contextlib
import os
import signal
from collections.abc import Callable

from engine.pages.workers import forks

_WHOLE = b"."
"""Ends what a process gives: without it, the process was ended before."""


class Beside:
    """One such task."""

    def __init__(self, task: Callable[[], bytes]) -> None:
        """
        Args:
            task: where no process is to be had, it is done here when it is waited for.
        """
        self._task: Callable[[], bytes] | None = task
        self._given: bytes | None = None
        self._process = 0
        self._pipe = -1
        if forks() and (os.cpu_count() or 1) > 1:
            with contextlib.suppress(OSError):
                self._start(task)

    def _start(self, task: Callable[[], bytes]) -> None:
        self._pipe, written = os.pipe()
        self._process = os.fork()
        if self._process:
            os.close(written)
            return
        try:
            with open(written, "wb") as file:
                file.write(task() + _WHOLE)
        finally:
            # Whatever happened: nothing of what this process inherited is to be ended by it.
            os._exit(0)

    def result(self) -> bytes | None:
        """Wait for what the task gives; None where its process died, or it was stopped."""
        if self._process:
            with open(self._pipe, "rb") as file:
                data = file.read()
            os.waitpid(self._process, 0)
            self._given = data.removesuffix(_WHOLE) if data.endswith(_WHOLE) else None
        elif self._task is not None:
            self._given = self._task()
        self._process, self._task = 0, None
        return self._given

    def stop(self) -> None:
        """End it, unless it is done. What it would give is of no use any more."""
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
            os.close(self._pipe)
        self._process, self._task = 0, None
