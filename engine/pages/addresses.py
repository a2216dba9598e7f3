"""What an author's address leads to: a page or file of the docs folder, or nothing that was given.

An address means what it means to a browser and to DocFX: relative to the file that it stands in, or from the docs
folder on with a leading `/` or `~/`. A page may be named by its source, by its `.html`, without a suffix, or by its
`uid:` as `xref:uid`.
"""

import enum
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote

from engine.pages.blocks import Page
from engine.pages.discovery import PAGE_SUFFIXES

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SITE_SUFFIXES = (".html", ".htm")
_BY_UID = "xref:"
_INDEXES = ("index.yml", "index.html")
"""Files that answer for their folder, beside pages."""


class Reach(enum.Enum):
    """How far an address leads."""

    PAGE = "page"
    FILE = "file"
    ELSEWHERE = "elsewhere"
    """Another site, a mail address or another scheme."""
    MISSING = "missing"
    """The docs folder holds its folder, and no such page or file in it."""
    OUTSIDE = "outside"
    """Beyond what was given: out of the docs folder, or in a folder of it that holds nothing."""


class Destination(NamedTuple):
    """Where an address leads."""

    reach: Reach
    path: str = ""
    """Relative to the docs folder, as far as the address can be followed; begins with `../` outside of it."""
    page: Page | None = None
    fragment: str = ""
    """What stands behind the `#`, decoded."""


class Addresses:
    """Resolves the addresses of a docs folder."""

    def __init__(self, root: Path, pages: Iterable[Page]) -> None:
        self._root = root
        self._pages: dict[str, Page] = {}
        self._uids: dict[tuple[str, str], Page] = {}
        for page in pages:
            self._pages[page.path.casefold()] = page
            if uid := page.front_matter.get("uid"):
                # A uid may be the same in every language; the page of one's own comes first.
                self._uids.setdefault((page.language, str(uid)), page)
                self._uids.setdefault(("", str(uid)), page)
        self._folders: dict[str, bool] = {}
        self._files: dict[str, bool] = {}

    def resolve(self, written: str, page: Page, source: str) -> Destination:
        """Find what an address means.

        Args:
            written: the address, as the author wrote it.
            page: the page that it is read on.
            source: the file that it stands in, relative to the docs folder: the page's or an included one. What it
                does not reach from there is looked for from the page, where a browser would.
        """
        address = _CONTROL.sub("", written).strip().replace("\\", "/")
        if address.lower().startswith(_BY_UID):
            return self._by_uid(address[len(_BY_UID) :], page.language)
        if address.startswith("//") or _SCHEME.match(address):
            return Destination(Reach.ELSEWHERE)
        path, _, fragment = address.partition("#")
        path, fragment = path.partition("?")[0], unquote(fragment)
        if not path:
            return Destination(Reach.PAGE, page.path, page, fragment)
        nearest: Destination | None = None
        for start in dict.fromkeys((source, page.path)):
            for decoded in dict.fromkeys((path, unquote(path))):
                found = self._follow(decoded, start)._replace(fragment=fragment)
                if found.reach in (Reach.PAGE, Reach.FILE):
                    return found
                nearest = nearest or found
        return nearest or Destination(Reach.OUTSIDE)

    def _by_uid(self, address: str, language: str) -> Destination:
        """The page of a uid. One that no page has may be that of an interface or another site."""
        name, _, fragment = address.partition("#")
        uid = unquote(name.partition("?")[0])
        page = self._uids.get((language, uid)) or self._uids.get(("", uid))
        if page is None:
            return Destination(Reach.OUTSIDE, _BY_UID + uid)
        return Destination(Reach.PAGE, page.path, page, unquote(fragment))

    def _follow(self, path: str, source: str) -> Destination:
        from_root = path.startswith(("/", "~/"))
        target = normpath(join("" if from_root else dirname(source), path.removeprefix("~").lstrip("/")))
        if target == ".." or target.startswith("../"):
            return Destination(Reach.OUTSIDE, target)
        for start in ("", f"{source.partition('/')[0]}/") if from_root else ("",):
            page = self._page(start + target)
            if page is not None:
                return Destination(Reach.PAGE, page.path, page)
        if self._is_file(target) or any(self._is_file(f"{target}/{name}") for name in _INDEXES):
            return Destination(Reach.FILE, target)
        return Destination(Reach.MISSING if self._was_given(dirname(target)) else Reach.OUTSIDE, target)

    def _page(self, path: str) -> Page | None:
        # Most addresses are the path of a page.
        if (page := self._pages.get(path.casefold())) is not None:
            return page
        stem = path
        for suffix in _SITE_SUFFIXES:
            stem = stem.removesuffix(suffix)
        names = [f"{start}{suffix}" for start in (stem, f"{path}/index") for suffix in PAGE_SUFFIXES]
        return next((self._pages[name] for name in map(str.casefold, names) if name in self._pages), None)

    def _is_file(self, path: str) -> bool:
        known = self._files.get(path)
        if known is None:
            known = self._files[path] = _asked(os.path.isfile, self._root / path)
        return known

    def _was_given(self, folder: str) -> bool:
        """Whether the docs folder holds a file in this very folder; folders in it alone do not count."""
        known = self._folders.get(folder)
        if known is None:
            known = self._folders[folder] = _asked(_holds_file, self._root / folder)
        return known


def _holds_file(folder: Path) -> bool:
    with os.scandir(folder) as entries:
        return any(entry.is_file() for entry in entries)


def _asked(question: Callable[[Path], bool], path: Path) -> bool:
    """The answer of the file system; no for a name that no file can have."""
    try:
        return question(path)
    except (OSError, ValueError):
        return False
