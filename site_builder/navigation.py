"""The navigation of one language: its entries, and where each page stands among them."""

from collections.abc import Iterator


class Entry:
    """A line of the navigation: a page, a group of lines, or both."""

    __slots__ = ("children", "language", "parent", "title", "url")

    def __init__(self, title: str, url: str | None = None, language: str = "") -> None:
        self.title = title
        self.language = language
        """The language of the title, where it is not the navigation's: of a page that is not translated."""
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
