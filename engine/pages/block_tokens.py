"""The block tokens that rules make of other tokens; the reader of tokens and the renderer know them all.

A group of tabs is `tabs_open`, tabs, `tabs_close`; a tab is `tab_open`, `tab_title_open`, `inline`, `tab_title_close`,
blocks, `tab_close`. All tokens take the lines from `begin` to before `end`, from 0.
"""

from typing import Literal, TypeAlias

from markdown_it.token import Token

Nesting: TypeAlias = Literal[1, -1]
"""Opening or closing."""


def alert_token(nesting: Nesting, kind: str, begin: int, end: int) -> Token:
    """A box."""
    token = _token("alert", "aside", nesting, begin, end)
    token.info = kind
    return token


def list_token(nesting: Nesting, kind: str, begin: int, end: int) -> Token:
    """A list, `bullet` or `ordered`."""
    return _token(f"{kind}_list", "ul" if kind == "bullet" else "ol", nesting, begin, end)


def item_token(nesting: Nesting, begin: int, end: int) -> Token:
    """An item of a list."""
    return _token("list_item", "li", nesting, begin, end)


def tabs_token(nesting: Nesting, begin: int, end: int) -> Token:
    """A group of tabs."""
    return _classed(_token("tabs", "div", nesting, begin, end), "tabs")


def tab_token(nesting: Nesting, begin: int, end: int) -> Token:
    """One tab."""
    return _classed(_token("tab", "div", nesting, begin, end), "tab")


def tab_title(inline: Token, begin: int, end: int) -> list[Token]:
    """The title of a tab, which follows its opening token."""
    opener = _classed(_token("tab_title", "p", 1, begin, end), "tab-title")
    return [opener, inline, _token("tab_title", "p", -1, begin, end)]


def box_token(html: str, begin: int, end: int) -> Token:
    """A piece of HTML around content: it is written and never read.

    Args:
        html: a tag of the site's own; nothing of an author's.
        begin: the first line.
        end: the line after the last.
    """
    token = Token("box", "", 0, block=True, map=[begin, end])
    token.content = html
    return token


def _token(name: str, tag: str, nesting: Nesting, begin: int, end: int) -> Token:
    suffix = "open" if nesting > 0 else "close"
    return Token(f"{name}_{suffix}", tag, nesting, block=True, map=[begin, end])


def _classed(token: Token, name: str) -> Token:
    if token.nesting > 0:
        token.attrs["class"] = name
    return token
