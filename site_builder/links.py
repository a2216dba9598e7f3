"""What an author's address leads to, and how the site writes it."""

import enum
import re
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote

from engine.pages.blocks import Page
from engine.pages.discovery import PAGE_SUFFIXES
from site_builder.routes import Routes, relative
from site_builder.static_files import StaticFiles

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SAFE_SCHEMES = ("https:", "http:", "mailto:", "tel:")


class Kind(enum.Enum):
    """What a link leads to."""

    PAGE = "page"
    FILE = "file"
    HERE = "here"
    EXTERNAL = "external"
    MISSING = "missing"
    """No such page or file in the docs folder."""
    REFUSED = "refused"
    """A script, an embedded document, or a place outside of the docs folder."""


class Link(NamedTuple):
    """An address as it is written into the site."""

    kind: Kind
    href: str = ""
    page: Page | None = None
    file: str = ""
    """The path of a `FILE`, relative to the docs folder."""


class Links:
    """Resolves the addresses of a docs folder."""

    def __init__(self, routes: Routes, files: StaticFiles, site: str | None = None) -> None:
        """
        Args:
            routes: where pages are.
            files: the other files.
            site: the address of the site on the web, where it is known: what begins with it may be a page of it.
        """
        self._routes = routes
        self._files = files
        self._site = f"{site.rstrip('/')}/" if site else ""
        self._pages: dict[tuple[str, str], Page | None] = {}
        self._resolved: dict[tuple[str, str, str, str | None], Link] = {}

    def resolve(self, written: str, source: str, place: str, readers: str | None = None) -> Link:
        """Find what an address means.

        Args:
            written: the address, as the author wrote it.
            source: the file that it stands in, relative to the docs folder.
            place: where on the site it will stand.
            readers: the language of those who read it, where it is not the author's: they are led to their own pages.
        """
        # A page asks twice: for its HTML, and for its Markdown.
        asked = (written, source, place, readers)
        link = self._resolved.get(asked)
        if link is None:
            link = self._resolved[asked] = self._resolve(*asked)
        return link

    def _resolve(self, written: str, source: str, place: str, readers: str | None) -> Link:
        # Browsers drop these characters too, so that `java\nscript:` is a scheme.
        address = _CONTROL.sub("", written).strip().replace("\\", "/")
        scheme = _SCHEME.match(address)
        if scheme:
            own = self._own(address, source, place, readers)
            if own is not None:
                return own
            safe = scheme.group().lower() in _SAFE_SCHEMES
            return Link(Kind.EXTERNAL, address) if safe else Link(Kind.REFUSED)
        if address.startswith("//"):
            return Link(Kind.EXTERNAL, f"https:{address}")
        path, mark, fragment = address.partition("#")
        path = path.partition("?")[0]
        if not path:
            return Link(Kind.HERE, f"#{fragment}" if mark else "")
        found: str | None = ""
        for decoded in dict.fromkeys((path, unquote(path))):
            found = self._inside(decoded, source)
            if found is None:
                return Link(Kind.REFUSED)
            page = self._page(found, source)
            if page is not None:
                target = self._routes.for_readers(page, readers) if readers else self._routes.url(page.path)
                return Link(Kind.PAGE, relative(place, target) + mark + fragment, page)
            if self._files.has(found):
                return Link(Kind.FILE, relative(place, found) + mark + fragment, file=found)
        return Link(Kind.MISSING, relative(place, found or "") + mark + fragment)

    def _own(self, address: str, source: str, place: str, readers: str | None) -> Link | None:
        """A page or file of this site that is named by its address on the web."""
        if not self._site or not address.startswith(self._site):
            return None
        link = self._resolve(f"/{address.removeprefix(self._site)}", source, place, readers)
        return link if link.kind in (Kind.PAGE, Kind.FILE) else None

    def _inside(self, path: str, source: str) -> str | None:
        """The path relative to the docs folder; None when it leaves it. A leading `/` or `~/` is the docs folder."""
        folder = "" if path.startswith(("/", "~/")) else dirname(source)
        found = normpath(join(folder, path.removeprefix("~").lstrip("/")))
        return None if found == ".." or found.startswith("../") else found

    def _page(self, path: str, source: str) -> Page | None:
        language = source.partition("/")[0]
        known = (path, language)
        if known not in self._pages:
            self._pages[known] = self._find(path, language)
        return self._pages[known]

    def _find(self, path: str, language: str) -> Page | None:
        stem = path.removesuffix(".html").removesuffix(".htm")
        for folder in ("", f"{language}/"):
            # The suffix may be left out, as Mintlify's authors do.
            for candidate in (path, *(f"{start}{s}" for start in (stem, f"{path}/index") for s in PAGE_SUFFIXES)):
                page = self._routes.find(f"{folder}{candidate}")
                if page is not None:
                    return page
        return None

    def redirect(self, page: Page) -> Link:
        """Where a redirect stub leads in the end. A circle of stubs leads nowhere."""
        place = self._routes.url(page.path)
        seen = {page.path}
        current = page
        while current.redirect is not None:
            link = self.resolve(current.redirect, current.path, place)
            if link.page is None or link.page.path in seen:
                return link if link.page is None else Link(Kind.MISSING)
            seen.add(link.page.path)
            current = link.page
        return Link(Kind.PAGE, link.href, current)
