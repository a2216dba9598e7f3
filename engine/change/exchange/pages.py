"""The pages of a docs folder, ready to be exchanged: what to translate in each, and the files as they are."""

import fnmatch
import hashlib
from collections.abc import Collection, Iterator, Sequence

import msgspec

from engine.change.exchange.entries import Entry, Side, page_entries
from engine.change.exchange.placeholders import Writer
from engine.change.freshness.known import KnownUnit, known_units
from engine.change.freshness.lock import TranslationLock
from engine.change.freshness.previous import Earlier
from engine.change.freshness.units import PageUnits, lone_pages, page_units
from engine.pages import markdown
from engine.pages.source import read_source
from engine.pages.workers import Progress
from engine.rules import Docs


class PageExchange(msgspec.Struct, frozen=True):
    """One page to translate."""

    page: str
    """Its path below the folder of its language."""
    path: str
    """The file of the translation, relative to the docs folder, also where there is none yet."""
    digest: str
    """Of that file; empty where there is none."""
    sides: dict[str, Side]
    """The files by language; without the translation where there is none."""
    known: tuple[KnownUnit, ...]
    entries: tuple[Entry, ...]


class Exchange:
    """What one language can be translated from."""

    def __init__(
        self,
        docs: Docs,
        lock: TranslationLock | None,
        language: str,
        originals: Sequence[str],
        progress: Progress | None = None,
    ) -> None:
        """
        Args:
            docs: what was read, all languages of it.
            lock: what was confirmed.
            language: the tag of the translation.
            originals: the tags of the languages to translate from: the first that has a text gives it.
            progress: told (pages compared, pages in all).
        """
        self._docs = docs
        self._lock = lock
        self._language = language
        self._originals = tuple(originals)
        self._earlier = Earlier(docs)
        self._tags = frozenset(tag.lower() for pair in docs.tree.folders.items() for tag in pair)
        self._folders = {tag: folder for folder, tag in docs.tree.folders.items()}
        units: dict[str, PageUnits] = {**lone_pages(docs), **page_units(docs, progress)}
        self._units = {page: found for page, found in sorted(units.items()) if self._is_wanted(page, found)}

    def pages(self, patterns: Collection[str] = ()) -> tuple[str, ...]:
        """The pages that can be translated; with patterns, those that fit one of them."""
        fitting = (page for page in self._units if not patterns or any(fnmatch.fnmatchcase(page, p) for p in patterns))
        return tuple(fitting)

    def page(self, page: str) -> PageExchange | None:
        """One page; None where there is nothing to translate from, or a file that cannot be read."""
        units = self._units.get(page)
        return None if units is None else self._exchange(page, units)

    def __iter__(self) -> Iterator[PageExchange]:
        return (found for page in self._units if (found := self.page(page)) is not None)

    def _is_wanted(self, page: str, units: PageUnits) -> bool:
        if not any(original in units.paths for original in self._originals):
            return False
        # A stub that leads elsewhere stands where a translation would.
        return self._language in units.paths or not (self._docs.tree.root / self._path(page)).exists()

    def _path(self, page: str) -> str:
        return f"{self._folders[self._language]}/{page}"

    def _exchange(self, page: str, units: PageUnits) -> PageExchange | None:
        wanted = [tag for tag in (self._language, *self._originals) if tag in units.paths]
        sides = {tag: side for tag in wanted if (side := self._side(tag, units.paths[tag])) is not None}
        if not any(original in sides for original in self._originals):
            return None
        own = sides.get(self._language)
        known = known_units(page, units, self._lock)
        entries = page_entries(page, known, self._language, sides, self._originals, self._earlier)
        return PageExchange(page, self._path(page), self._digest(own), sides, known, entries)

    def _digest(self, side: Side | None) -> str:
        if side is None:
            return ""
        return hashlib.sha256((self._docs.tree.root / side.source.path).read_bytes()).hexdigest()

    def _side(self, language: str, path: str) -> Side | None:
        source, _ = read_source(self._docs.tree.root, path)
        if source is None:
            return None
        writer = Writer(self._docs.grammars[language], path, self._folders[language], self._tags, markdown.is_mdx(path))
        return Side(language, source, writer)
