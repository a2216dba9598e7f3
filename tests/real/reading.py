"""The real help trees of 2026, each read once for all tests: at the same time, in processes of their own."""

import datetime as dt
import functools
import pickle
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

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


@functools.cache
def _trees() -> dict[str, Tree]:
    command = (sys.executable, "-m", __name__)
    readers = {name: subprocess.Popen((*command, name), stdout=subprocess.PIPE, cwd=ROOT) for name in TREES}
    return {name: Tree(*pickle.loads(reader.communicate()[0])) for name, reader in readers.items()}


def tree(name: str) -> Tree:
    """A tree of help pages; skips the test where they are not."""
    for folder in (PAGES / name for name in TREES):
        if not folder.is_dir():
            pytest.skip(f"the real help pages are not at {folder}")
    return _trees()[name]


if __name__ == "__main__":
    sys.stdout.buffer.write(pickle.dumps(tuple(read(sys.argv[1]))))
