"""Pages on their way into the navigation."""

from collections.abc import Sequence

from engine.pages.blocks import Page
from site_builder.navigation import Entry
from site_builder.routes import Routes


class Placement:
    """Pages becoming entries, each once."""

    def __init__(self, folder: str, pages: Sequence[Page], routes: Routes) -> None:
        """
        Args:
            folder: the language folder.
            pages: the pages to place.
            routes: where they are found.
        """
        self.folder = folder
        self.pages = {page.path: page for page in pages}
        self.entries: dict[str, Entry] = {}
        """The entries of the pages placed so far, by path."""
        self._routes = routes

    def find(self, path: str) -> Page | None:
        """A page of this language, its name written in any case."""
        page = self._routes.find(path) or self.pages.get(path)
        return page if page is not None and page.path in self.pages else None

    def place(self, page: Page, title: str = "") -> Entry:
        """The entry of a page, from now on its place."""
        stand_in = self._routes.stand_ins.get(page.path)
        language = stand_in.original.language if stand_in is not None and not title else ""
        entry = self.entries[page.path] = Entry(title or page.title, self._routes.url(page.path), language)
        return entry


def folder_words(path: str) -> str:
    """A folder's name as words, where no page gives it a better one."""
    name = path.rpartition("/")[2].replace("-", " ").replace("_", " ").strip()
    return name[:1].upper() + name[1:]
