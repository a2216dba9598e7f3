"""Locales that were loaded before and stand as they stood: they are not parsed and checked again."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from engine.cache import Shelf, Store, digest
from engine.cache.code_version import code_version
from engine.localedata.load import Locales, load_locales
from engine.localedata.locale import Locale
from engine.localedata.vocabulary import Vocabulary


class KeptLocales(msgspec.Struct, frozen=True):
    """A locales folder as it was loaded."""

    vocabulary: Vocabulary
    languages: dict[str, Locale]


def load_kept_locales(path: Path, store: Store) -> Locales:
    """As `load_locales`, which is asked only where a file is not as it was.

    Args:
        path: the folder with `vocabulary.toml` and a folder per language.
        store: keeps what was loaded.

    Raises:
        UsageError: no such folder.
        LocaleError: broken data, with file and line.
    """
    shelf = Shelf(store, KeptLocales)
    key = digest(code_version(), str(path), *_content(path))
    kept = shelf.get(key)
    if kept is None:
        loaded = load_locales(path)
        shelf.put(key, KeptLocales(loaded.vocabulary, dict(loaded.languages)))
        return loaded
    return Locales(kept.vocabulary, kept.languages)


def _content(path: Path) -> Iterator[bytes | str]:
    """The names and content of all files that loading looks at, and of few others."""
    for file in sorted(path.rglob("*")) if path.is_dir() else ():
        if file.suffix in (".toml", ".po") and file.is_file():
            yield file.relative_to(path).as_posix()
            yield file.read_bytes()
        elif file.is_dir():
            yield file.relative_to(path).as_posix()
