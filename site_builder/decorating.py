"""Sanitised HTML -> HTML of the site: its own addresses, unique anchors, the words of alerts, boxes around tables."""

import html
import re
from collections.abc import Mapping

from engine.findings.codes import N_
from site_builder.alert_words import ALERT_WORDS
from site_builder.article import DIFFERENCES, GENERATED, OUTDATED, Draft
from site_builder.highlighting import highlighted
from site_builder.links import Kind
from site_builder.static_files import is_picture

_UNLINKED = ("h1", "h6")
"""Headings without a link to themselves: the page's own, and the titles of cards and steps."""
_TAG = re.compile(r'</?[a-z][a-z0-9]*(?: [a-z-]+="[^"]*")*>')
_CHANGED_TAG = re.compile(
    r"""
    <(/?)(
        a | aside | div | h[1-6] | img | span | table | th
        | [a-z][a-z0-9]*(?=\ )  # any that has attributes
    )((?:\ [a-z-]+="[^"]*")*)>
    """,
    re.VERBOSE,
)
"""A tag that may be written otherwise than it was: most have no attributes, and stay."""
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_ESCAPED = re.compile("""[&<>"']""")
_ALERT_KIND = re.compile(r"alert-([a-z]+)")


class Decoration:
    """One pass over the HTML of a page or of a part of it.

    INVARIANT: nh3 writes every tag in lower case, balanced, and every attribute value in double quotes with `"`
    escaped, so that its tags can be found by a regular expression.
    """

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._sources: list[str] = [draft.page.path]
        self._heading: tuple[str, str, int] | None = None
        self._html = ""
        self._closing = ""
        """What closes the link that the title of a card is."""
        self._links: list[str] = []
        """What closes each `<a>` that is open; empty for one that is not written as a link around its content."""
        self._level = 1
        """The level of the last heading: a component's title is one below it."""

    def write(self, clean: str) -> str:
        """The HTML as it is published."""
        self._html = highlighted(clean)
        return _CHANGED_TAG.sub(self._tag, self._html)

    def _tag(self, found: re.Match[str]) -> str:
        closing, tag, written = found.groups()
        if closing:
            return self._close(tag, found)
        attributes = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(written)} if written else {}
        if "name" in attributes:
            # How anchors were written before any element could be one.
            attributes.setdefault("id", attributes.pop("name"))
        if "id" in attributes and not self._draft.take_anchor(attributes["id"]):
            del attributes["id"]
        match tag:
            case "a":
                return self._open_link(attributes)
            case "img":
                return self._picture(attributes)
            case "div" | "span":
                self._sources.append(attributes.pop("data-from", self._sources[-1]))
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                return self._open_heading(tag, attributes, found)
            case "aside":
                return _open(tag, attributes) + self._alert_title(attributes)
            case "table":
                label = self._draft.table_label()
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
        elif tag == "a":
            return self._links.pop() if self._links else ""
        elif self._heading is not None and tag == self._heading[0]:
            _, anchor, start = self._heading
            self._heading = None
            title = " ".join(_TAG.sub("", self._html[start : found.start()]).split())
            self._draft.add_heading(tag, anchor, title)
            link, self._closing = self._closing, ""
            if anchor and tag not in _UNLINKED and not any(self._links):
                return f"{link}{self._anchor_link(anchor)}{self._marks(anchor)}</{tag}>"
            return f"{link}</{tag}>"
        return found.group()

    def _open_heading(self, tag: str, attributes: dict[str, str], found: re.Match[str]) -> str:
        self._heading = (tag, attributes.get("id", ""), found.end())
        written = attributes.pop("data-href", None)
        if attributes.get("class") != "title":
            self._level = int(tag[1])
            return _open(tag, attributes)
        attributes["aria-level"] = str(min(self._level + 1, 6))
        if written is None or any(self._links):
            return _open(tag, attributes)
        link = {"href": written, "class": "card-link"}
        self._address(link)
        self._closing = "</a>" if "href" in link else ""
        return _open(tag, attributes) + (_open("a", link) if self._closing else "")

    def _open_link(self, attributes: dict[str, str]) -> str:
        """A link. What is only an anchor ends at once, for it may stand around headings, which get links; a link in a
        link is none.
        """
        self._address(attributes)
        leads = ("href" in attributes or "class" in attributes) and not (any(self._links) or self._closing)
        self._links.append("</a>" if leads else "")
        if leads:
            return _open("a", attributes)
        return f"{_open('a', {'id': attributes['id']})}</a>" if "id" in attributes else ""

    def _address(self, attributes: dict[str, str]) -> None:
        written = attributes.pop("href", None)
        if written is None:
            return
        kind, href = self._draft.link(written, self._sources[-1])
        if kind is Kind.REFUSED:
            attributes["class"] = "refused"
            return
        attributes["href"] = href
        if kind is Kind.EXTERNAL:
            attributes["class"] = f"{attributes.get('class', '')} external".strip()
            attributes["rel"] = "external noopener"
        elif kind is Kind.MISSING:
            attributes["class"] = f"{attributes.get('class', '')} missing".strip()

    def _picture(self, attributes: dict[str, str]) -> str:
        """The picture, or its alternative text in a box where the site cannot show it."""
        kind, href = self._draft.link(attributes.get("src", ""), self._sources[-1])
        if kind is Kind.FILE and is_picture(href.partition("#")[0]):
            return _open("img", {**attributes, "src": href, "alt": attributes.get("alt", ""), "loading": "lazy"})
        text = html.escape(attributes.get("alt", "").strip())
        return f'<span class="no-picture" {GENERATED}>{text}</span>' if text else ""

    def _anchor_link(self, anchor: str) -> str:
        """A link of a heading to itself, shown when it is pointed at."""
        label = self._draft.word(N_("Link to this section"))
        return f'<a class="anchor" href="#{html.escape(anchor)}" aria-label="{label}" {GENERATED}></a>'

    def _marks(self, anchor: str) -> str:
        """Marks at the heading of a section that differs from other languages or is older; they lead to who says so."""
        marks = ""
        if anchor in self._draft.disputed:
            word = self._draft.word(N_("languages differ"))
            marks += f'<a class="disputed" href="#{DIFFERENCES}" {GENERATED}>{word}</a>'
        if anchor in self._draft.outdated:
            word = self._draft.word(N_("may be out of date"))
            marks += f'<a class="outdated" href="#{OUTDATED}" {GENERATED}>{word}</a>'
        return marks

    def _alert_title(self, attributes: Mapping[str, str]) -> str:
        kind = _ALERT_KIND.search(attributes.get("class", ""))
        if kind is None or kind[1] not in ALERT_WORDS:
            return ""
        return f'<p class="alert-title" {GENERATED}>{self._draft.word(ALERT_WORDS[kind[1]])}</p>'


def _open(tag: str, attributes: Mapping[str, str]) -> str:
    if not attributes:
        return f"<{tag}>"
    written = [
        f' {name}="{html.escape(value) if _ESCAPED.search(value) else value}"' for name, value in attributes.items()
    ]
    return f"<{tag}{''.join(written)}>"
