"""Which page is found where on the site, and relative addresses between places of it."""

import functools
import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import quote

from engine.pages.blocks import Page
from site_builder.standins import stand_ins

ASSETS = "assets"
CHOOSER = "index.html"
NOT_FOUND = "404.html"
_PLAIN = re.compile(r"[A-Za-z0-9_.~/-]*")
"""Addresses in which nothing is to be escaped: nearly all."""
_SAFE = "/~!$'()*+,;=@"
"""What may stand unescaped in the path of an address, beside letters and digits. Not `:`, which looks like a scheme."""


class Routes:
    """Source file -> place of its page on the site.

    `x.md` becomes `x.html` and `x/index.md` becomes `x/index.html`, so that both exist. Places that differ only in
    case count as one, because many file systems hold one of them; the later page gets a number.
    """

    def __init__(self, pages: Iterable[Page]) -> None:
        self.pages: dict[str, Page] = {}
        """Pages by the path of their file, relative to the docs folder."""
        self._urls: dict[str, str] = {}
        self._by_key: dict[str, dict[str, Page]] = {}
        self._folded: dict[str, str] = {}
        taken = {CHOOSER, NOT_FOUND, ASSETS}
        folders: set[str] = set()
        for page in sorted(pages, key=lambda page: (page.folder, page.key)):
            self.pages[page.path] = page
            self._by_key.setdefault(page.key, {})[page.language] = page
            self._folded.setdefault(page.path.casefold(), page.path)
            folders.add(page.path.rpartition("/")[0])
        taken.update(str(above).casefold() for folder in folders for above in PurePosixPath(f"{folder}/x").parents)
        for path in self.pages:
            self._urls[path] = _free(path, taken)
        self.folders = {page.language: page.folder for page in self.pages.values()}
        """Language -> its folder, on the site as in the sources."""
        self.starts = {tag: f"{folder}/{CHOOSER}" for tag, folder in self.folders.items()}
        """Language -> the place where its pages begin."""
        self.stand_ins = stand_ins(self.pages.values(), self.folders)
        """What is shown in place of missing translations, by the path that they would have."""
        for path in self.stand_ins:
            self._urls[path] = _free(path, taken)
        self._taken = taken | {start.casefold() for start in self.starts.values()}

    def url(self, path: str) -> str:
        """The place of a page on the site, unescaped and relative to its root."""
        return self._urls[path]

    def reserve(self, path: str) -> str:
        """A place for a page that no author wrote.

        Args:
            path: the place that it would like to have, relative to the root of the site.
        """
        return _free(path, self._taken)

    def find(self, path: str) -> Page | None:
        """The page of a file; its name may be written in another case."""
        return self.pages.get(path) or self.pages.get(self._folded.get(path.casefold(), ""))

    def translations(self, key: str) -> dict[str, Page]:
        """The languages that have a page, without mere redirects."""
        return {tag: page for tag, page in sorted(self._by_key.get(key, {}).items()) if page.redirect is None}

    def version(self, key: str, language: str) -> Page | None:
        """A page in a language: its translation, or what stands in for one."""
        own = self._by_key.get(key, {}).get(language)
        stand_in = self.stand_ins.get(f"{self.folders.get(language, '')}/{key}")
        return own or (stand_in.page if stand_in else None)

    def readable(self, key: str) -> dict[str, str]:
        """Language -> where its readers find a page: its translation, or what stands in for one."""
        versions = {tag: self.version(key, tag) for tag in self.folders}
        return {tag: self._urls[page.path] for tag, page in versions.items() if page is not None}

    def for_readers(self, page: Page, language: str) -> str:
        """Where readers of a language find a page that something links to."""
        return self._urls[(self.version(page.key, language) or page).path]


@functools.lru_cache(maxsize=65536)
def relative(place: str, target: str) -> str:
    """The escaped address of one place of the site as seen from another. Both are relative to its root."""
    around = place[: place.rfind("/") + 1]
    upwards = ""
    while not target.startswith(around):
        around = around[: around.rfind("/", 0, -1) + 1]
        upwards += "../"
    found = upwards + target[len(around) :]
    return found if _PLAIN.fullmatch(found) else quote(found, safe=_SAFE)


def absolute(site: str | None, place: str) -> str:
    """The address of a place on the web; empty where the address of the site is not known.

    Args:
        site: the address of the site, with a slash at its end or without.
        place: relative to the root of the site. The first page of a folder goes by the folder.
    """
    if not site:
        return ""
    folder, _, name = place.rpartition("/")
    shown = f"{folder}/" if folder and name == CHOOSER else ("" if name == CHOOSER else place)
    return f"{site.rstrip('/')}/{quote(shown, safe=_SAFE)}"


def _free(path: str, taken: set[str]) -> str:
    stem = path.rpartition(".")[0]
    number = 1
    url = f"{stem}.html"
    while url.casefold() in taken:
        number += 1
        url = f"{stem}-{number}.html"
    taken.add(url.casefold())
    return url
