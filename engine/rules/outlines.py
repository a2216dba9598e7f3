"""A docs folder whose pages are known by their outlines; a whole page is fetched from the cache when it is asked for.

What a site as a whole needs of a page is small: title, front matter, headings, rules. The outlines of
thousands of pages are one entry of the cache, so that after an edit only that page is read and little else loaded.
"""

import itertools
from collections.abc import Sequence
from pathlib import Path

import msgspec

from engine.cache import Digest, Shelf, Store, digest
from engine.findings import UsageError
from engine.localedata import Locales
from engine.pages.blocks import Heading, Page
from engine.pages.discovery import PageFile
from engine.pages.tree import Listing, list_files, tree_of
from engine.pages.workers import Progress, collection_paused, over
from engine.rules.assemble import assemble
from engine.rules.docs import Docs
from engine.rules.file_cache import FileCache, grounds_of
from engine.rules.file_reader import FileReader, ReadFile
from engine.rules.grammars import Grammars
from engine.rules.page_reading import PageReading
from engine.rules.settings import load_settings


class Outlines(msgspec.Struct, frozen=True):
    """What was read of a docs folder last: the one kind of entry whose key is not made from its content."""

    files: tuple[ReadFile, ...] = ()


class OutlinedDocs:
    """A docs folder, read: outlines at hand, whole pages on demand."""

    def __init__(
        self, docs: Docs, listing: Listing, reader: FileReader, cache: FileCache, files: dict[str, ReadFile]
    ) -> None:
        self.docs = docs
        """As `read_docs` gives it, but pages hold only their headings, without HTML."""
        self._listed = {file.path: file for file in listing.files}
        self._reader = reader
        self._cache = cache
        self._files = files

    def whole(self, path: str) -> tuple[Page, PageReading]:
        """A page with all its blocks and their HTML, and what it says.

        Args:
            path: the file, relative to the docs folder; one of a page of `docs`.

        Raises:
            UsageError: it was changed this moment, and cannot be read any more.
        """
        file = self._listed[path]
        read = self._cache.kept(file, self._files[path].made_from)
        if read is None:
            # Somebody tidied the cache.
            read = self._reader.read(file)
        if read.file.page is None or read.reading is None:
            raise UsageError("the file became unreadable while the site was built", where=path, help="build it again")
        return read.file.page, read.reading


def read_outlines(
    docs: Path, locales: Locales, store: Store, *, progress: Progress | None = None, grammars: Grammars | None = None
) -> OutlinedDocs:
    """Read a docs folder for a site.

    Args:
        docs: the folder with one folder per language.
        locales: the languages that can be read.
        store: where what was read before is taken from, and what is read now is kept.
        progress: told (files read, files in all).
        grammars: those of an earlier call, so that they need not be compiled again.

    Raises:
        UsageError: no such folder, no language in it, or a broken `charter.toml`.
        LocaleError: broken or ambiguous patterns of one of its languages.
    """
    listing = list_files(docs, locales.folders)
    settings = load_settings(docs)
    tags = sorted(listing.folders.values())
    grounds = {tag: grounds_of(locales, tag, settings.front_matter, html=True) for tag in tags}
    grammars = grammars or Grammars(locales, tags, store)
    reader, cache = FileReader(docs, grammars, settings.front_matter, html=True), FileCache(store, docs, grounds)
    with collection_paused():
        files = _files(listing, reader, cache, Shelf(store, Outlines), digest("", *sorted(grounds.values())), progress)
        tree = tree_of(listing, (files[file.path].file for file in listing.files))
        readings = {path: read.reading for path, read in files.items() if read.reading}
        found = assemble(tree, [readings[page.path] for page in tree.pages], locales, grammars, settings)
        identities = {file.path: cache.identity(file, files[file.path]) for file in listing.files}
    return OutlinedDocs(
        msgspec.structs.replace(found, identities=identities, store=store), listing, reader, cache, files
    )


def _files(
    listing: Listing,
    reader: FileReader,
    cache: FileCache,
    shelf: Shelf[Outlines],
    key: Digest,
    progress: Progress | None,
) -> dict[str, ReadFile]:
    """The outline of every file: as it was, or read now."""
    last = {read.file.path: read for read in (shelf.get(key) or Outlines()).files}
    known = {file.path: read for file in listing.files if (read := last.get(file.path)) and _holds(file, read, cache)}
    missing = [file for file in listing.files if file.path not in known]
    if missing:
        for language in sorted({file.language for file in missing}):
            # Compiled here and now, so that processes inherit it and a fault is told before any work is done.
            reader.prepare(language)
        results = over(OutliningReader(reader, cache, cache.is_new), missing, progress)
        known |= {
            read.file.path: read for read in itertools.chain.from_iterable(map(FileReader.decoder.decode, results))
        }
    found = {file.path: known[file.path] for file in listing.files}
    if missing or len(found) < len(last):
        shelf.put(key, Outlines(tuple(found.values())))
        cache.tidy(len(missing))
    return found


def _holds(file: PageFile, read: ReadFile, cache: FileCache) -> bool:
    if read.made_from.get(file.path) != cache.page_state(file):
        return False
    return all(cache.state(path) == state for path, state in read.made_from.items())


class OutliningReader:
    """Reads files that the cache does not hold, keeps them whole, and gives back their outlines."""

    def __init__(self, reader: FileReader, cache: FileCache, is_new: bool = False) -> None:
        """
        Args:
            reader: reads.
            cache: holds and keeps files.
            is_new: whether it holds none yet, so that none is looked for.
        """
        self._reader = reader
        self._cache = cache
        self._is_new = is_new

    def __call__(self, files: Sequence[PageFile]) -> bytes:
        """Read files; the result is a list of `ReadFile` as MessagePack."""
        found = {file: read for file in files if not self._is_new and (read := self._cache.find(file))}
        new = {file: self._reader.read(file) for file in files if file not in found}
        self._cache.keep(list(new.items()))
        return msgspec.msgpack.encode([outline(found.get(file) or new[file]) for file in files])


def outline(read: ReadFile) -> ReadFile:
    """A file with only what the site as a whole needs of it."""
    page, reading = read.file.page, read.reading
    if page is None or reading is None:
        return read
    headings = tuple(msgspec.structs.replace(block, html="") for block in page.blocks if isinstance(block, Heading))
    outlined = msgspec.structs.replace(page, allow_comments=()).holding(headings)
    return msgspec.structs.replace(
        read,
        file=msgspec.structs.replace(read.file, page=outlined),
        reading=msgspec.structs.replace(reading, positions=(), silent=()),
    )
