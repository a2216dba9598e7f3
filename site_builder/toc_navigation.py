"""Navigation from the lists of contents that authors keep beside their pages."""

from collections.abc import Iterable, Iterator, Sequence
from posixpath import dirname, join, normpath

from engine.pages.blocks import Page
from site_builder.navigation import Entry
from site_builder.placement import Placement, folder_words
from site_builder.toc_files import NAMES, TocFiles, TocItem


class TocNavigation:
    """The lists of one language."""

    def __init__(self, files: TocFiles, placement: Placement) -> None:
        """
        Args:
            files: the lists of contents of the docs folder.
            placement: the pages.
        """
        self._placement = placement
        self._tocs: dict[str, tuple[TocItem, ...]] = {}
        # Lists that were written out: doing it again would place no further page, and could double with each list.
        self._written: set[str] = set()
        folders = {placement.folder}
        for path in placement.pages:
            here = dirname(path)
            while here not in folders:
                folders.add(here)
                here = dirname(here)
        for here in sorted(folders):
            for name in NAMES:
                items = files.read(f"{here}/{name}")
                if items:
                    self._tocs[f"{here}/{name}"] = items
                    break

    def entries(self) -> list[Entry]:
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
                first = self._placement.find(f"{dirname(path)}/index.md")
                group = Entry(first.title if first else folder_words(dirname(path)))
                group.children = children
                entries.append(group)
        return entries

    def _collects(self, path: str) -> bool:
        own = dirname(path)
        if own == self._placement.folder:
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
                page = self._placement.find(candidate)
                if page is not None:
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
            own = page is not None and page not in below and page.path not in self._placement.entries
            entry = (
                self._placement.place(page, item.name)
                if own and page
                else Entry(item.name or (page.title if page else ""))
            )
            entry.children = self._entries(path, item.items)
            if nested is not None:
                entry.children += self._entries(nested, self._tocs[nested])
            if entry.title and (own or entry.children):
                entries.append(entry)
        return entries


def _all(items: Iterable[TocItem]) -> Iterator[TocItem]:
    for item in items:
        yield item
        yield from _all(item.items)
