"""The links of a built site, followed as a browser follows them."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_TAG = re.compile(r'<[a-z][a-z0-9]*((?:\s+[^\s=<>"]+(?:="[^"]*")?)+)\s*/?>')
_ATTRIBUTE = re.compile(r'([^\s=<>"]+)="([^"]*)"')
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_REFRESH = re.compile(r"\d+; url=(.*)")
_NO_MARKUP = re.compile(r"<!--.*?-->|(<(script|style)\b[^>]*>).*?</\2>", re.DOTALL)
"""Comments, and what stands in scripts."""


class Dead(NamedTuple):
    """A link that leads to nothing."""

    place: str
    """The page that it stands on."""
    target: str
    """The place of the site that it names."""
    fragment: str
    """The part of the page that it names, where the page is there."""
    shown: bool
    """Whether readers see that it leads to nothing."""


def dead_links(site: Path) -> list[Dead]:
    """Every internal `href`, `src` and refresh of a site that leads to no file of it, or to no element of a page."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {place: list(_elements((site / place).read_text("utf-8"))) for place in files if place.endswith(".html")}
    anchors = {place: {found["id"] for found in elements if "id" in found} for place, elements in pages.items()}
    found: list[Dead] = []
    for place in sorted(pages):
        for element in pages[place]:
            for address in _addresses(element):
                target, fragment = _followed(address, place)
                shown = "missing" in element.get("class", "").split()
                if target not in files:
                    found.append(Dead(place, target, "", shown))
                elif fragment and fragment != "top" and target in anchors and fragment not in anchors[target]:
                    found.append(Dead(place, target, fragment, shown))
    return found


def _elements(page: str) -> Iterator[dict[str, str]]:
    """The attributes of each element that has any."""
    for attributes in _TAG.findall(_NO_MARKUP.sub(lambda found: found[1] or "", page)):
        yield {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(attributes)}


def _addresses(element: dict[str, str]) -> Iterator[str]:
    refresh = _REFRESH.fullmatch(element.get("content", "")) if element.get("http-equiv") == "refresh" else None
    written = (element.get("href"), element.get("src"), refresh[1] if refresh else None)
    yield from (address for address in written if address is not None and not _SCHEME.match(address))


def _followed(address: str, place: str) -> tuple[str, str]:
    parts = urlsplit(address)
    path = unquote(parts.path)
    target = normpath(join("" if path.startswith("/") else dirname(place), path.lstrip("/"))) if path else place
    return target, unquote(parts.fragment)
