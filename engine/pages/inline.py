"""An inline token of markdown-it -> `Text`: the visible characters, their places and their markup.

Visible is what a browser shows: soft and hard breaks are one space, tags and comments are nothing, an image is
nothing (its alternative text is not part of the sentence). Entities, escapes and includes are atomic pieces.
"""

import html
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from engine.model.spans import Span
from engine.pages.blocks import Mark, Piece, Text
from engine.pages.content_map import ContentMap
from engine.pages.tracking import END, OFFSET

_LINE_BREAK_TAG = re.compile(r"</?(?:br|p|div|[uod]l|li|d[dt]|t[rdh]|table|h[1-6r])\b[^>]*>", re.IGNORECASE)
_ANCHOR_TAG = re.compile(r"<a(?:\s[^>]*)?>", re.IGNORECASE)
_ANCHOR_END = re.compile(r"</a\s*>", re.IGNORECASE)
_ADDRESS = re.compile(r"\shref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_OPENING = {"strong_open": "strong", "em_open": "emphasis", "link_open": "link"}
_CLOSING = {"strong_close": "strong", "em_close": "emphasis", "link_close": "link"}
_TARGETS = {"link_open": "href", "image": "src"}


class IncludedText(NamedTuple):
    """What an inline include puts in place."""

    visible: str
    html: str


Includer = Callable[[str, Span], IncludedText]
"""Resolves the target of an include; the span is that of the directive."""


def read_text(token: Token, content_map: ContentMap, include: Includer) -> Text:
    """Read one `inline` token.

    Args:
        token: the token with its children. Its includes get the HTML to show (`meta["html"]`).
        content_map: where its content stands.
        include: called for each inline include.
    Returns:
        The text; it always has at least one piece, so that it has a span even when nothing is visible.
    """
    children = token.children or ()
    if len(children) == 1 and children[0].content == token.content and children[0].type == "text":
        # Most texts are without markup.
        plain = token.content
        if plain == plain.strip() and len(pieces := content_map.pieces(0, plain, 0)) == 1:
            return Text(plain, tuple(pieces))
    builder = _Builder(token.content, content_map)
    builder.add(children, include)
    return builder.text()


class _Builder:
    def __init__(self, content: str, content_map: ContentMap) -> None:
        self._content = content
        self._map = content_map
        self._parts: list[str] = []
        self._length = 0
        self._last = ""
        self._pieces: list[Piece] = []
        self._marks: list[Mark] = []
        self._open: list[tuple[str, int, str | None]] = []
        self._tag: tuple[int, str] | None = None
        """An author's own `<a>` while it is open: where it begins, and its address. It need not nest in markup."""
        self._joint = False

    def add(self, tokens: Sequence[Token], include: Includer) -> None:
        """Take the child tokens."""
        for token in tokens:
            kind = token.type
            if kind == "text":
                # Not when nothing shows.
                if token.content:
                    self._add_text(token.content, token.meta.get(OFFSET, 0))
            elif (opened := _OPENING.get(kind)) is not None:
                self._open.append((opened, self._length, _target(token)))
            elif (closed := _CLOSING.get(kind)) is not None:
                self._close(closed)
            else:
                self._add_other(token, token.meta.get(OFFSET, 0), include)

    def _add_other(self, token: Token, offset: int, include: Includer) -> None:
        kind = token.type
        if kind == "text_special":
            self._add_special(token, offset)
        elif kind == "code_inline":
            self._add_code(token, offset)
        elif kind in ("softbreak", "hardbreak"):
            self._break(offset, offset + 1)
        elif kind in ("html_inline", "jsx_inline"):
            self._add_tag(token.content, offset)
        elif kind == "image":
            self._marks.append(Mark("image", self._length, self._length, _target(token)))
            self._joint = True
        elif kind == "include_inline":
            self._add_include(token, offset, include)

    def _add_tag(self, tag: str, offset: int) -> None:
        if _LINE_BREAK_TAG.fullmatch(tag):
            self._break(offset, offset + len(tag))
        elif _ANCHOR_TAG.fullmatch(tag):
            found = _ADDRESS.search(tag)
            self._tag = (self._length, html.unescape(found[found.lastindex or 0])) if found else None
        elif self._tag is not None and _ANCHOR_END.fullmatch(tag):
            start, target = self._tag
            self._marks.append(Mark("link", start, self._length, target))
            self._tag = None
        self._joint = True

    def text(self) -> Text:
        """The finished text, without white space at its ends."""
        visible = "".join(self._parts)
        kept = visible.strip()
        if kept == visible and self._pieces:
            self._marks.sort(key=_place_of_mark)
            return Text(visible, tuple(self._pieces), tuple(self._marks))
        cut = len(visible) - len(visible.lstrip()) if kept else 0
        size = len(kept)
        pieces: list[Piece] = []
        for index, piece in enumerate(self._pieces if kept else ()):
            behind = self._pieces[index + 1].start if index + 1 < len(self._pieces) else len(visible)
            if behind <= cut or piece.start >= cut + size:
                continue
            ahead = max(0, cut - piece.start)
            column = piece.column if piece.atomic_length else piece.column + ahead
            pieces.append(Piece(piece.start + ahead - cut, piece.path, piece.line, column, piece.atomic_length))
        if not pieces:
            place = self._map.span(0, 0)
            pieces.append(Piece(0, place.path, place.line, place.column))
        marks = [
            Mark(mark.kind, min(max(0, mark.start - cut), size), min(max(0, mark.end - cut), size), mark.target)
            for mark in self._marks
        ]
        marks.sort(key=_place_of_mark)
        return Text(kept, tuple(pieces), tuple(marks))

    def _add_text(self, text: str, offset: int) -> None:
        # Not behind an autolink's `<`.
        if not self._content.startswith(text, offset) and self._content.startswith(text, offset + 1):
            offset += 1
        if self._joint and self._last == " ":
            # What stood between two spaces is invisible: one of them shows.
            shown = text.lstrip(" ")
            offset += len(text) - len(shown)
            text = shown
        if text:
            self._append(text, self._map.pieces(offset, text, self._length))

    def _add_special(self, token: Token, offset: int) -> None:
        end = offset + len(token.markup)
        if token.content == token.markup:
            self._append(token.content, self._map.pieces(offset, token.content, self._length))
        elif token.content:
            self._append(token.content, [self._map.atomic(offset, end, self._length)])

    def _add_code(self, token: Token, offset: int) -> None:
        fence = len(token.markup)
        written = token.meta[END] - offset - 2 * fence
        # CommonMark 6.1: one space is stripped from both sides, or none is.
        begin = offset + fence + (1 if written > len(token.content) else 0)
        start = self._length
        if token.content:
            self._append(token.content, self._map.pieces(begin, token.content, start))
        self._marks.append(Mark("code", start, self._length))

    def _add_include(self, token: Token, offset: int, include: Includer) -> None:
        end: int = token.meta[END]
        target: str = token.meta["target"]
        included = include(target, self._map.span(offset, end))
        token.meta["html"] = included.html
        start = self._length
        if included.visible:
            self._append(included.visible, [self._map.atomic(offset, end, start)])
        self._marks.append(Mark("include", start, self._length, target))
        self._joint = True

    def _break(self, offset: int, end: int) -> None:
        if self._length and not self._last.isspace():
            self._append(" ", [self._map.atomic(offset, end, self._length)])
        self._joint = True

    def _close(self, kind: str) -> None:
        # Tags nest properly, whatever the author wrote: markdown-it made them.
        if self._open and self._open[-1][0] == kind:
            _, start, target = self._open.pop()
            self._marks.append(Mark(kind, start, self._length, target))

    def _append(self, text: str, pieces: list[Piece]) -> None:
        for piece in pieces:
            if not (self._pieces and _continues(self._pieces[-1], piece)):
                self._pieces.append(piece)
        self._parts.append(text)
        self._length += len(text)
        self._last = text[-1]
        self._joint = False


def _continues(before: Piece, piece: Piece) -> bool:
    """Whether `piece` says no more than `before` says already."""
    return (
        not before.atomic_length
        and not piece.atomic_length
        and before.line == piece.line
        and before.column + piece.start - before.start == piece.column
    )


def _place_of_mark(mark: Mark) -> tuple[int, int]:
    """Outer ones stand first."""
    return mark.start, -mark.end


def _target(token: Token) -> str | None:
    attribute = _TARGETS.get(token.type)
    return str(token.attrs.get(attribute, "")) if attribute else None
