"""`redirect_from`: the addresses that a page had before, from each of which the site leads to it."""

from collections.abc import Iterable
from posixpath import dirname, join, normpath
from typing import NamedTuple

from engine.pages.blocks import Page
from engine.pages.discovery import PAGE_SUFFIXES
from site_builder.routes import Routes

KEY = "redirect_from"
_MOST = 100
"""Former addresses of one page; beyond, a list is no list of addresses."""


class FormerPlaces(NamedTuple):
    """Former places of pages."""

    places: dict[str, Page]
    """Place on the site -> the page that once was there; sorted."""
    refused: dict[str, tuple[str, ...]]
    """Path of a page -> addresses that lead out of the languages of the site, or where another page is."""


def former_places(pages: Iterable[Page], routes: Routes) -> FormerPlaces:
    """What the front matter of pages says about where they were.

    An address begins at the docs folder (`/sv/old/page`) or at the language folder (`/old/page`), or else at the
    folder of the page. The first page that claims a place gets it. Where its author left a redirect stub, that leads
    on. The former address of a translation that is gone leads its readers to what stands in for it.
    """
    pages = list(pages)
    stubs = {routes.url(page.path).casefold() for page in pages if page.redirect is not None}
    pages = [page for page in pages if page.redirect is None]
    folders = {page.folder: page.language for page in pages}
    taken = {routes.url(path).casefold() for path in routes.pages} | {s.casefold() for s in routes.starts.values()}
    places: dict[str, Page] = {}
    refused: dict[str, tuple[str, ...]] = {}
    for page in pages:
        for number, written in enumerate(_written(page)):
            place = _place(written, page, folders) if number < _MOST else None
            shown = _shown(page, folders[place.partition("/")[0]], routes) if place else page
            if place and (place.casefold() in stubs or (shown is not page and place == routes.url(shown.path))):
                continue
            if place is None or place.casefold() in taken or _is_below_a_file(place, taken):
                refused[page.path] = (*refused.get(page.path, ()), written)
                continue
            taken.add(place.casefold())
            places[place] = shown
    return FormerPlaces(dict(sorted(places.items())), refused)


def _shown(page: Page, language: str, routes: Routes) -> Page:
    """What readers of a language are led to: their translation, or what stands in for one."""
    version = routes.version(page.key, language) if language != page.language else page
    return version if version is not None and version.redirect is None else page


def _written(page: Page) -> list[str]:
    value = page.front_matter.get(KEY)
    listed = value if isinstance(value, list) else [value]
    return [entry.strip() for entry in listed if isinstance(entry, str) and entry.strip()]


def _place(written: str, page: Page, folders: Iterable[str]) -> str | None:
    path = written.replace("\\", "/").partition("#")[0].partition("?")[0]
    if any(ord(character) < 0x20 for character in path) or ":" in path or path.startswith("//"):
        return None
    base = dirname(page.path)
    if path.startswith("/"):
        path = path.lstrip("/")
        base = "" if path.partition("/")[0] in folders else page.folder
    folder = path.endswith("/")
    found = normpath(join(base, path))
    if found.partition("/")[0] not in folders or "/" not in found:
        return None
    if folder:
        return f"{found}/index.html"
    for suffix in (*PAGE_SUFFIXES, ".html", ".htm"):
        found = found.removesuffix(suffix)
    return None if any(part.startswith(".") for part in found.split("/")) else f"{found}.html"


def _is_below_a_file(place: str, taken: Iterable[str]) -> bool:
    """Whether a page stands where a folder would have to be."""
    above = dirname(place.casefold())
    while above:
        if above in taken:
            return True
        above = dirname(above)
    return False
