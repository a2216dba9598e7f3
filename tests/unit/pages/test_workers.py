"""Files are read alike in one process and in several."""

import functools
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from engine.pages import read_tree, workers

from .conftest import Write

FOLDERS = {"en": "en"}


@pytest.fixture
def root(write: Write) -> Path:
    return write({f"en/{n:03}.md": f"# Page {n}\n\n> [!NOTE]\n> [!include[T](none.md)]" for n in range(90)})


def test_processes_give_the_same_tree(
    root: Path, monkeypatch: pytest.MonkeyPatch, another_thread: Callable[[], AbstractContextManager[None]]
) -> None:
    read = functools.partial(read_tree, root, FOLDERS, html=True)
    alone = read()
    monkeypatch.setattr(workers, "_PARALLEL_FROM", 1)
    told: list[tuple[int, int]] = []
    assert read(progress=lambda done, total: told.append((done, total))) == alone
    assert told == [(40, 90), (80, 90), (90, 90)]
    with another_thread():
        assert read() == alone


@pytest.mark.parametrize("after", [0, 1])
def test_without_processes_the_rest_is_read_here(root: Path, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    in_processes = workers._in_processes

    def broken(*arguments: object) -> Iterator[bytes]:
        results = in_processes(*arguments)  # type: ignore[arg-type]
        for _ in range(after):
            yield next(results)
        raise OSError

    alone = read_tree(root, FOLDERS)
    monkeypatch.setattr(workers, "_PARALLEL_FROM", 1)
    monkeypatch.setattr(workers, "_in_processes", broken)
    assert read_tree(root, FOLDERS) == alone
