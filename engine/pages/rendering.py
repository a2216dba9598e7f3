"""Tokens -> HTML: markdown-it's renderer with rules for headings, alerts and includes.

The HTML is unsanitised and keeps the author's addresses. `data-from` names the file that an included part comes
from, because its relative addresses start there.
"""

from collections.abc import Sequence
from typing import Final

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from engine.pages.components import MEDIA
from engine.pages.jsx import Tag
from engine.pages.mdx_blocks import TAG

HTML: Final = "html"
"""On an include token: the finished HTML to put in its place."""
ANCHORS: Final = "anchors"
"""On a heading's opening token: anchors to write in front of its text."""


class PageRenderer(RendererHTML):
    """The renderer of pages; markdown-it calls the method that is named like the token."""

    def render(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:
        """As in markdown-it, but tags that close blocks, which many tokens are, without a call."""
        out: list[str] = []
        rules = self.rules
        for index, token in enumerate(tokens):
            kind = token.type
            if kind == "inline":
                if token.children:
                    out.append(self.renderInline(token.children, options, env))
            elif (rule := rules.get(kind)) is not None:
                out.append(rule(tokens, index, options, env))
            elif token.hidden:
                # The paragraphs of a tight list show no tags.
                continue
            elif token.nesting < 0 and token.block and not token.attrs:
                out.append(f"</{token.tag}>\n")
            else:
                out.append(self.renderToken(tokens, index, options, env))
        return "".join(out)

    def renderInline(  # noqa: N802 (markdown-it's name)
        self, tokens: Sequence[Token], options: OptionsDict, env: EnvType
    ) -> str:
        """As in markdown-it, but plain words and tags without attributes, which most tokens are, without a call."""
        out: list[str] = []
        rules = self.rules
        for index, token in enumerate(tokens):
            kind = token.type
            if kind == "text":
                if token.content:
                    out.append(escapeHtml(token.content))
            elif (rule := rules.get(kind)) is not None:
                out.append(rule(tokens, index, options, env))
            elif token.nesting and not (token.attrs or token.block or token.hidden):
                out.append(f"<{token.tag}>" if token.nesting > 0 else f"</{token.tag}>")
            else:
                out.append(self.renderToken(tokens, index, options, env))
        return "".join(out)

    def renderToken(  # noqa: N802 (markdown-it's name)
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """As in markdown-it, but a tag that opens a block without attributes, which most are, at once."""
        token = tokens[idx]
        if token.nesting <= 0 or token.attrs or token.hidden or not token.block:
            return super().renderToken(tokens, idx, options, env)
        # What a tight list shows of its paragraphs stands on the line of the tag before.
        before = "\n" if idx and tokens[idx - 1].hidden else ""
        following = tokens[idx + 1] if idx + 1 < len(tokens) else None
        if following is not None and (
            following.type == "inline" or following.hidden or (following.nesting < 0 and following.tag == token.tag)
        ):
            return f"{before}<{token.tag}>"
        return f"{before}<{token.tag}>\n"

    def list_item_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The tag: there are no boxes to tick."""
        return self.renderToken(tokens, idx, options, env)

    def heading_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The heading with its `id`, followed by further anchors."""
        written = "".join(f'<a id="{escapeHtml(anchor)}"></a>' for anchor in tokens[idx].meta.get(ANCHORS, ()))
        return self.renderToken(tokens, idx, options, env) + written

    def alert_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The box without a title: its word is the business of the site."""
        return f'<aside class="alert alert-{tokens[idx].info}" role="note">\n'

    def text_special(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """An entity or escape, as its character."""
        return escapeHtml(tokens[idx].content)

    def include_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """What was included."""
        return str(tokens[idx].meta.get(HTML, ""))

    def include_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """What was included."""
        return str(tokens[idx].meta.get(HTML, ""))

    def box(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A tag around the content of a component."""
        return f"{tokens[idx].content}\n"

    def jsx(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A video or a frame; nothing for other elements, comments and expressions."""
        tag: Tag | None = tokens[idx].meta.get(TAG)
        if tag is None or tag.closing or tag.name not in MEDIA:
            return ""
        begin = tokens[idx].content.removesuffix(">").removesuffix("/")
        return f"{begin}>\n" if tag.name == "hr" else f"{begin}></{tag.name}>\n"

    def jsx_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Nothing: a component or an expression."""
        return ""

    def esm(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Nothing: `import` or `export`."""
        return ""

    def renderInlineAsText(  # noqa: N802 (markdown-it's name)
        self, tokens: Sequence[Token] | None, options: OptionsDict, env: EnvType
    ) -> str:
        """The alternative text of an image; entities and escapes count as text."""
        for token in tokens or ():
            if token.type == "text_special":
                token.type = "text"
        return super().renderInlineAsText(tokens, options, env)


def included_block(path: str, html: str) -> str:
    """The HTML of a block include of the file `path`."""
    return f'<div data-from="{escapeHtml(path)}">\n{html}</div>\n' if html else ""


def included_inline(path: str, paragraphs: Sequence[str]) -> str:
    """The HTML of an inline include: the paragraphs of the file `path`, one behind the other.

    What is no paragraph, such as a list, ends the paragraph that it is included in.
    """
    if not all(html.startswith("<p>") for html in paragraphs):
        return included_block(path, "".join(paragraphs))
    inner = " ".join(html.strip().removeprefix("<p>").removesuffix("</p>") for html in paragraphs)
    return f'<span data-from="{escapeHtml(path)}">{inner}</span>' if inner else ""
