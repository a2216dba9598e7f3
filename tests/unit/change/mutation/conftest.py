"""Mutations of pages made of text, in English and Swedish."""

from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from engine.change.mutation import ALL_KINDS
from engine.change.mutation.edits import applied
from engine.change.mutation.manuscript import Manuscript, manuscripts
from engine.change.mutation.records import Change
from engine.localedata import Locales
from engine.rules import Docs, read_docs, reread

KINDS = {kind.name: kind for kind in ALL_KINDS}


class Mutated(NamedTuple):
    """A file before and after a change."""

    before: str
    after: str
    change: Change
    path: str

    @property
    def lines(self) -> tuple[list[str], list[str]]:
        """Lines that are gone, and lines that are new."""
        old, new = self.before.splitlines(), self.after.splitlines()
        return [x for x in old if old.count(x) > new.count(x)], [x for x in new if new.count(x) > old.count(x)]


class Pages:
    """A docs folder and the mutations of its files."""

    def __init__(self, root: Path, locales: Locales) -> None:
        self.root = root
        self.docs = read_docs(root, locales)
        self.manuscripts = {m.path: m for m in manuscripts(self.docs)}

    def manuscript(self, path: str) -> Manuscript:
        return self.manuscripts[path]

    def mutations(self, kind: str, path: str, seed: str = "") -> list[Mutated]:
        """Every mutation of a kind in a file."""
        manuscript = self.manuscripts[path]
        text = manuscript.file.text
        changes = KINDS[kind].find(manuscript, Random(seed))
        return [Mutated(text, applied(text, change.edits), change, path) for change in changes]

    def with_(self, mutated: Mutated) -> Docs:
        """The docs folder as it is read after a mutation."""
        file = self.root / mutated.path
        file.write_text(mutated.after, encoding="utf-8", newline="")
        try:
            return reread(self.docs, mutated.path)
        finally:
            file.write_text(mutated.before, encoding="utf-8", newline="")


@pytest.fixture
def pages(make_docs: Callable[[Mapping[str, str]], Path], locales: Locales) -> Callable[[Mapping[str, str]], Pages]:
    """Reads a docs folder made of files."""
    return lambda files: Pages(make_docs(files), locales)
