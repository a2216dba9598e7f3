"""The HTML that pages may bring: an allow-list, applied by nh3."""

import re

import nh3

from site_builder.table_grid import fitted

_TAGS = frozenset(
    {
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "div",
        "blockquote",
        "pre",
        "hr",
        "aside",
        "section",
        "details",
        "summary",
    }
    | {"ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "img", "a", "span", "br", "wbr"}
    | {"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"}
    | {"abbr", "b", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "strong"}
    | {"sub", "sup", "u", "var"}
)
_DROPPED_WHOLE = frozenset({"script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math"})
_ATTRIBUTES = {
    "*": {"id", "lang", "dir", "title"},
    "a": {"href", "name"},
    "aside": {"class", "role"},
    "code": {"class"},
    "details": {"class", "open"},
    "div": {"class", "data-from"},
    "h6": {"class", "data-href"},
    "i": {"class", "aria-label", "aria-hidden"},
    "img": {"src", "alt", "width", "height"},
    "li": {"value"},
    "p": {"class"},
    "ol": {"class", "start", "type", "reversed"},
    "span": {"data-from"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align", "scope"},
}
_CLASSES = {
    "aside": re.compile(r"alert|alert-[a-z]+"),
    "code": re.compile(r"language-[\w+#.-]{1,40}"),
    "details": re.compile(r"accordion"),
    "div": re.compile(r"tabs|tab|card|cards|accordions|callout|code-group|frame|update"),
    "h6": re.compile(r"title"),
    "i": re.compile(r"ph|ph-[a-z0-9-]{1,40}"),
    "ol": re.compile(r"steps"),
    "p": re.compile(r"tab-title|caption"),
}
_MARKUP_ALIGN = re.compile(r'<(t[dh]) style="text-align:(left|center|right)">')
_WORD = re.compile(r"[\w.:-]{1,200}")
_SPACE = re.compile(r"\s")
_EMPTY_ANCHOR = re.compile(r"<a(\s[^<>]*?)\s*/>", re.IGNORECASE)
"""An anchor as DocFX authors write it: `<a id="x" />`."""
_EMPTY_ROW = re.compile(r"<tr>\s*</tr>\s*")


def sanitise(html: str) -> str:
    """What remains of the HTML of a page: well-formed, without anything that runs, loads or restyles.

    Addresses are left as they are; whoever writes them into the site must resolve them (`links`).
    """
    # HTML has no empty `<a/>`: a browser would take everything that follows for the link.
    clean = _CLEANER.clean(_EMPTY_ANCHOR.sub(r"<a\1></a>", _MARKUP_ALIGN.sub(r'<\1 align="\2">', html)))
    # A row without a cell is no row of a table, and shows nothing.
    return fitted(_EMPTY_ROW.sub("", clean))


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "class":
        allowed = _CLASSES[tag]
        return " ".join(word for word in value.split() if allowed.fullmatch(word)) or None
    if name in ("id", "name"):
        return value if value and not _SPACE.search(value) else None
    if name == "aria-hidden":
        return value if value in ("true", "false") else None
    if name in ("align", "role", "scope", "type", "dir", "lang"):
        return value if _WORD.fullmatch(value) else None
    return value


_CLEANER = nh3.Cleaner(
    tags=set(_TAGS),
    clean_content_tags=set(_DROPPED_WHOLE),
    attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
    attribute_filter=_attribute,
    link_rel=None,
)
