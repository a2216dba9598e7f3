"""The inline rules of MDX: tags and comments do not show, snippets are included, string literals show."""

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from engine.pages.directives import TARGET
from engine.pages.esm import IMPORTS, USED
from engine.pages.inline_parsing import TrackingInline
from engine.pages.jsx import scan_comment, scan_expression, scan_tag
from engine.pages.tracking import END, OFFSET


def mdx_inline(md: MarkdownIt) -> None:
    """Install the rules.

    Tokens made: `include_inline`, `html_inline` for elements of HTML and comments, `jsx_inline` for other tags and
    for expressions, `text_special` for string literals.
    """
    md.inline.ruler.before("html_inline", "jsx", _jsx)
    md.inline.ruler.before("html_inline", "jsx_expression", _expression)
    if isinstance(md.inline, TrackingInline):
        md.inline.beginnings |= {_jsx: "<", _expression: "{"}


def _jsx(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "<":
        return False
    end = scan_comment(state.src, state.pos, state.posMax)
    kind, target = "html_inline", None
    if end is None:
        tag = scan_tag(state.src, state.pos, state.posMax)
        if tag is None:
            return False
        end = tag.end
        target = None if tag.closing else state.env.get(IMPORTS, {}).get(tag.name)
        if target is not None:
            kind = "include_inline"
        elif tag.name[0].isupper():
            kind = "jsx_inline"
        if target is not None and not silent:
            state.env.setdefault(USED, set()).add(tag.name)
    if not silent:
        token = state.push(kind, "", 0)
        token.meta = {OFFSET: state.pos, END: end}
        if target is not None:
            token.meta[TARGET] = target
        token.content = state.src[state.pos : end]
    state.pos = end
    return True


def _expression(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "{":
        return False
    expression = scan_expression(state.src, state.pos, state.posMax)
    if expression is None:
        return False
    if not silent:
        shows = expression.value is not None
        token = state.push("text_special" if shows else "jsx_inline", "", 0)
        written = state.src[state.pos : expression.end]
        token.content = expression.value or "" if shows else written
        token.markup = written if shows else ""
        token.info = "literal" if shows else ""
        token.meta = {OFFSET: state.pos}
    state.pos = expression.end
    return True
