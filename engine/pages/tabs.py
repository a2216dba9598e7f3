"""Tabs as DocFX writes them -> the tokens of tabs."""

import re
from typing import NamedTuple

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from engine.pages.block_tokens import tab_title, tab_token, tabs_token
from engine.pages.tracking import CUT

_TITLE = re.compile(r"\[([^\[\]]*)\]\(#tab/[^()\s]+\)")


class _Open(NamedTuple):
    tabs: Token
    tab: Token


def docfx_tabs(state: StateCore) -> None:
    """Make groups of headings that are nothing but a link to `#tab/...`.

    A group ends at a thematic break, or else with what contains it.
    """
    if "#tab/" not in state.src:
        return
    tokens = state.tokens
    if not any(token.type == "inline" and _TITLE.fullmatch(token.content) for token in tokens):
        return
    result: list[Token] = []
    # Of every open container: the group and the tab that are open in it.
    groups: list[_Open | None] = [None]
    last = 0
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.nesting == 0 and token.map:
            last = max(last, token.map[1])
        title = _TITLE.fullmatch(tokens[index + 1].content) if _is_atx_heading(token) else None
        if title is not None:
            begin, last = token.map or [0, 1]
            group = _close_tab(result, groups[-1], begin)
            if group is None:
                group = tabs_token(1, begin, last)
                result.append(group)
            inline = tokens[index + 1]
            inline.content = title[1].strip()
            inline.meta[CUT] = title.start(1) + len(title[1]) - len(title[1].lstrip())
            tab = tab_token(1, begin, last)
            result += [tab, *tab_title(inline, begin, last)]
            groups[-1] = _Open(group, tab)
            index += 3
            continue
        if token.nesting < 0:
            _close_group(result, groups.pop(), last)
        if token.type == "hr" and groups[-1] is not None:
            _close_group(result, groups[-1], last)
            groups[-1] = None
        else:
            result.append(token)
        if token.nesting > 0:
            groups.append(None)
        index += 1
    _close_group(result, groups.pop(), last)
    state.tokens = result


def _close_tab(result: list[Token], open_group: _Open | None, end: int) -> Token | None:
    """Close the tab that is open; gives the group that it belongs to."""
    if open_group is None:
        return None
    tabs, tab = open_group
    begin = tab.map[0] if tab.map else 0
    tab.map = [begin, max(end, begin + 1)]
    result.append(tab_token(-1, *tab.map))
    return tabs


def _close_group(result: list[Token], open_group: _Open | None, end: int) -> None:
    tabs = _close_tab(result, open_group, end)
    if tabs is not None:
        begin = tabs.map[0] if tabs.map else 0
        tabs.map = [begin, max(end, begin + 1)]
        result.append(tabs_token(-1, *tabs.map))


def _is_atx_heading(token: Token) -> bool:
    return token.type == "heading_open" and token.markup.startswith("#")
