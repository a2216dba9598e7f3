"""The real help trees: what they say, for tests that look at the whole of them (the fixture `real_tree`)."""

import datetime as dt
import pickle
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from engine.checks.run import run_checks
from engine.findings import Finding
from engine.gate import judge
from engine.localedata import installed_locales, load_locales
from engine.model.rulesets import RuleSet
from engine.rules import read_docs
from engine.rules.coverage import Coverage, coverage

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT.parent / "shared" / "help-pages"
NAMES = ("2026", "2026-mdx")
"""The two flavours of one year."""
TREES = (*NAMES, "2023")


class Tree(NamedTuple):
    """What one tree of help pages says."""

    rules: RuleSet
    findings: tuple[Finding, ...]
    counting: tuple[Finding, ...]
    """Those that `charter check` shows."""
    coverage: tuple[Coverage, ...]
    pages: dict[str, frozenset[str]]
    """Language -> the capability ids of its pages."""


def read(name: str) -> Tree:
    """Read a tree here and now."""
    docs = read_docs(PAGES / name, load_locales(installed_locales()))
    pages: dict[str, set[str]] = {}
    for reading in docs.readings:
        pages.setdefault(reading.language, set()).add(reading.topic)
    findings = run_checks(docs)
    return Tree(
        docs.rules,
        findings,
        judge(docs, findings, dt.date(2026, 1, 1)).findings,
        coverage(docs.readings),
        {tag: frozenset(ids) for tag, ids in pages.items()},
    )


def read_all(folder: Path) -> None:
    """Read the trees, each in a process of its own, into a folder that `kept` reads."""
    folder.mkdir()
    readers = [subprocess.Popen((sys.executable, "-m", __name__, str(folder / name)), cwd=ROOT) for name in TREES]
    assert [reader.wait() for reader in readers] == [0 for _ in TREES]


def kept(folder: Path, name: str) -> Tree:
    """A tree that was read into a folder."""
    return Tree(*pickle.loads((folder / name).read_bytes()))


if __name__ == "__main__":
    (path,) = map(Path, sys.argv[1:])
    path.write_bytes(pickle.dumps(tuple(read(path.name))))
