"""The configured Markdown parsers: CommonMark with GFM tables, strikethrough and DocFX directives; MDX on top."""

import functools
from collections.abc import Callable
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore, normalize
from markdown_it.token import Token

from engine.pages.block_parsing import TrackingBlock
from engine.pages.directives import docfx
from engine.pages.inline_parsing import TrackingInline
from engine.pages.mdx_blocks import mdx_blocks
from engine.pages.mdx_elements import mdx_elements
from engine.pages.mdx_inline import mdx_inline
from engine.pages.rendering import PageRenderer
from engine.pages.tabs import docfx_tabs

MDX_SUFFIX = ".mdx"
"""Files with this suffix, in any case, are MDX; all others are Markdown as DocFX and GitHub have it."""


def is_mdx(path: str) -> bool:
    """The flavour of a file."""
    return path.lower().endswith(MDX_SUFFIX)


class _TrackingMarkdown(MarkdownIt):
    """MarkdownIt whose tokens carry positions, and whose link addresses stay as the author wrote them."""

    def __init__(
        self,
        config: str,
        options: dict[str, Any],
        renderer: Callable[[MarkdownIt], Any],
    ) -> None:
        """
        Args:
            config: a preset of markdown-it.
            options: options that override the preset's.
            renderer: makes the renderer.
        """
        super().__init__(config, options, renderer_cls=renderer)
        self.inline: TrackingInline = TrackingInline()
        self.block: TrackingBlock = TrackingBlock()
        self.configure(config, options)
        # Both joins would merge text tokens from different places into one.
        self.disable(["fragments_join", "text_join"])

    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Every address is a link here; what is safe to publish is decided where pages are written."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """The address, unchanged."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        """The text of an autolink, unchanged."""
        return link


_UNUSED = ("alerts", "inline_definitions", "store_labels", "strikethrough_single_tilde", "tasklists")
_OPTIONS = {"html": True, **dict.fromkeys(_UNUSED, False)}
"""markdown-it asks for options all the time, and a missing one costs most."""


def _normalize(state: StateCore) -> None:
    """Make all line endings line feeds and replace NUL, as markdown-it does, where there is anything to do."""
    if "\r" in state.src or "\0" in state.src:
        normalize(state)


@functools.cache
def _parser(mdx: bool) -> _TrackingMarkdown:
    md = _TrackingMarkdown("commonmark", _OPTIONS, PageRenderer)
    md.enable(["table", "strikethrough"])
    docfx(md)
    md.core.ruler.at("normalize", _normalize)
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
