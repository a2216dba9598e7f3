"""`docs.json`: the order and the words in which an author lists the pages of a docs folder (Mintlify)."""

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec

from engine.findings import Finding
from engine.model.spans import Span, start_of
from engine.pages.includes import resolve_include
from engine.pages.source import Source, read_source

NAME = "docs.json"
_INVALID = "F009"
_MAX_SIZE = 4_000_000
_MAX_DEPTH = 40
_TITLES = ("group", "tab", "anchor", "dropdown", "product", "version", "item")
_CHILDREN = ("products", "versions", "dropdowns", "tabs", "anchors", "menu", "groups", "pages")
_SUFFIXES = (".mdx", ".md", "", "/index.mdx", "/index.md")

_TOO_LARGE = "the file is too large"
_TOO_DEEP = "the values are nested too deeply"
_NO_NAVIGATION = "there is no `navigation`"
_NO_FILE = "there is no file `{name}`"
_NO_PAGE = "there is no page `{name}`"


class NavigationItem(msgspec.Struct, frozen=True):
    """One line of the navigation."""

    title: str
    """Empty for a page, whose own title is meant."""
    page: str | None
    """Path of the file, relative to the docs folder; None for a heading and for a page that does not exist."""
    items: tuple["NavigationItem", ...] = ()


class Navigation(msgspec.Struct, frozen=True):
    """The whole of it."""

    languages: dict[str, tuple[NavigationItem, ...]]
    """By language, as the author wrote it; one empty name when the file tells no languages apart."""
    findings: tuple[Finding, ...] = ()


def read_docs_json(root: Path) -> Navigation:
    """Read the navigation of a docs folder.

    Args:
        root: the docs folder, which holds `docs.json`.
    Returns:
        The navigation, empty without that file, and an `invalid-navigation` finding for everything that is
        missing or malformed in it or in the files that it refers to.
    """
    if not (root / NAME).is_file():
        return Navigation({})
    return _Reader(root).read()


class _Reader:
    def __init__(self, root: Path) -> None:
        self._root = root
        self._findings: list[Finding] = []

    def read(self) -> Navigation:
        languages: dict[str, tuple[NavigationItem, ...]] = {}
        source, data = self._load(NAME, start_of(NAME))
        if source is None:
            pass
        elif not isinstance(data, dict) or "navigation" not in data:
            self._report(start_of(NAME), _NO_NAVIGATION)
        else:
            source, navigation = self._followed(source, data["navigation"], 0)
            listed = navigation.get("languages") if isinstance(navigation, dict) else None
            if isinstance(listed, list):
                for entry in listed:
                    within, entry = self._followed(source, entry, 0)
                    if isinstance(entry, dict) and isinstance(entry.get("language"), str):
                        name = entry["language"]
                        languages[name] = languages.get(name, ()) + tuple(self._items(within, entry, 0))
            elif navigation is not None:
                languages[""] = tuple(self._items(source, navigation, 0))
        return Navigation(languages, tuple(self._findings))

    def _items(self, source: Source, data: object, depth: int) -> Iterator[NavigationItem]:
        """The items below an object, whatever lists it holds them in."""
        if depth > _MAX_DEPTH:
            self._report(start_of(source.path), _TOO_DEEP)
        elif isinstance(data, list):
            for entry in data:
                yield from self._item(source, entry, depth)
        elif isinstance(data, dict):
            for key in _CHILDREN:
                if key in data:
                    yield from self._items(*self._followed(source, data[key], depth), depth + 1)

    def _item(self, source: Source, entry: object, depth: int) -> Iterator[NavigationItem]:
        source, entry = self._followed(source, entry, depth)
        if isinstance(entry, str):
            # A page with a space is an operation of an interface: `GET /users`.
            if " " not in entry:
                yield NavigationItem("", self._page(source, entry))
        elif isinstance(entry, dict):
            title = next((entry[key] for key in _TITLES if isinstance(entry.get(key), str)), "")
            own = entry.get("root")
            page = self._page(source, own) if isinstance(own, str) else None
            yield NavigationItem(title, page, tuple(self._items(source, entry, depth + 1)))

    def _page(self, source: Source, name: str) -> str | None:
        for suffix in _SUFFIXES:
            path, fault = resolve_include(self._root, NAME, f"~/{name.strip('/')}{suffix}")
            if fault is None:
                return path
        self._report(_place(source, name), _NO_PAGE.format(name=name))
        return None

    def _followed(self, source: Source, data: object, depth: int) -> tuple[Source, object]:
        """What `{"$ref": "./other.json"}` stands for, with the file that it stands in."""
        steps = depth
        while isinstance(data, dict) and isinstance(data.get("$ref"), str):
            name = data["$ref"]
            place = _place(source, name)
            path, fault = resolve_include(self._root, source.path, name, from_root=True)
            if fault is not None or steps > _MAX_DEPTH:
                self._report(place, _NO_FILE.format(name=name) if fault else _TOO_DEEP)
                return source, None
            found, data = self._load(path, place)
            source = found or source
            steps += 1
        return source, data

    def _load(self, path: str, place: Span) -> tuple[Source | None, object]:
        try:
            if (self._root / path).stat().st_size > _MAX_SIZE:
                self._report(place, _TOO_LARGE)
                return None, None
        except (OSError, ValueError):
            pass
        source, findings = read_source(self._root, path)
        self._findings += findings
        if source is None:
            return None, None
        try:
            data = json.loads(source.text)
        except json.JSONDecodeError as error:
            line, column = min(error.lineno, len(source.lines)), error.colno
            self._report(Span(path, line, column, line, column), error.msg)
        except ValueError as error:
            self._report(start_of(path), str(error))
        except RecursionError:
            self._report(start_of(path), _TOO_DEEP)
        else:
            return source, data
        return None, None

    def _report(self, span: Span, reason: str) -> None:
        self._findings.append(Finding(_INVALID, span, {"reason": reason}))


def _place(source: Source, value: str) -> Span:
    """Where a string first stands in a file; JSON keeps no places."""
    written = json.dumps(value, ensure_ascii=False)
    for number, line in enumerate(source.lines, 1):
        column = line.find(written)
        if column >= 0:
            return Span(source.path, number, column + 1, number, column + 1 + len(written))
    return start_of(source.path)
