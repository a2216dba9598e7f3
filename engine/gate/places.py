"""What a path says: its language, its page and its topic."""

from collections.abc import Iterable

from engine.pages.blocks import Page

NO_LANGUAGE = ""
"""Of a file that all languages share."""


class Places:
    """The language folders of a tree."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._languages = {page.folder: page.language for page in pages}

    def folder(self, path: str) -> str:
        """The language folder of a file; empty where it stands in none."""
        folder = path.partition("/")[0]
        return folder if folder in self._languages else NO_LANGUAGE

    def language(self, path: str) -> str:
        """The BCP 47 tag of a file; empty where it belongs to no language."""
        return self._languages.get(self.folder(path), NO_LANGUAGE)

    def key(self, path: str) -> str:
        """The path below the language folder: the same page in every language."""
        folder = self.folder(path)
        return path.removeprefix(f"{folder}/") if folder else path

    def topic(self, path: str) -> str:
        """The folder below the language folder, at the top; empty for a page that stands in none."""
        return topic_of(self.key(path))


def topic_of(key: str) -> str:
    """The top folder of a page's path below its language folder; empty where it stands in none."""
    return key.rpartition("/")[0].partition("/")[0]
