"""The navigation of one language: from its lists of contents where it has them, else from its folders."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from posixpath import dirname, join, normpath

from engine.pages.blocks import Page
from site_builder.routes import Routes
from site_builder.toc_files import NAMES, TocItem, read_toc

_DEEPEST = 12
"""Folders below this depth are shown as part of the one above: no reader goes further down."""


class Entry:
    """A line of the navigation: a page, a group of lines, or both."""

    __slots__ = ("children", "parent", "title", "url")

    def __init__(self, title: str, url: str | None = None) -> None:
        self.title = title
        self.url = url
        """Place of its page on the site; None for a mere group."""
        self.children: list[Entry] = []
        self.parent: Entry | None = None

    @property
    def target(self) -> str | None:
        """Where a click on it leads: its page, or the first page below it."""
        entry = self
        while entry.url is None and entry.children:
            entry = entry.children[0]
        return entry.url

    def walk(self) -> Iterator["Entry"]:
        """The entry and everything below it, in reading order."""
        waiting = [self]
        while waiting:
            entry = waiting.pop()
            yield entry
            waiting.extend(reversed(entry.children))


class Navigation:
    """The entries of one language, and where each page stands among them."""

    def __init__(self, root: Entry) -> None:
        self.root = root
        self.order: list[Entry] = [entry for entry in root.walk() if entry.url is not None]
        """Entries that are pages, in reading order."""
        self._positions = {entry.url: index for index, entry in enumerate(self.order)}
        for entry in root.walk():
            for child in entry.children:
                child.parent = entry

    def entry(self, url: str) -> Entry | None:
        """The entry of a page."""
        position = self._positions.get(url)
        return None if position is None else self.order[position]

    def trail(self, url: str) -> list[Entry]:
        """The entries above a page, from the top, without the page itself."""
        found: list[Entry] = []
        entry = self.entry(url)
        while entry is not None and entry.parent is not None and entry.parent is not self.root:
            entry = entry.parent
            found.append(entry)
        return found[::-1]

    def neighbours(self, url: str) -> tuple[Entry | None, Entry | None]:
        """The pages before and after a page in reading order."""
        position = self._positions.get(url)
        if position is None:
            return None, None
        before = self.order[position - 1] if position else None
        after = self.order[position + 1] if position + 1 < len(self.order) else None
        return before, after


def build_navigation(root: Path, folder: str, pages: Iterable[Page], routes: Routes) -> Navigation:
    """Arrange the pages of one language. Every page stands in it once; redirect stubs do not.

    Args:
        root: the docs folder.
        folder: the language folder.
        pages: the pages of that folder.
        routes: where pages are found.
    """
    shown = [page for page in pages if page.redirect is None]
    builder = _Builder(root, folder, shown, routes)
    top = Entry("")
    top.children = builder.from_tocs()
    builder.add_rest(top)
    return Navigation(top)


class _Builder:
    def __init__(self, root: Path, folder: str, pages: Sequence[Page], routes: Routes) -> None:
        self._folder = folder
        self._routes = routes
        self._pages = {page.path: page for page in pages}
        self._placed: dict[str, Entry] = {}
        self._tocs: dict[str, tuple[TocItem, ...]] = {}
        # Lists that were written out: doing it again would place no further page, and could double with each list.
        self._written: set[str] = set()
        folders = {folder}
        for page in pages:
            here = dirname(page.path)
            while here not in folders and here:
                folders.add(here)
                here = dirname(here)
        for here in sorted(folders):
            for name in NAMES:
                items = read_toc(root, f"{here}/{name}")
                if items:
                    self._tocs[f"{here}/{name}"] = items
                    break

    def from_tocs(self) -> list[Entry]:
        """The entries of the lists that no other list contains.

        The list of the language folder, and one that collects lists of other folders, are the top of the
        navigation; any other becomes a group of its own, named by its folder's first page.
        """
        contained = {
            nested
            for path, items in self._tocs.items()
            for item in _all(items)
            for nested in self._nested(path, item)
            if nested != path
        }
        entries: list[Entry] = []
        roots = [path for path in self._tocs if path not in contained] or list(self._tocs)[:1]
        collecting = {path for path in roots if self._collects(path)}
        for path in sorted(roots, key=lambda path: (path not in collecting, path)):
            children = self._entries(path, self._tocs[path])
            if path in collecting:
                entries += children
            elif children:
                first = self._pages.get(f"{dirname(path)}/index.md")
                group = Entry(first.title if first else _words(dirname(path)))
                group.children = children
                entries.append(group)
        return entries

    def add_rest(self, top: Entry) -> None:
        """Add the pages that no list names, by folder.

        A folder's pages go to the group that holds other pages of it, or of the nearest folder above.
        """
        groups = self._groups(top)
        rest: dict[str, _Folder] = {}
        for path, page in self._pages.items():
            if path not in self._placed:
                home = dirname(path)
                while home != self._folder and home not in groups:
                    home = dirname(home)
                rest.setdefault(home, _Folder(home)).add(page)
        for home, folder in sorted(rest.items()):
            if home == self._folder:
                first = folder.take_index()
                if first is not None:
                    top.children.insert(0, self._entry(first, first.title))
            self._add_folder(folder, groups.get(home, top))

    def _groups(self, top: Entry) -> dict[str, Entry]:
        """Folder -> the group that holds the first page of it or of a folder in it. The language folder has none."""
        parents = {id(child): entry for entry in top.walk() for child in entry.children}
        groups: dict[str, Entry] = {}
        for path, entry in self._placed.items():
            here = dirname(path)
            while here != self._folder:
                groups.setdefault(here, parents[id(entry)])
                here = dirname(here)
        return groups

    def _add_folder(self, folder: "_Folder", parent: Entry) -> None:
        found: list[Entry] = [self._entry(page, page.title) for page in folder.pages]
        for below in folder.folders.values():
            below = below.skip_empty()
            index = below.take_index()
            placed = self._placed.get(f"{below.path}/index.md")
            if index is not None:
                entry = self._entry(index, index.title)
                found.append(entry)
            elif placed is not None:
                entry = placed
            else:
                entry = Entry(_words(below.path))
                found.append(entry)
            self._add_folder(below, entry)
        parent.children += sorted(found, key=lambda entry: (entry.title.casefold(), entry.url or ""))

    def _collects(self, path: str) -> bool:
        own = dirname(path)
        if own == self._folder:
            return True
        nested = [found for item in _all(self._tocs[path]) for found in self._nested(path, item)]
        return any(not found.startswith(f"{own}/") for found in nested)

    def _nested(self, path: str, item: TocItem) -> list[str]:
        """The lists that a line leads to."""
        found: list[str] = []
        for link in item.links:
            target = self._target(path, link)
            candidates = [target] if target.endswith(NAMES) else [f"{target}/{name}" for name in NAMES]
            found += [candidate for candidate in candidates if candidate in self._tocs]
        return found

    def _target(self, path: str, link: str) -> str:
        written = link.partition("#")[0].partition("?")[0].replace("\\", "/")
        base = "" if written.startswith(("/", "~/")) else dirname(path)
        return normpath(join(base, written.removeprefix("~").lstrip("/")))

    def _page(self, path: str, item: TocItem) -> Page | None:
        for link in item.links:
            target = self._target(path, link)
            for candidate in (target, f"{target}/index.md"):
                page = self._routes.find(candidate)
                if page is not None and page.path in self._pages:
                    return page
        return None

    def _entries(self, path: str, items: Sequence[TocItem]) -> list[Entry]:
        self._written.add(path)
        entries: list[Entry] = []
        for item in items:
            nested = next((found for found in self._nested(path, item) if found not in self._written), None)
            page = self._page(path, item)
            below = [self._page(path, child) for child in item.items]
            if nested is not None:
                below += [self._page(nested, child) for child in self._tocs[nested]]
            # A group whose page is also one of its lines is only a group: the line has the page's own name.
            own = page is not None and page not in below and page.path not in self._placed
            entry = self._entry(page, item.name) if own and page else Entry(item.name or (page.title if page else ""))
            entry.children = self._entries(path, item.items)
            if nested is not None:
                entry.children += self._entries(nested, self._tocs[nested])
            if entry.title and (own or entry.children):
                entries.append(entry)
        return entries

    def _entry(self, page: Page, title: str) -> Entry:
        entry = Entry(title or page.title, self._routes.url(page.path))
        self._placed[page.path] = entry
        return entry


class _Folder:
    """The pages of a folder that no list names."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.pages: list[Page] = []
        self.folders: dict[str, _Folder] = {}

    def add(self, page: Page) -> None:
        folder = self
        for name in dirname(page.path).removeprefix(self.path).strip("/").split("/")[:_DEEPEST]:
            if name:
                folder = folder.folders.setdefault(name, _Folder(f"{folder.path}/{name}"))
        folder.pages.append(page)

    def take_index(self) -> Page | None:
        """The folder's first page, which stands for the folder."""
        for page in self.pages:
            if page.path.rpartition("/")[2].casefold() == "index.md":
                self.pages.remove(page)
                return page
        return None

    def skip_empty(self) -> "_Folder":
        """The first folder on the way down that holds more than one folder: the ones above say nothing."""
        folder = self
        while not folder.pages and len(folder.folders) == 1:
            folder = next(iter(folder.folders.values()))
        return folder


def _all(items: Iterable[TocItem]) -> Iterator[TocItem]:
    for item in items:
        yield item
        yield from _all(item.items)


def _words(path: str) -> str:
    """A folder's name as words, where no page gives it a better one."""
    name = path.rpartition("/")[2].replace("-", " ").replace("_", " ").strip()
    return name[:1].upper() + name[1:]
