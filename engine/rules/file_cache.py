"""Files that were read before and are as they were: they need not be read again."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from engine.cache import Digest, Shelf, Store, digest
from engine.localedata import Locales
from engine.pages.discovery import PageFile
from engine.pages.states import State, content_state, state_of
from engine.rules.file_reader import FileReader, ReadFile
from engine.rules.front_matter import FrontMatterKeys
from engine.rules.grammars import language_state


class FileCache:
    """The files of one docs folder that a store holds."""

    def __init__(self, store: Store, root: Path, grounds: Mapping[str, Digest]) -> None:
        """
        Args:
            store: holds them between runs.
            root: the docs folder.
            grounds: language -> a digest of what else the reading of its files rests on, as `grounds_of` gives it.
        """
        self._store = store
        self._shelf = Shelf(store, ReadFile)
        self._root = root
        self._grounds = grounds
        self._states: dict[str, State] = {}

    def find(self, file: PageFile) -> ReadFile | None:
        """A file as it was read; None when it, or something that it includes, is not as it was."""
        found = self._shelf.get(self._key(file, self.page_state(file)))
        if found is None or any(self.state(path) != state for path, state in found.made_from.items()):
            return None
        return found

    def kept(self, file: PageFile, made_from: Mapping[str, State]) -> ReadFile | None:
        """A file as it was read when it, and what it includes, stood so; whatever stands there now."""
        found = self._shelf.get(self._key(file, made_from[file.path])) if file.path in made_from else None
        return found if found is not None and found.made_from == made_from else None

    def keep(self, read: Sequence[tuple[PageFile, ReadFile]]) -> None:
        """Keep files that were just read, together."""
        self._shelf.put_all(
            [(self._key(file, r.made_from[file.path]), r) for file, r in read if file.path in r.made_from]
        )

    @property
    def is_new(self) -> bool:
        """Whether no files were read for it to the end yet."""
        return not self._store.was_tidied

    def tidy(self, read: int) -> None:
        """Drop what was not of use for long, if it is time to.

        Args:
            read: how many files were read just now.
        """
        self._store.tidy_after(read)

    def identity(self, file: PageFile, read: ReadFile) -> Digest:
        """A digest of everything that a reading rests on: equal where the readings are."""
        states = read.made_from or {file.path: self.state(file.path)}
        made_from = (part for item in sorted(states.items()) for part in item)
        return digest(self._grounds[file.language], *file, *made_from)

    def _key(self, file: PageFile, state: State) -> Digest:
        return digest(self._grounds[file.language], *file, state)

    def page_state(self, file: PageFile) -> State:
        """The state of a file that was listed, and so is known to be one of the docs folder."""
        if file.path not in self._states:
            self._states[file.path] = content_state(self._root, file.path)
        return self._states[file.path]

    def state(self, path: str) -> State:
        """What stands at a path of the docs folder now; looked up once."""
        if path not in self._states:
            self._states[path] = state_of(self._root, path)
        return self._states[path]


class KeepingReader:
    """A `FileReader` that keeps what it reads."""

    def __init__(self, reader: FileReader, cache: FileCache) -> None:
        self._reader = reader
        self._cache = cache

    def __call__(self, files: Sequence[PageFile]) -> bytes:
        """Read files, as `FileReader` does."""
        read = [self._reader.read(file) for file in files]
        self._cache.keep(list(zip(files, read, strict=True)))
        return msgspec.msgpack.encode(read)


def grounds_of(locales: Locales, tag: str, keys: FrontMatterKeys, html: bool) -> Digest:
    """A digest of what the reading of every file of a language rests on: code, language data and settings.

    Args:
        locales: the languages that can be read.
        tag: the language.
        keys: the front matter keys that state availability.
        html: whether blocks carry their HTML.
    """
    return digest(language_state(locales, tag), msgspec.msgpack.encode((keys, html)))
