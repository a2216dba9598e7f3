"""The configured Markdown parsers: CommonMark with GFM tables, strikethrough and DocFX directives; MDX on top."""

import functools
from typing import Any

from markdown_it.token import Token

from engine.pages.directives import docfx
from engine.pages.mdx_blocks import mdx_blocks
from engine.pages.mdx_elements import mdx_elements
from engine.pages.mdx_inline import mdx_inline
from engine.pages.rendering import PageRenderer
from engine.pages.tabs import docfx_tabs
from engine.pages.tracking import TrackingMarkdown

MDX_SUFFIX = ".mdx"
"""Files with this suffix, in any case, are MDX; all others are Markdown as DocFX and GitHub have it."""


def is_mdx(path: str) -> bool:
    """The flavour of a file."""
    return path.lower().endswith(MDX_SUFFIX)


@functools.cache
def _parser(mdx: bool) -> TrackingMarkdown:
    md = TrackingMarkdown("commonmark", {"html": True}, PageRenderer)
    md.enable(["table", "strikethrough"])
    docfx(md)
    md.core.ruler.after("heading_anchors", "tabs", docfx_tabs)
    if mdx:
        mdx_blocks(md)
        mdx_inline(md)
        # Behind `inline`, so that the words of attributes are not read as Markdown.
        md.core.ruler.after("inline", "mdx_elements", mdx_elements)
    return md


def parse(text: str, *, mdx: bool = False) -> list[Token]:
    """Parse a page's body into block tokens, whose positions count from the start of `text`."""
    environment: dict[str, Any] = {}
    return _parser(mdx).parse(text, environment)


def render(tokens: list[Token]) -> str:
    """Render a slice of what `parse` gave, after its includes were resolved."""
    md = _parser(False)
    return str(md.renderer.render(tokens, md.options, {}))
