"""`toc.yml` files: the order and the words in which an author lists the pages of a folder (DocFX)."""

from pathlib import Path

import msgspec
import yaml

from engine.cache import Digest, Shelf, Store, digest
from engine.pages.includes import stays_inside
from engine.pages.source import decode
from site_builder.program import program

NAMES = ("toc.yml", "toc.yaml")
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_KEY = digest("lists of contents")
_MAX_SIZE = 1024 * 1024
_MAX_DEPTH = 40
_LINKS = ("topicHref", "topichref", "href", "homepage")


class TocItem(msgspec.Struct, frozen=True):
    """One line of a list of contents."""

    name: str
    links: tuple[str, ...]
    """Addresses as written: a page, a folder, or another list."""
    items: tuple["TocItem", ...] = ()


class _Kept(msgspec.Struct, frozen=True):
    state: Digest
    """Of the content of the file."""
    items: tuple[TocItem, ...]


class LastTocs(msgspec.Struct, frozen=True):
    """The lists as they were read last, by path. The name of the record says nothing of what is in it."""

    program: Digest = ""
    files: dict[str, _Kept] = {}


class TocFiles:
    """The lists of contents of a docs folder."""

    def __init__(self, root: Path, store: Store | None = None) -> None:
        """
        Args:
            root: the docs folder.
            store: keeps what was read, for as long as the files are as they were.
        """
        self._root = root
        self._shelf = Shelf(store, LastTocs) if store is not None else None
        last = self._shelf.get(_KEY) if self._shelf is not None else None
        self._last = last.files if last is not None and last.program == program() else {}
        self._read: dict[str, _Kept] = {}

    def read(self, path: str) -> tuple[TocItem, ...]:
        """Read one list; empty when it is absent or not sane.

        Args:
            path: the file, relative to the docs folder.
        """
        data = self._data(path)
        if data is None:
            return ()
        state, last = digest(data), self._last.get(path)
        if last is None or last.state != state:
            last = _Kept(state, _parsed(path, data))
        self._read[path] = last
        return last.items

    def keep(self) -> None:
        """Keep what was read for the next time."""
        if self._shelf is not None and self._read != self._last:
            self._shelf.put(_KEY, LastTocs(program(), self._read))

    def _data(self, path: str) -> bytes | None:
        file = self._root / path
        try:
            if not file.is_file() or file.stat().st_size > _MAX_SIZE or not stays_inside(self._root, file):
                return None
            return file.read_bytes()
        except (OSError, ValueError):
            return None


def _parsed(path: str, data: bytes) -> tuple[TocItem, ...]:
    source, _ = decode(path, data)
    try:
        if source is None or not _is_bounded(source.text):
            return ()
        return _items(yaml.load(source.text, Loader=_Loader))  # noqa: S506 (it makes texts, lists, mappings)
    except (yaml.YAMLError, ValueError):
        return ()


def _is_bounded(text: str) -> bool:
    """Whether it is YAML without aliases, which can grow without bound, and without deep nesting.

    Raises:
        YAMLError: it is no YAML.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            return False
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _MAX_DEPTH:
            return False
    return True


def _items(data: object) -> tuple[TocItem, ...]:
    listed = data.get("items") if isinstance(data, dict) else data
    if not isinstance(listed, list):
        return ()
    found: list[TocItem] = []
    for entry in listed:
        if not isinstance(entry, dict):
            continue
        name = entry.get("name")
        links = tuple(entry[key].strip() for key in _LINKS if isinstance(entry.get(key), str) and entry[key].strip())
        found.append(TocItem(name.strip() if isinstance(name, str) else "", links, _items(entry)))
    return tuple(found)
