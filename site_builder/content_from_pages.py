"""A page's blocks -> the HTML of its article, safe to publish, with the site's own addresses."""

import html
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from engine.findings.codes import N_
from engine.localedata import Messages
from engine.pages.blocks import Page
from site_builder.links import Kind, Links
from site_builder.sanitising import sanitise
from site_builder.static_files import is_picture

GENERATED = "data-charter-generated"
"""On every element of an article that no author wrote: it is not read back."""

_ALERTS = {
    "note": N_("Note"),
    "tip": N_("Tip"),
    "important": N_("Important"),
    "warning": N_("Warning"),
    "caution": N_("Caution"),
}
_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_ALERT_KIND = re.compile(r"alert-([a-z]+)")
_BEGIN, _END = "\ufdd0", "\ufdd1"
"""Noncharacters of Unicode, around the number of a part that is written by the site. No author's text keeps them."""
_NO_MARKERS = {ord(_BEGIN): None, ord(_END): None}
_MARKER = re.compile(f"(?:<p>)?{_BEGIN}(\\d+){_END}(?:</p>)?")
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


class Replacement(NamedTuple):
    """A part of a block's HTML, and what the site writes in its place."""

    old: str
    write: Callable[["Writer"], str]


class Writer:
    """Writes the article of one page."""

    def __init__(
        self, page: Page, place: str, links: Links, messages: Messages, reserved: frozenset[str] = frozenset()
    ) -> None:
        """
        Args:
            page: the page.
            place: where it stands on the site.
            links: resolves addresses.
            messages: the interface words of its language.
            reserved: anchors that generated parts of the page have.
        """
        self._page = page
        self._place = place
        self._links = links
        self._messages = messages
        self._anchors = set(reserved)
        self._headings: list[Listed] = []
        self._has_title = False
        self._missing: dict[str, None] = {}

    def article(self, replacements: Mapping[int, Sequence[Replacement]]) -> Article:
        """Write the page.

        Args:
            replacements: index of a top-level block -> the parts of it that the site writes, in order.
        """
        numbered: list[Replacement] = []
        parts: list[str] = []
        for index, block in enumerate(self._page.blocks):
            found = replacements.get(index, ())
            parts.append(_marked(block.html, found, len(numbered)))
            numbered += found
        written = self._write("\n".join(parts))
        if numbered:
            written = _MARKER.sub(lambda marker: numbered[int(marker[1])].write(self), written)
        return Article(written, tuple(self._headings), self._has_title, tuple(self._missing))

    def fragment(self, source: str) -> str:
        """Write a piece of HTML of the page."""
        return self._write(source.translate(_NO_MARKERS))

    def _write(self, source: str) -> str:
        return _Decoration(self).write(sanitise(source))

    def word(self, message: str) -> str:
        """An interface sentence in the language of the page, escaped."""
        return html.escape(self._messages.get(message))

    @property
    def path(self) -> str:
        """The file of the page, relative to the docs folder."""
        return self._page.path

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
        link = self._links.resolve(address, source, self._place)
        if link.kind in (Kind.MISSING, Kind.REFUSED):
            self._missing[address] = None
        return link.kind, link.href


class _Decoration:
    """One pass over sanitised HTML: addresses, anchors, the words of alerts, boxes around tables.

    INVARIANT: nh3 writes every tag in lower case, balanced, and every attribute value in double quotes with `"`
    escaped, so that its tags can be found by a regular expression.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._sources: list[str] = [writer.path]
        self._heading: tuple[str, str, int] | None = None
        self._html = ""

    def write(self, clean: str) -> str:
        """The HTML as it is published."""
        self._html = clean
        return _TAG.sub(self._tag, clean)

    def _tag(self, found: re.Match[str]) -> str:
        closing, tag, written = found.groups()
        if closing:
            return self._close(tag, found)
        attributes = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(written)} if written else {}
        if "id" in attributes and not self._writer.take_anchor(attributes["id"]):
            del attributes["id"]
        match tag:
            case "a":
                self._address(attributes)
            case "img":
                return self._picture(attributes)
            case "div" | "span":
                self._sources.append(attributes.pop("data-from", self._sources[-1]))
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._heading = (tag, attributes.get("id", ""), found.end())
            case "aside":
                return _open(tag, attributes) + self._alert_title(attributes)
            case "table":
                label = self._writer.word(N_("Table"))
                box = f'<div class="table-box" role="region" aria-label="{label}" tabindex="0">'
                return box + _open(tag, attributes)
            case "td" | "th":
                if "align" in attributes:
                    attributes["class"] = f"align-{attributes.pop('align')}"
                if tag == "th":
                    attributes.setdefault("scope", "col")
            case "i" if "aria-label" in attributes:
                attributes["role"] = "img"
            case _:
                pass
        return _open(tag, attributes)

    def _close(self, tag: str, found: re.Match[str]) -> str:
        if tag in ("div", "span") and len(self._sources) > 1:
            self._sources.pop()
        elif tag == "table":
            return "</table></div>"
        elif self._heading is not None and tag == self._heading[0]:
            _, anchor, start = self._heading
            self._heading = None
            title = " ".join(_TAG.sub("", self._html[start : found.start()]).split())
            self._writer.add_heading(tag, anchor, title)
            if anchor and tag != "h1":
                return f"{self._anchor_link(anchor)}</{tag}>"
        return found.group()

    def _address(self, attributes: dict[str, str]) -> None:
        written = attributes.pop("href", None)
        if written is None:
            return
        kind, href = self._writer.link(written, self._sources[-1])
        if kind is Kind.REFUSED:
            attributes["class"] = "refused"
            return
        attributes["href"] = href
        if kind is Kind.EXTERNAL:
            attributes["class"], attributes["rel"] = "external", "external noopener"
        elif kind is Kind.MISSING:
            attributes["class"] = "missing"

    def _picture(self, attributes: dict[str, str]) -> str:
        """The picture, or its alternative text in a box where the site cannot show it."""
        kind, href = self._writer.link(attributes.get("src", ""), self._sources[-1])
        if kind is Kind.FILE and is_picture(href.partition("#")[0]):
            return _open("img", {**attributes, "src": href, "alt": attributes.get("alt", ""), "loading": "lazy"})
        text = html.escape(attributes.get("alt", "").strip())
        return f'<span class="no-picture" {GENERATED}>{text}</span>' if text else ""

    def _anchor_link(self, anchor: str) -> str:
        """A link of a heading to itself, shown when it is pointed at."""
        label = self._writer.word(N_("Link to this section"))
        return f'<a class="anchor" href="#{html.escape(anchor)}" aria-label="{label}" {GENERATED}></a>'

    def _alert_title(self, attributes: Mapping[str, str]) -> str:
        kind = _ALERT_KIND.search(attributes.get("class", ""))
        if kind is None or kind[1] not in _ALERTS:
            return ""
        return f'<p class="alert-title" {GENERATED}>{self._writer.word(_ALERTS[kind[1]])}</p>'


def _open(tag: str, attributes: Mapping[str, str]) -> str:
    written = "".join(f' {name}="{html.escape(value)}"' for name, value in attributes.items())
    return f"<{tag}{written}>"


def _marked(source: str, replacements: Sequence[Replacement], first: int) -> str:
    """The HTML of a block with numbered markers in place of the parts that are replaced."""
    done, rest = "", source.translate(_NO_MARKERS)
    for number, replacement in enumerate(replacements, first):
        before, found, rest = rest.partition(replacement.old.translate(_NO_MARKERS))
        done += f"{before}<p>{_BEGIN}{number}{_END}</p>" if found else before
    return done + rest
