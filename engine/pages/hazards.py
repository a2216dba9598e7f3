"""What on a page could harm its readers or exhaust whoever reads it: told with its line, and never published."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from engine.findings import Finding
from engine.model.spans import Span
from engine.pages.source import Source

MOST_LEVELS = 20
"""Where the parser ends: its own bound on nesting."""
_CONTAINERS = frozenset({"blockquote_open", "alert_open", "list_item_open", "bullet_list_open", "ordered_list_open"})
_WRITTEN = frozenset({"html_block", "jsx", "inline"})
"""What has text of an author in it."""
_SHOWN = 60
_SCHEME = r"(?:java|vb)script\s*:|data\s*:(?!\s*image/)"
_TAG = re.compile(
    r"<\s*(?:script|object|embed|base|meta|link|svg|math|form)\b[^<>]*"
    r"|<[a-z][^<>]{0,2000}?[\s/\"']on[a-z]+\s*=[^<>]*"
    rf"|<[a-z][^<>]{{0,2000}}?\s(?:href|src|action|formaction)\s*=\s*[\"']?\s*(?:{_SCHEME})[^<>]*",
    re.IGNORECASE,
)
_LINK = re.compile(rf"\]\(\s*<?\s*(?:{_SCHEME})[^\s)]*", re.IGNORECASE)
"""What looks like a link and was not taken for one, because its address is no address."""
_ADDRESS = re.compile(rf"\s*(?:{_SCHEME})", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def hazards(tokens: Sequence[Token], source: Source, first: int) -> Iterator[Finding]:
    """The findings of one file, at most one for each block.

    Args:
        tokens: its block tokens, with the inline tokens inside.
        source: the file.
        first: how many lines stand before the first that the tokens count.
    """
    deepest = False
    for token in tokens:
        content = token.content
        if token.type in _WRITTEN and ("<" in content or "[" in content) and (what := _unsafe(token)):
            yield Finding("F024", _span(token, source, first), {"what": what[:_SHOWN]})
        elif token.level >= MOST_LEVELS - 1 and token.type in _CONTAINERS and not deepest:
            deepest = True
            yield Finding("F026", _span(token, source, first), {"most": str(MOST_LEVELS)})


def _unsafe(token: Token) -> str:
    """What is dangerous in a token that has a tag or a link; empty for nothing."""
    if token.type in ("html_block", "jsx"):
        found = _TAG.search(token.content)
    else:
        children = token.children or ()
        html = "".join(c.content for c in children if c.type in ("html_inline", "jsx_inline"))
        text = "".join(c.content for c in children if c.type in ("text", "text_special"))
        addresses = (str(child.attrs.get(name, "")) for child in children for name in ("href", "src"))
        refused = next((address for address in addresses if _ADDRESS.match(_CONTROL.sub("", address))), "")
        found = _TAG.search(html) or _LINK.search(_CONTROL.sub("", text))
        if found is None and refused:
            return refused
    return " ".join(found[0].split()).removeprefix("](") if found else ""


def _span(token: Token, source: Source, first: int) -> Span:
    line = min(first + (token.map or [0])[0] + 1, len(source.lines))
    return Span(source.path, line, 1, line, len(source.lines[line - 1]) + 1)
