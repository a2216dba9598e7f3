"""How long `charter check` takes and how much memory: `make bench`, or `python -m tests.benchmarks.check_speed [DOCS]`.

The folder is copied first, for a page of it is edited; the cache is one of its own.
"""

import argparse
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import psutil

from engine.cache.place import VARIABLE

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "help-pages" / "2026"
FILES = 3400
"""As many files as the real help pages have; the project's own are repeated until there are so many."""
EVERY = 0.02
"""Seconds between two looks at the memory."""


class Run(NamedTuple):
    """One run of the command."""

    seconds: float
    megabytes: float
    """The most that all its processes held at a time; what they share is counted for each."""
    cpu: float = 0
    """Seconds that all its processes worked."""


class Case(NamedTuple):
    """A situation, and what it took."""

    name: str
    runs: tuple[Run, ...]


def measure(docs: Path, runs: int) -> Iterator[Case]:
    """Measure every situation.

    Args:
        docs: a folder that may be edited.
        runs: how often.
    """
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) / "cache"
        page = middling_page(docs)
        situations: tuple[tuple[str, Callable[[int], None]], ...] = (
            ("cold", lambda run: shutil.rmtree(cache, ignore_errors=True)),
            ("unchanged", lambda run: None),
            ("1 page changed", lambda run: _append(page, f"\n\nAnother sentence, number {run}.\n")),
        )
        for name, prepare in situations:
            taken: list[Run] = []
            for run in range(runs):
                prepare(run)
                taken.append(_timed(docs, cache))
            yield Case(name, tuple(taken))


def table(cases: Sequence[Case]) -> str:
    """The cases as text."""
    lines = [f"{'':16} {'min':>8} {'median':>8} {'memory':>10}"]
    for case in cases:
        seconds = [run.seconds for run in case.runs]
        memory = max(run.megabytes for run in case.runs)
        lines.append(f"{case.name:16} {min(seconds):6.2f} s {statistics.median(seconds):6.2f} s {memory:7.0f} MB")
    return "\n".join(lines)


def machine() -> str:
    """What it was measured on."""
    names = [line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    processor = names[0] if names else platform.processor() or platform.machine()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{cores} cores ({processor}), Python {platform.python_version()}"


def repeated(source: Path, target: Path, files: int) -> Path:
    """A docs folder with the pages of another, again and again.

    Args:
        source: holds the folders of the languages.
        target: is made.
        files: how many there are to be at least.
    """
    once = sum(path.is_file() for path in source.rglob("*"))
    for number in range(-(-files // once)):
        for folder in sorted(path for path in source.iterdir() if path.is_dir() and not path.name.startswith("_")):
            shutil.copytree(folder, target / folder.name / f"part-{number:03}")
    for path in source.glob("*.toml"):
        shutil.copy(path, target)
    return target


def _timed(docs: Path, cache: Path) -> Run:
    command = [str(Path(sys.executable).with_name("charter")), "check", str(docs), "--format", "json"]
    return timed(command, {**os.environ, VARIABLE: str(cache)}, ROOT)


def timed(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Run:
    """One run of a command.

    Args:
        command: the program and its arguments.
        environment: its variables.
        folder: where it runs.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    process = psutil.Popen(command, stdout=subprocess.DEVNULL, cwd=folder, env=environment)
    most = 0
    while process.poll() is None:
        most = max(most, _held(process))
        time.sleep(EVERY)
    seconds = time.perf_counter() - begin
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: exit status {process.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(seconds, most / 1e6, worked)


def _held(process: psutil.Popen) -> int:
    held = 0
    try:
        for each in (process, *process.children(recursive=True)):
            held += each.memory_info().rss
    except psutil.NoSuchProcess:
        pass
    return held


def middling_page(docs: Path) -> Path:
    """A page of middling size."""
    pages = sorted((path.stat().st_size, path) for path in docs.rglob("*.md*") if "includes" not in path.parts)
    bodies = [path for size, path in pages if size > 1000] or [path for _, path in pages]
    return bodies[len(bodies) // 2]


def _append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text().splitlines()
    except OSError:
        return []


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("docs", nargs="?", type=Path, help="the real help pages, or else the project's own, repeated")
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "docs"
        if arguments.docs is None and not REAL.is_dir():
            repeated(ROOT / "docs", copy, FILES)
            shown = f"docs, repeated to {FILES} files"
        else:
            shown = str(arguments.docs or REAL)
            shutil.copytree(arguments.docs or REAL, copy)
        pages = sum(path.suffix in (".md", ".mdx") for path in copy.rglob("*"))
        print(f"charter check {shown}: {pages} files; {machine()}; {arguments.runs} runs each", flush=True)
        print(table(list(measure(copy, arguments.runs))))


if __name__ == "__main__":
    main()
