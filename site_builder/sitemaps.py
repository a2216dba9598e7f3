"""Sitemaps: one per language, each page with its translations, and an index of them (sitemaps.org)."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

from site_builder.routes import absolute

INDEX = "sitemap.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_MOST = 50_000
"""Pages of one file, by the protocol."""


class Listed(NamedTuple):
    """A page in a sitemap."""

    place: str
    versions: Mapping[str, str]
    """Language -> where it has the page."""


def sitemaps(site: str, pages: Mapping[str, Sequence[Listed]]) -> Iterator[tuple[str, bytes]]:
    """The files, as (place, content).

    Args:
        site: the address of the site.
        pages: language -> its pages.
    """
    places: list[str] = []
    for tag, listed in sorted(pages.items()):
        for number, begin in enumerate(range(0, len(listed), _MOST), 1):
            place = f"sitemap-{tag}{f'-{number}' if number > 1 else ''}.xml"
            places.append(place)
            yield place, _sitemap(site, listed[begin : begin + _MOST])
    lines = [f"<sitemap><loc>{_address(site, place)}</loc></sitemap>" for place in places]
    yield INDEX, _document("sitemapindex", "", lines)
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {absolute(site, INDEX)}\n".encode()


def _sitemap(site: str, pages: Sequence[Listed]) -> bytes:
    lines: list[str] = []
    for page in pages:
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{escape(tag)}" href="{_address(site, place)}"/>'
            for tag, place in sorted(page.versions.items())
            if len(page.versions) > 1
        )
        lines.append(f"<url><loc>{_address(site, page.place)}</loc>{links}</url>")
    return _document("urlset", ' xmlns:xhtml="http://www.w3.org/1999/xhtml"', lines)


def _document(element: str, more: str, lines: Sequence[str]) -> bytes:
    body = "\n".join(lines)
    return f'{_HEAD}<{element} xmlns="{_NAMESPACE}"{more}>\n{body}\n</{element}>\n'.encode()


def _address(site: str, place: str) -> str:
    return escape(absolute(site, place))
