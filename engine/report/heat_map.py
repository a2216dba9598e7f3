"""The heat map: folders by languages, and below each folder its pages by languages."""

from collections.abc import Iterable, Sequence

import msgspec

from engine.gate.places import topic_of
from engine.gate.selection import SEVERITIES
from engine.pages.blocks import Page
from engine.report.work_list import Entry

HOT = (1, 3, 10, 30)
"""From these numbers of findings of the gravest kind on, a cell is one step hotter."""


class Cell(msgspec.Struct, frozen=True):
    """The findings of a folder or page in one language."""

    numbers: dict[str, int]
    """How many of each severity."""
    there: bool
    """Whether the language has the page, or any page of the folder."""

    @property
    def worst(self) -> str:
        """The gravest severity; empty without a finding."""
        return next((severity for severity in SEVERITIES if self.numbers[severity]), "")

    @property
    def total(self) -> int:
        """How many findings there are."""
        return sum(self.numbers.values())

    @property
    def heat(self) -> int:
        """0 without a finding, to 4."""
        worst = self.worst
        return sum(self.numbers[worst] >= step for step in HOT) if worst else 0


class PageRow(msgspec.Struct, frozen=True):
    """A page that has findings."""

    key: str
    cells: tuple[Cell, ...]
    entries: tuple[Entry, ...]


class FolderRow(msgspec.Struct, frozen=True):
    """A folder, with the pages that have findings."""

    name: str
    cells: tuple[Cell, ...]
    pages: tuple[PageRow, ...]
    clean: int
    """How many of its pages have none."""


def heat_map(entries: Sequence[Entry], pages: Iterable[Page], languages: Sequence[str]) -> tuple[FolderRow, ...]:
    """The folders, those with the gravest and most findings first.

    Args:
        entries: the findings, in the order of the work list.
        pages: all pages of the tree.
        languages: the columns; "" for files that all languages share.
    """
    having: dict[str, set[str]] = {}
    for page in pages:
        having.setdefault(page.key, set()).add(page.language)
    by_key: dict[str, list[Entry]] = {}
    for entry in entries:
        by_key.setdefault(entry.key, []).append(entry)
    rows: dict[str, list[PageRow]] = {}
    clean: dict[str, int] = {}
    folders: dict[str, set[str]] = {}
    for key in having | by_key:
        topic = topic_of(key)
        folders.setdefault(topic, set()).update(having.get(key, ()))
        if key in by_key:
            cells = _cells(by_key[key], having.get(key, set()), languages)
            rows.setdefault(topic, []).append(PageRow(key, cells, tuple(by_key[key])))
        else:
            clean[topic] = clean.get(topic, 0) + 1
    found = [
        FolderRow(
            name,
            _cells([entry for row in rows.get(name, ()) for entry in row.entries], having_it, languages),
            tuple(sorted(rows.get(name, ()), key=lambda row: (_coolness(row.cells), row.key))),
            clean.get(name, 0),
        )
        for name, having_it in folders.items()
    ]
    return tuple(sorted(found, key=lambda row: (_coolness(row.cells), row.name)))


def _cells(entries: Sequence[Entry], having: set[str], languages: Sequence[str]) -> tuple[Cell, ...]:
    def cell(language: str) -> Cell:
        own = [entry for entry in entries if entry.language == language]
        numbers = {severity: sum(entry.severity == severity for entry in own) for severity in SEVERITIES}
        return Cell(numbers, bool(own) or language in having)

    return tuple(map(cell, languages))


def _coolness(cells: Iterable[Cell]) -> list[int]:
    """Sorts the gravest and most first."""
    cells = tuple(cells)
    return [-sum(cell.numbers[severity] for cell in cells) for severity in SEVERITIES]
