"""Which pages and folders of pages some languages have and others lack."""

from collections.abc import Iterator
from typing import NamedTuple

from engine.checks.once import once
from engine.rules import Docs

_FOLDER = 2
"""Pages from which a folder is told of as one."""


class Lacking(NamedTuple):
    """A page that some languages lack."""

    topic: str
    """The page without its suffix, which may differ between languages."""
    paths: dict[str, str]
    """Language that has it -> its file."""
    missing: tuple[str, ...]
    folder: str | None
    """The outermost folder that all of these languages lack, with several pages that others have; None without one."""

    @property
    def first(self) -> str:
        """The file of the first language that has the page."""
        return next(iter(self.paths.values()))


@once
def lacking_pages(docs: Docs) -> tuple[Lacking, ...]:
    """Every such page, by topic. Redirect stubs are no pages, and a language with a stub does not lack the page."""
    having: dict[str, dict[str, str]] = {}
    present: dict[str, set[str]] = {}
    folders: dict[str, set[str]] = {}
    sizes: dict[str, int] = {}
    for page in docs.tree.pages:
        present.setdefault(page.topic, set()).add(page.language)
        for folder in _folders(page.topic):
            folders.setdefault(folder, set()).add(page.language)
        if page.redirect is None:
            having.setdefault(page.topic, {})[page.language] = page.path
    for topic in having:
        for folder in _folders(topic):
            sizes[folder] = sizes.get(folder, 0) + 1
    languages = {page.language for page in docs.tree.pages}
    found: list[Lacking] = []
    for topic, paths in sorted(having.items()):
        missing = tuple(sorted(languages - present[topic]))
        whole = (f for f in _folders(topic) if sizes[f] >= _FOLDER and not folders[f].intersection(missing))
        if missing:
            found.append(Lacking(topic, paths, missing, next(whole, None)))
    return tuple(found)


def _folders(topic: str) -> Iterator[str]:
    """The folders that a page is in, outermost first, below its language's."""
    return (topic[:end] for end, character in enumerate(topic) if character == "/")
