"""Navigation from folders and page titles, for the pages that no list of contents names."""

from posixpath import dirname

from engine.pages.blocks import Page
from site_builder.navigation import Entry
from site_builder.placement import Placement, folder_words

_DEEPEST = 12
"""Folders below this depth are shown as part of the one above: no reader goes further down."""


def add_rest(placement: Placement, top: Entry) -> None:
    """Place the pages that have no place yet, by folder.

    A folder's pages go to the group that holds other pages of it, or of the nearest folder above.

    Args:
        placement: the pages.
        top: what was placed so far; it is added to.
    """
    groups = _groups(placement, top)
    rest: dict[str, _Folder] = {}
    for path, page in placement.pages.items():
        if path not in placement.entries:
            home = dirname(path)
            while home != placement.folder and home not in groups:
                home = dirname(home)
            rest.setdefault(home, _Folder(home)).add(page)
    for home, folder in sorted(rest.items()):
        if home == placement.folder:
            first = folder.take_index()
            if first is not None:
                top.children.insert(0, placement.place(first))
        _add_folder(placement, folder, groups.get(home, top))


def _groups(placement: Placement, top: Entry) -> dict[str, Entry]:
    """Folder -> the group that holds the first page of it or of a folder in it. The language folder has none."""
    parents = {id(child): entry for entry in top.walk() for child in entry.children}
    groups: dict[str, Entry] = {}
    for path, entry in placement.entries.items():
        here = dirname(path)
        while here != placement.folder:
            groups.setdefault(here, parents[id(entry)])
            here = dirname(here)
    return groups


def _add_folder(placement: Placement, folder: "_Folder", parent: Entry) -> None:
    found = [placement.place(page) for page in folder.pages]
    for below in folder.folders.values():
        shown = below.skip_empty()
        index = shown.take_index()
        entry = placement.place(index) if index is not None else Entry(folder_words(shown.path))
        found.append(entry)
        _add_folder(placement, shown, entry)
    parent.children += sorted(found, key=lambda entry: (entry.title.casefold(), entry.url or ""))


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
