"""`toc.yml` files: the order and the words in which an author lists the pages of a folder (DocFX)."""

from pathlib import Path

import msgspec
import yaml

from engine.pages.includes import stays_inside
from engine.pages.source import read_source

NAMES = ("toc.yml", "toc.yaml")
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MAX_SIZE = 1024 * 1024
_MAX_DEPTH = 40
_LINKS = ("topicHref", "topichref", "href", "homepage")


class TocItem(msgspec.Struct, frozen=True):
    """One line of a list of contents."""

    name: str
    links: tuple[str, ...]
    """Addresses as written: a page, a folder, or another list."""
    items: tuple["TocItem", ...] = ()


def read_toc(root: Path, path: str) -> tuple[TocItem, ...]:
    """Read one list of contents; empty when it is absent or not sane.

    Args:
        root: the docs folder.
        path: the file, relative to it.
    """
    try:
        file = root / path
        if not file.is_file() or not stays_inside(root, file) or file.stat().st_size > _MAX_SIZE:
            return ()
    except (OSError, ValueError):
        return ()
    source, _ = read_source(root, path)
    if source is None or not _is_sane(source.text):
        return ()
    data = yaml.load(source.text, Loader=_Loader)  # noqa: S506 (the base loader makes strings, lists and mappings)
    return _items(data)


def _is_sane(text: str) -> bool:
    """Whether it is YAML without aliases, which can grow without bound, and without deep nesting."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.AliasEvent):
                return False
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > _MAX_DEPTH:
                return False
        yaml.compose(text, Loader=_Loader)
    except (yaml.YAMLError, ValueError):
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
