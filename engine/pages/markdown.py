"""The one configured Markdown parser: CommonMark with GFM tables and strikethrough, and the DocFX directives."""

import functools

from markdown_it.token import Token

from engine.pages.directives import docfx
from engine.pages.rendering import PageRenderer
from engine.pages.tracking import TrackingMarkdown


@functools.cache
def _parser() -> TrackingMarkdown:
    md = TrackingMarkdown("commonmark", {"html": True}, PageRenderer)
    md.enable(["table", "strikethrough"])
    docfx(md)
    return md


def parse(text: str) -> list[Token]:
    """Parse a page's body into block tokens, whose positions count from the start of `text`."""
    return _parser().parse(text, {})


def render(tokens: list[Token]) -> str:
    """Render a slice of what `parse` gave, after its includes were resolved."""
    md = _parser()
    return str(md.renderer.render(tokens, md.options, {}))
