"""What every version of a page said. Each version is read once, and kept between runs."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from engine.cache import Shelf, Store, digest
from engine.change.history.repository import Repository
from engine.grammar import Grammar
from engine.localedata import Locales
from engine.model.rules import AnyRule, Describes
from engine.pages.discovery import PAGE_SUFFIXES, SNIPPET_FOLDER
from engine.pages.read import page_of
from engine.pages.source import Quotes, decode
from engine.rules.file_cache import grounds_of
from engine.rules.from_pages import from_page
from engine.rules.front_matter import FrontMatterKeys

_INCLUDES = re.compile(rb"\[!include|^\s*import\s", re.IGNORECASE | re.MULTILINE)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


class Stated(msgspec.Struct, frozen=True):
    """A rule with the sentence that stated it."""

    rule: AnyRule
    path: str
    line: int
    quote: str


class Version(msgspec.Struct, frozen=True):
    """What one version of a page said."""

    depends: tuple[str, ...] = ()
    """Files that it includes or would include, relative to the docs folder."""
    stated: tuple[Stated, ...] = ()


class Versions:
    """Reads versions of pages, with what they included at the time."""

    def __init__(
        self,
        repository: Repository,
        locales: Locales,
        grammars: Mapping[str, Grammar],
        keys: FrontMatterKeys,
        store: Store | None,
        words: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        """
        Args:
            repository: where the versions are.
            locales: the languages.
            grammars: by language.
            keys: the front matter keys that state availability.
            store: keeps what was read; None to keep nothing.
            words: language -> words of which a version must have one to be worth reading; None to read all.
        """
        self._contents = repository.contents()
        self._locales = locales
        self._grammars = grammars
        self._keys = keys
        self._shelf = None if store is None else Shelf(store, Version)
        self._words = words
        self._grounds: dict[str, str] = {}
        self._known: dict[str, Version] = {}
        self._depends: dict[tuple[str, str], tuple[str, ...]] = {}
        self.read = 0
        """How many versions were read now: not taken from an earlier run, and not passed over."""

    def __enter__(self) -> "Versions":
        self._content: Callable[[str], bytes] = self._contents.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._contents.__exit__(None, None, None)

    def version(self, path: str, files: Mapping[str, str]) -> Version:
        """What a page said.

        Args:
            path: the page, relative to the docs folder.
            files: every file of the docs folder at the time, with its blob.
        """
        folder = path.partition("/")[0]
        language = self._locales.folders[folder]
        blob = files[path]
        # What a version includes is told by itself; what these files held then is a part of its key.
        key = self._key(path, blob, language, self._included(path, blob, language, files))
        found = self._known.get(key) or (self._shelf.get(key) if self._shelf else None)
        if found is None:
            data = self._content(blob)
            if not self._is_worth_reading(data, language):
                return Version()
            found = self._read(path, folder, language, files, data)
            self._depends[path, blob] = found.depends
            key = self._key(path, blob, language, [(name, files.get(name, "")) for name in found.depends])
            if self._shelf:
                self._shelf.put(key, found)
                self._shelf.put(self._key(path, blob, language, None), Version(found.depends))
        self._known[key] = found
        return found

    def _included(self, path: str, blob: str, language: str, files: Mapping[str, str]) -> list[tuple[str, str]]:
        """What a version includes, as far as it is known, with the blobs of the time."""
        if (path, blob) not in self._depends:
            kept = self._shelf.get(self._key(path, blob, language, None)) if self._shelf else None
            if kept is None:
                return []
            self._depends[path, blob] = kept.depends
        return [(name, files.get(name, "")) for name in self._depends[path, blob]]

    def _key(self, path: str, blob: str, language: str, included: list[tuple[str, str]] | None) -> str:
        if language not in self._grounds:
            self._grounds[language] = grounds_of(self._locales, language, self._keys, False)
        parts = ["depends"] if included is None else [part for pair in sorted(included) for part in pair]
        return digest("version", self._grounds[language], path, blob, *parts)

    def _read(self, path: str, folder: str, language: str, files: Mapping[str, str], data: bytes) -> Version:
        source, _ = decode(path, data)
        if source is None:
            return Version()
        self.read += 1
        with TemporaryDirectory(prefix="charter-") as name:
            root = Path(name)
            page, _, sources = page_of(root, source, folder, language)
            while self._bring(root, page.depends, files):
                page, _, sources = page_of(root, source, folder, language)
            reading = from_page(page, self._grammars[language], Quotes(sources), self._keys)
        stated = tuple(
            Stated(s.rule, s.span.path, s.span.line, s.text)
            for s in reading.statements
            if not isinstance(s.rule, Describes)
        )
        return Version(page.depends, stated)

    def _bring(self, root: Path, depends: Collection[str], files: Mapping[str, str]) -> bool:
        """Write what a page includes, as it was then; whether there is more of it than before."""
        more = False
        for path in depends:
            target = root / path
            if path in files and not path.startswith("../") and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(self._content(files[path]))
                more = True
        return more

    def _is_worth_reading(self, data: bytes, language: str) -> bool:
        if self._words is None or _INCLUDES.search(data):
            return True
        try:
            text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", data.decode("utf-8"))).casefold()
        except UnicodeDecodeError:
            return True
        return any(word in text for word in self._words.get(language, ()))


def is_page(path: str, folders: Collection[str]) -> bool:
    """Whether a path, relative to the docs folder, is that of a page."""
    parts = path.split("/")
    hidden = any(part.startswith((".", "_")) for part in parts)
    snippet = any(part.lower() == SNIPPET_FOLDER for part in parts[:-1])
    return (
        len(parts) > 1 and parts[0] in folders and not hidden and not snippet and path.lower().endswith(PAGE_SUFFIXES)
    )
