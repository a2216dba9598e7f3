"""Pairs of MDX tags -> the block tokens that all flavours share.

Tags pair within their container (page, quotation, list item). What has no partner is nothing, and what is not known
is no more than its content, so that no text is lost.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from engine.pages.block_tokens import alert_token, box_token, item_token, list_token, tab_title, tab_token, tabs_token
from engine.pages.components import ACCORDION, ALERTS, BOXES, GROUPS, HEADINGS, MEDIA, STEPS, TITLE_LINK
from engine.pages.directives import TARGET
from engine.pages.esm import IMPORTS, NAME, USED
from engine.pages.jsx import Tag
from engine.pages.mdx_blocks import ADDRESS, SHOWN, TAG, ShownAttribute
from engine.pages.tracking import COLUMN, LINE, OFFSET, PLACE

_LEVEL_OF_TITLES: Final = 6
_MAX_DEPTH: Final = 20
"""Elements within so many others are no elements: the reader of the tokens nests with them."""
_INVISIBLE = ("esm", "jsx")


class _Element:
    """An opening tag, while its partner is looked for and after."""

    def __init__(self, index: int, name: str) -> None:
        self.index = index
        self.end = index
        self.name = name
        self.children: list[_Element] = []
        self.invisible: list[int] = []
        self.mixed = False
        """Whether it holds anything but elements that belong in a group of its kind."""


class _Container:
    """The elements that are open in one container."""

    def __init__(self) -> None:
        self.open: list[_Element] = []
        self.names: Counter[str] = Counter()

    def enter(self, element: _Element) -> None:
        self.open.append(element)
        self.names[element.name] += 1

    def leave(self, name: str, index: int) -> _Element | None:
        """Close the innermost element of that name; the ones within it have no end, and are no elements."""
        if not self.names[name]:
            self.hold_text()
            return None
        while True:
            element = self.open.pop()
            self.names[element.name] -= 1
            if element.name == name:
                element.end = index
                if self.open:
                    self.open[-1].children.append(element)
                    self.open[-1].mixed |= GROUPS.get(self.open[-1].name) != name
                return element
            self.open[-1].mixed = True

    def hold_text(self) -> None:
        if self.open:
            self.open[-1].mixed = True

    def hold_nothing(self, index: int) -> None:
        if self.open:
            self.open[-1].invisible.append(index)


def mdx_elements(state: StateCore) -> None:
    """Replace the `jsx` tokens; those that remain, and `esm`, carry nothing that is read."""
    tokens = state.tokens
    imports: dict[str, str] = state.env.get(IMPORTS, {})
    used: set[str] = state.env.setdefault(USED, set())
    replaced: dict[int, list[Token]] = {}
    for element in _elements(tokens, imports):
        _replace(tokens, element, replaced)
    result: list[Token] = []
    for index, token in enumerate(tokens):
        tag: Tag | None = token.meta.get(TAG) if token.type == "jsx" else None
        if tag is not None and tag.name in imports:
            if not tag.closing:
                used.add(tag.name)
                result.append(_include(token, imports[tag.name]))
        elif index in replaced:
            result += replaced[index]
        else:
            result += _shown(token.meta.get(SHOWN, ()))
            result.append(token)
    for token in result:
        if token.type == "inline" and token.children is None:
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)
    for token in result:
        if token.type == "esm" and token.meta.get(NAME) in used:
            # Its use tells whether there is such a file.
            del token.meta[TARGET]
    state.tokens = result


def _elements(tokens: list[Token], imports: dict[str, str]) -> list[_Element]:
    """The elements that have both tags, inner ones before outer ones."""
    result: list[_Element] = []
    containers = [_Container()]
    for index, token in enumerate(tokens):
        container = containers[-1]
        tag: Tag | None = token.meta.get(TAG) if token.type == "jsx" else None
        if tag is None:
            if token.type in _INVISIBLE:
                container.hold_nothing(index)
            elif token.nesting >= 0:
                container.hold_text()
            if token.nesting > 0:
                containers.append(_Container())
            elif token.nesting < 0:
                containers.pop()
        elif tag.closing and tag.name not in imports:
            element = container.leave(tag.name, index)
            if element is not None:
                result.append(element)
        elif tag.alone or tag.name in imports:
            container.hold_text()
        elif sum(len(outer.open) for outer in containers) < _MAX_DEPTH:
            container.enter(_Element(index, tag.name))
        else:
            container.hold_text()
    return result


def _replace(tokens: list[Token], element: _Element, replaced: dict[int, list[Token]]) -> None:
    """Note what stands for both tags of an element, and for the tags of its children when it is a group."""
    opener, closer = tokens[element.index], tokens[element.end]
    begin, end = (opener.map or [0, 1])[0], (closer.map or [0, 1])[1]
    # A child of a group has its final tokens from the group, which comes later.
    before, behind = _shown(opener.meta[SHOWN]), list[Token]()
    if element.name in ALERTS:
        before = [alert_token(1, ALERTS[element.name], begin, end), *before]
        behind = [alert_token(-1, ALERTS[element.name], begin, end)]
    elif element.name in GROUPS and element.children and not element.mixed:
        for index in element.invisible:
            replaced[index] = []
        if element.name == "Tabs":
            before, behind = [tabs_token(1, begin, end)], [tabs_token(-1, begin, end)]
        else:
            kind = "bullet" if element.name == "ul" else "ordered"
            before, behind = [list_token(1, kind, begin, end)], [list_token(-1, kind, begin, end)]
            if element.name == "Steps":
                before[0].attrs["class"] = STEPS
        for child in element.children:
            _replace_child(tokens, child, replaced)
    elif element.name in HEADINGS:
        _replace_heading(tokens, element)
    elif element.name in MEDIA:
        before = [opener]
    elif element.name in BOXES:
        before, behind = _box(opener, BOXES[element.name], begin, end)
    replaced[element.index], replaced[element.end] = before, behind


def _box(opener: Token, kind: str, begin: int, end: int) -> tuple[list[Token], list[Token]]:
    """What stands before and behind the content of a box."""
    attributes: list[ShownAttribute] = opener.meta[SHOWN]
    if kind == ACCORDION and attributes and attributes[0].heading:
        before = [
            box_token(f'<details class="{kind}">\n<summary>', begin, begin + 1),
            *_shown(attributes[:1]),
            box_token("</summary>", begin, begin + 1),
            *_shown(attributes[1:]),
        ]
        return before, [box_token("</details>", end - 1, end)]
    before = [box_token(f'<div class="{kind}">', begin, begin + 1), *_shown(attributes)]
    if ADDRESS in opener.meta and len(before) > 1 and before[1].type == "heading_open":
        before[1].attrs[TITLE_LINK] = opener.meta[ADDRESS]
    return before, [box_token("</div>", end - 1, end)]


def _replace_child(tokens: list[Token], child: _Element, replaced: dict[int, list[Token]]) -> None:
    opener = tokens[child.index]
    begin, end = (opener.map or [0, 1])[0], (tokens[child.end].map or [0, 1])[1]
    if child.name == "Tab":
        attributes: list[ShownAttribute] = opener.meta[SHOWN]
        title = ShownAttribute(True, "", "", opener.meta[LINE], opener.meta[COLUMN])
        if attributes and attributes[0].heading:
            title, attributes = attributes[0], attributes[1:]
        titled = tab_title(_inline(title), begin, end)
        replaced[child.index] = [tab_token(1, begin, end), *titled, *_shown(attributes)]
        replaced[child.end] = [tab_token(-1, begin, end)]
    else:
        replaced[child.index] = [item_token(1, begin, end), *_shown(opener.meta[SHOWN])]
        replaced[child.end] = [item_token(-1, begin, end)]


def _replace_heading(tokens: list[Token], element: _Element) -> None:
    """Make the one paragraph of `<h1>` a heading."""
    inner = tokens[element.index + 1 : element.end]
    if [token.type for token in inner] == ["paragraph_open", "inline", "paragraph_close"]:
        inner[0].type, inner[0].tag = "heading_open", element.name
        inner[2].type, inner[2].tag = "heading_close", element.name


def _shown(attributes: Sequence[ShownAttribute]) -> list[Token]:
    """The attributes that show: titles as headings, word by word, and the others as paragraphs of Markdown."""
    result: list[Token] = []
    for attribute in attributes:
        name, tag = ("heading", f"h{_LEVEL_OF_TITLES}") if attribute.heading else ("paragraph", "p")
        lines = [attribute.line, attribute.line + 1]
        opener = Token(f"{name}_open", tag, 1, block=True, map=lines)
        opener.attrs["class"] = "title" if attribute.heading else "caption"
        result += [
            opener,
            _inline(attribute),
            Token(f"{name}_close", tag, -1, block=True),
        ]
    return result


def _inline(attribute: ShownAttribute) -> Token:
    """The token of its words. Those that are Markdown have no children yet."""
    raw, value = attribute.raw, attribute.value
    meta = {LINE: attribute.line, COLUMN: attribute.column, PLACE: (attribute.line, attribute.column)}
    lines = [attribute.line, attribute.line + 1]
    inline = Token("inline", "", 0, content=raw, map=lines, meta=meta, block=True)
    # The map of a token of one place has one line.
    if attribute.heading or "\n" in raw:
        child = Token("text" if raw == value else "text_special", "", 0, content=value, meta={OFFSET: 0})
        child.markup = "" if raw == value else raw
        inline.children = [child] if value else []
    return inline


def _include(token: Token, target: str) -> Token:
    content = token.content.split("\n", 1)[0]
    meta = {TARGET: target, LINE: token.meta[LINE], COLUMN: token.meta[COLUMN]}
    return Token("include_block", "", 0, content=content, map=token.map, meta=meta, block=True)
