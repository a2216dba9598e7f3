"""The article of one page, and what is gathered while it is written."""

import html
from typing import NamedTuple

from engine.findings.codes import N_
from engine.localedata import Messages
from engine.pages.blocks import Page
from site_builder.links import Kind, Links

GENERATED = "data-charter-generated"
"""On every element of an article that no author wrote: it is not read back."""
DIFFERENCES = "charter-differences"
"""The anchor of the banner that quotes what other languages say."""
OUTDATED = "charter-outdated"
"""The anchor of the note that other languages have changed since."""
_LISTED = ("h2", "h3")


class Listed(NamedTuple):
    """A heading in the list of what is on the page."""

    level: int
    anchor: str
    title: str
    """As escaped text."""


class Article(NamedTuple):
    """The content of a page."""

    html: str
    headings: tuple[Listed, ...]
    has_title: bool
    """Whether its author wrote a heading of the first level."""
    missing: tuple[str, ...]
    """Addresses in it that lead to nothing."""


class Draft:
    """An article that is being written: its anchors, headings and links so far."""

    def __init__(
        self,
        page: Page,
        place: str,
        links: Links,
        messages: Messages,
        reserved: frozenset[str],
        readers: str | None = None,
        disputed: frozenset[str] = frozenset(),
        outdated: frozenset[str] = frozenset(),
    ) -> None:
        """
        Args:
            page: the page.
            place: where it stands on the site.
            links: resolves addresses.
            messages: the interface words of its language.
            reserved: anchors that generated parts of the page have.
            readers: the language of its readers, where it is another than the page's.
            disputed: anchors of the sections in which it says other than its translations.
            outdated: anchors of the sections that other languages have changed since.
        """
        self.disputed = disputed
        self.outdated = outdated
        self.page = page
        self._place = place
        self._links = links
        self._messages = messages
        self._readers = readers
        self._anchors = set(reserved)
        self._headings: list[Listed] = []
        self._has_title = False
        self._tables = 0
        self._missing: dict[str, None] = {}
        self.files: set[str] = set()
        """Pictures and documents that it refers to, relative to the docs folder."""

    def finished(self, written: str) -> Article:
        """The article, with everything gathered."""
        return Article(written, tuple(self._headings), self._has_title, tuple(self._missing))

    def word(self, message: str) -> str:
        """An interface sentence in the language of the page, escaped."""
        return html.escape(self._messages.get(message))

    def table_label(self) -> str:
        """What the next table is called for those who do not see it, escaped: tables are told apart by number."""
        self._tables += 1
        return html.escape(self._messages.format(N_("Table {number}"), number=self._tables))

    def take_anchor(self, anchor: str) -> bool:
        """Whether an anchor is still free on the page; it is not any more."""
        free = anchor not in self._anchors
        self._anchors.add(anchor)
        return free

    def add_heading(self, tag: str, anchor: str, title: str) -> None:
        """Note a heading for the list of what is on the page."""
        if tag == "h1":
            self._has_title = True
        elif tag in _LISTED and anchor and title:
            self._headings.append(Listed(int(tag[1]), anchor, title))

    def link(self, address: str, source: str) -> tuple[Kind, str]:
        """Resolve an address of the page or of a file that it includes."""
        link = self._links.resolve(address, source, self._place, self._readers)
        if link.kind in (Kind.MISSING, Kind.REFUSED):
            self._missing[address] = None
        if link.file:
            self.files.add(link.file)
        return link.kind, link.href
