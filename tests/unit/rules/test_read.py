"""A docs folder reads alike in one process and in several, however these are started."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from engine.localedata import Locales
from engine.pages import workers
from engine.rules import read_docs

TEXT = "# X\n\nThis feature requires the Sales Premium user plan.\n\n[!include[a](includes/a.md)]\n"


def test_processes_read_the_same(
    make_docs: Callable[[Mapping[str, str]], Path],
    locales: Locales,
    monkeypatch: pytest.MonkeyPatch,
    another_thread: Callable[[], AbstractContextManager[None]],
) -> None:
    docs = make_docs({f"{folder}/{n}.md": TEXT for folder in ("en", "no") for n in range(30)})
    alone = read_docs(docs, locales)
    assert (len(alone.rules.statements), len(alone.findings)) == (30, 60)
    monkeypatch.setattr(workers, "_PARALLEL_FROM", 1)
    forked = read_docs(docs, locales)
    with another_thread():
        spawned = read_docs(docs, locales)
    for read in (forked, spawned):
        assert (read.tree, read.rules, read.findings) == (alone.tree, alone.rules, alone.findings)
