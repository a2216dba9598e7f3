"""Navigation from `docs.json`, in which an author lists the pages of all languages (Mintlify)."""

from collections.abc import Iterable
from pathlib import Path

from engine.localedata import normalise_tag
from engine.pages.navigation_file import NavigationItem, read_docs_json
from site_builder.navigation import Entry
from site_builder.placement import Placement


class JsonNavigation:
    """What the file lists for one language."""

    def __init__(self, root: Path, placement: Placement) -> None:
        """
        Args:
            root: the docs folder, which may hold the file.
            placement: the pages of the language.
        """
        self._placement = placement
        listed = read_docs_json(root).languages
        own = [items for name, items in listed.items() if name and _same(name, placement.folder)]
        # A file that tells no languages apart lists the pages of every folder.
        self._items = own[0] if own else listed.get("", ())

    def entries(self) -> list[Entry]:
        """The entries, without what another language lists and without empty groups."""
        return self._entries(self._items)

    def _entries(self, items: Iterable[NavigationItem]) -> list[Entry]:
        found: list[Entry] = []
        for item in items:
            page = self._placement.find(item.page) if item.page else None
            free = page is not None and page.path not in self._placement.entries
            entry = self._placement.place(page, item.title) if page is not None and free else Entry(item.title)
            entry.children = self._entries(item.items)
            if free or (entry.children and entry.title):
                found.append(entry)
            else:
                found += entry.children
        return found


def _same(name: str, folder: str) -> bool:
    return name == folder or normalise_tag(name) == normalise_tag(folder)
