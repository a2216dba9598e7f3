"""A docs folder -> pages, the rule set and what was found on the way."""

import itertools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from engine.cache import Store
from engine.grammar import Grammar
from engine.localedata import Locales
from engine.pages.discovery import PageFile
from engine.pages.tree import Listing, list_files, tree_of
from engine.pages.workers import Progress, collection_paused, over
from engine.rules.assemble import assemble
from engine.rules.docs import Docs
from engine.rules.file_cache import FileCache, KeepingReader, grounds_of
from engine.rules.file_reader import FileReader, ReadFile
from engine.rules.grammars import Grammars
from engine.rules.settings import Settings, load_settings


def read_docs(
    docs: Path,
    locales: Locales,
    *,
    languages: Collection[str] | None = None,
    html: bool = False,
    progress: Callable[[int, int], None] | None = None,
    store: Store | None = None,
) -> Docs:
    """Read a docs folder.

    Args:
        docs: the folder with one folder per language.
        locales: the languages that can be read.
        languages: read only these (tags or folder names).
        html: also render every block for a site.
        progress: told (files read, files in all).
        store: where what was read before is taken from, and what is read now is kept; None to read everything.

    Raises:
        UsageError: no such folder, no language in it, a language asked for that it lacks, or a broken `charter.toml`.
        LocaleError: broken or ambiguous patterns of one of its languages.
    """
    listing = list_files(docs, locales.folders, languages)
    settings = load_settings(docs)
    grammars = Grammars(locales, sorted(listing.folders.values()), store)
    reader = FileReader(docs, grammars, settings.front_matter, html)
    with collection_paused():
        if store is None:
            return _docs(listing, _read(reader, listing.files, grammars, progress), locales, grammars, settings)
        grounds = {tag: grounds_of(locales, tag, settings.front_matter, html) for tag in grammars}
        cache = FileCache(store, docs, grounds)
        results = _recall(cache, reader, listing.files, grammars, progress)
        identities = {file.path: cache.identity(file, read) for file, read in zip(listing.files, results, strict=True)}
        found = _docs(listing, results, locales, grammars, settings)
        return msgspec.structs.replace(found, identities=identities, store=store)


def reread(docs: Docs, *paths: str) -> Docs:
    """The same docs folder after some of its files changed: only these, and the pages that include them, are read.

    Args:
        docs: the folder as it was read, without HTML. It stays as it is.
        paths: pages or included files that were changed, written or deleted since, relative to the docs folder.
    """
    changed = frozenset(paths)
    listing = list_files(docs.tree.root, docs.tree.folders)
    readings = {reading.path: reading for reading in docs.readings}
    kept = {
        file.path: ReadFile(file, readings.get(file.path), {})
        for file in docs.tree.files
        if file.path not in changed and not (file.page and changed & set(file.page.depends))
    }
    reader = FileReader(docs.tree.root, docs.grammars, docs.settings.front_matter, html=False)
    read = (kept.get(file.path) or reader.read(file) for file in listing.files)
    return _docs(listing, read, docs.locales, docs.grammars, docs.settings)


def _read(
    task: Callable[[Sequence[PageFile]], bytes],
    files: Sequence[PageFile],
    grammars: Mapping[str, Grammar],
    progress: Progress | None,
) -> Iterator[ReadFile]:
    for language in sorted({file.language for file in files}):
        # Compiled here and now, so that processes inherit it and a fault is told before any work is done.
        grammars[language]
    return itertools.chain.from_iterable(map(FileReader.decoder.decode, over(task, files, progress)))


def _recall(
    cache: FileCache,
    reader: FileReader,
    files: Sequence[PageFile],
    grammars: Mapping[str, Grammar],
    progress: Progress | None,
) -> list[ReadFile]:
    """The files as the cache holds them; those that it does not hold are read, and kept."""
    known = {file.path: read for file in files if (read := cache.find(file))}
    missing = [file for file in files if file.path not in known]
    if missing:
        read_now = _read(KeepingReader(reader, cache), missing, grammars, progress)
        known |= {read.file.path: read for read in read_now}
        cache.tidy(len(missing))
    return [known[file.path] for file in files]


def _docs(
    listing: Listing, read: Iterable[ReadFile], locales: Locales, grammars: Mapping[str, Grammar], settings: Settings
) -> Docs:
    results = list(read)
    tree = tree_of(listing, (result.file for result in results))
    readings = {result.file.path: result.reading for result in results if result.reading}
    return assemble(tree, [readings[page.path] for page in tree.pages], locales, grammars, settings)
