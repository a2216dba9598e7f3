"""The tokens of one file -> blocks with spans, includes expanded."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from markdown_it.token import Token

from engine.cache import Digest
from engine.findings import Finding
from engine.model.spans import Span
from engine.pages import markdown
from engine.pages.anchors import Anchors, author_anchors
from engine.pages.blocks import (
    Alert,
    AnyBlock,
    Code,
    Heading,
    Include,
    Item,
    List,
    Mark,
    Other,
    Paragraph,
    Piece,
    Quote,
    Tab,
    Tabs,
    Text,
)
from engine.pages.components import TITLE_LINK
from engine.pages.content_map import block_map
from engine.pages.directives import ANCHOR, TARGET
from engine.pages.front_matter import read_front_matter
from engine.pages.hazards import hazards
from engine.pages.includes import CYCLE, include_candidates, resolve_include
from engine.pages.inline import IncludedText, read_text
from engine.pages.rendering import ANCHORS, HTML, included_block, included_inline
from engine.pages.source import Source, read_source
from engine.pages.tables import build_table
from engine.pages.tracking import COLUMN, LINE

# An include within an include nests the reader, and two in each of many files double with every file.
_MAX_INCLUDE_DEPTH = 8
_MAX_INCLUDED = 2_000_000
"""Characters that a page may include in all, where every include costs some more."""
_COST_OF_INCLUDE = 1000
_NOTHING = IncludedText("", "")
_INCLUDES = re.compile(r"\[!include|\bimport\b", re.IGNORECASE)
"""What a file has that includes others; they may change while it stays."""
_MOST_SHARED = 256
_shared_includes: dict[tuple[str, Digest, bool], tuple[AnyBlock, ...]] = {}
"""(path, digest of the source, whether with HTML) -> the blocks of a file that many pages include."""


class PageState:
    """What the files of one page share."""

    def __init__(self, root: Path, html: bool) -> None:
        """
        Args:
            root: the docs folder.
            html: whether blocks carry their HTML.
        """
        self.root = root
        self.html = html
        self.anchors = Anchors()
        self.findings: list[Finding] = []
        self.sources: dict[str, Source] = {}
        self.depends: dict[str, None] = {}
        self.budget = _MAX_INCLUDED


def build_blocks(state: PageState, source: Source, body_line: int) -> tuple[AnyBlock, ...]:
    """Read the body of a page.

    Args:
        state: collects the findings, the sources and the files that the page depends on.
        source: the page.
        body_line: the line where the body starts, from 1.
    """
    return _FileBuilder(state, source, body_line, (source.path,)).build()


class _FileBuilder:
    def __init__(self, state: PageState, source: Source, body_line: int, stack: tuple[str, ...]) -> None:
        self._state = state
        self._source = source
        self._first = body_line - 1
        self._stack = stack
        self._mdx = markdown.is_mdx(source.path)
        self._tokens: list[Token] = []
        self._index = 0
        # Anchors that stand alone right before a heading belong to it.
        self._waiting: tuple[str, ...] = ()

    def build(self) -> tuple[AnyBlock, ...]:
        """The top-level blocks, with their HTML when it is wanted."""
        self._tokens = markdown.parse("\n".join(self._source.lines[self._first :]), mdx=self._mdx)
        self._state.findings += hazards(self._tokens, self._source, self._first)
        blocks: list[AnyBlock] = []
        while self._index < len(self._tokens):
            begin = self._index
            block = self._block()
            if self._state.html and not block.html:
                block = msgspec.structs.replace(block, html=markdown.render(self._tokens[begin : self._index]))
            blocks.append(block)
        return tuple(blocks)

    def _children(self) -> tuple[AnyBlock, ...]:
        """The blocks up to the closing token, which is taken too."""
        blocks: list[AnyBlock] = []
        while self._tokens[self._index].nesting >= 0:
            blocks.append(self._block())
        self._index += 1
        return tuple(blocks)

    def _block(self) -> AnyBlock:
        token = self._tokens[self._index]
        self._index += 1
        waiting, self._waiting = self._waiting, ()
        # Their places are those of their texts.
        match token.type:
            case "heading_open":
                return self._heading(token, waiting)
            case "paragraph_open":
                return self._paragraph()
            case "include_block":
                return self._include_block(token)
        span = self._lines(token)
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token, span)
            case "table_open":
                return self._table(span)
            case "alert_open":
                return Alert(kind=token.info, blocks=self._children(), span=span)
            case "blockquote_open":
                return Quote(blocks=self._children(), span=span)
            case "fence" | "code_block":
                language = token.info.split(maxsplit=1)[0] if token.info.strip() else ""
                return Code(language=language, text=token.content, span=span)
            case "tabs_open":
                return self._tabs(span)
            case "esm" if TARGET in token.meta:
                self._resolve(token.meta[TARGET], span)
                return Other(span=span)
            case _:
                self._waiting = author_anchors(token.content)
                return Other(span=span)

    def _heading(self, token: Token, waiting: tuple[str, ...]) -> Heading:
        inline = self._tokens[self._index]
        self._index += 2
        text = self._text(inline)
        address = token.attrs.get(TITLE_LINK)
        if address and text.visible:
            # The title of a card that leads somewhere.
            mark = Mark("link", 0, len(text.visible), str(address))
            text = msgspec.structs.replace(text, marks=(mark, *text.marks))
        html = "".join(child.content for child in inline.children or () if child.type == "html_inline")
        written = (inline.meta[ANCHOR],) if ANCHOR in inline.meta else ()
        anchor = self._state.anchors.take(text.visible)
        if anchor:
            token.attrs["id"] = anchor
        token.meta[ANCHORS] = written
        lines = self._lines(token)
        return Heading(
            level=int(token.tag[1:]),
            text=text,
            anchor=anchor,
            anchors=tuple(dict.fromkeys(waiting + author_anchors(html) + written)),
            span=msgspec.structs.replace(lines, column=inline.meta[COLUMN] + 1),
        )

    def _paragraph(self) -> Paragraph:
        inline = self._tokens[self._index]
        self._index += 2
        content_map = block_map(self._source, inline, self._first)
        text = read_text(inline, content_map, self._include_inline)
        if not text.visible:
            self._waiting = author_anchors(inline.content)
        return Paragraph(text=text, span=content_map.span())

    def _list(self, token: Token, span: Span) -> List:
        items: list[Item] = []
        while self._tokens[self._index].type == "list_item_open":
            opener = self._tokens[self._index]
            self._index += 1
            first = self._tokens[self._index]
            blocks: tuple[AnyBlock, ...] = ()
            if first.type == "include_block":
                self._index += 1
                blocks = (self._include_block(first, in_item=True),)
            items.append(Item(blocks=blocks + self._children(), span=self._lines(opener)))
        self._index += 1
        return List(ordered=token.type == "ordered_list_open", items=tuple(items), span=span)

    def _tabs(self, span: Span) -> Tabs:
        tabs: list[Tab] = []
        while self._tokens[self._index].type == "tab_open":
            # Its title stands between two tokens of its own.
            opener, _, title, _ = self._tokens[self._index : self._index + 4]
            self._index += 4
            tabs.append(Tab(title=self._text(title), blocks=self._children(), span=self._lines(opener)))
        self._index += 1
        return Tabs(tabs=tuple(tabs), span=span)

    def _table(self, span: Span) -> AnyBlock:
        begin = self._index
        while self._tokens[self._index].type != "table_close":
            self._index += 1
        self._index += 1
        return build_table(self._tokens[begin : self._index], self._source, self._first, span, self._include_inline)

    def _text(self, inline: Token) -> Text:
        return read_text(inline, block_map(self._source, inline, self._first), self._include_inline)

    def _include_block(self, token: Token, in_item: bool = False) -> Include | Paragraph:
        """An include that is alone on its line. At the start of a list item, a single paragraph is the item's."""
        target: str = token.meta[TARGET]
        line = self._first + token.meta[LINE] + 1
        column = token.meta[COLUMN] + 1
        span = Span(self._source.path, line, column, line, column + len(token.content))
        path, blocks = self._expand(target, span)
        shown = [block for block in blocks if not isinstance(block, Other)]
        if in_item and len(shown) == 1 and isinstance(shown[0], Paragraph):
            included = self._as_text(path, shown)
            token.meta[HTML] = included.html
            mark = Mark("include", 0, len(included.visible), target)
            piece = Piece(0, span.path, span.line, span.column, len(token.content))
            return Paragraph(text=Text(included.visible, (piece,), (mark,)), span=span)
        html = included_block(path, "".join(block.html for block in blocks)) if self._state.html else ""
        token.meta[HTML] = html
        return Include(target=target, blocks=blocks, span=span, html=html)

    def _include_inline(self, target: str, span: Span) -> IncludedText:
        path, blocks = self._expand(target, span)
        return self._as_text(path, blocks) if blocks else _NOTHING

    def _as_text(self, path: str, blocks: Sequence[AnyBlock]) -> IncludedText:
        visible = " ".join(filter(None, _running_text(blocks)))
        shown = [block.html for block in blocks if any(_running_text((block,)))] if self._state.html else []
        return IncludedText(visible, included_inline(path, shown))

    def _expand(self, target: str, span: Span) -> tuple[str, tuple[AnyBlock, ...]]:
        """The path and the blocks of an included file; no blocks, and a finding, when there is a fault."""
        state = self._state
        path = self._resolve(target, span)
        if not path:
            return "", ()
        if path in self._stack or len(self._stack) > _MAX_INCLUDE_DEPTH or state.budget < 0:
            cycle = " > ".join((*self._stack, path))
            state.findings.append(Finding(CYCLE, span, {"target": target, "cycle": cycle}))
            return "", ()
        source = state.sources.get(path)
        if source is None:
            source, findings = read_source(state.root, path)
            state.findings += findings
            if source is None:
                return "", ()
            state.sources[path] = source
        state.budget -= len(source.text) + _COST_OF_INCLUDE
        return path, self._included(source)

    def _included(self, source: Source) -> tuple[AnyBlock, ...]:
        """The blocks of an included file. Where the page makes no difference to them, other pages share them."""
        state = self._state
        key = source.path, source.digest, state.html
        known = _shared_includes.get(key)
        if known is not None:
            return known
        before = len(state.findings), len(state.anchors)
        body_line = read_front_matter(source).body_line
        blocks = _FileBuilder(state, source, body_line, (*self._stack, source.path)).build()
        if (len(state.findings), len(state.anchors)) == before and not _INCLUDES.search(source.text):
            if len(_shared_includes) >= _MOST_SHARED:
                _shared_includes.clear()
            _shared_includes[key] = blocks
        return blocks

    def _resolve(self, target: str, span: Span) -> str:
        """The path of an included file; empty, and a finding, when there is no such file."""
        state = self._state
        tried = include_candidates(self._source.path, target, from_root=self._mdx)
        state.depends.update(dict.fromkeys(tried))
        path, fault = resolve_include(state.root, self._source.path, target, from_root=self._mdx)
        if fault is None:
            return path
        state.findings.append(Finding(fault, span, {"target": target}))
        return ""

    def _lines(self, token: Token) -> Span:
        """The span of the lines of a block, from the first visible character to the last."""
        begin, end = token.map or (0, 1)
        begin, end = begin + self._first, end + self._first
        while end > begin + 1 and not self._source.lines[end - 1].strip():
            end -= 1
        first, last = self._source.lines[begin], self._source.lines[end - 1].rstrip()
        return Span(self._source.path, begin + 1, len(first) - len(first.lstrip()) + 1, end, len(last) + 1)


def _running_text(blocks: Sequence[AnyBlock]) -> Iterator[str]:
    """The paragraphs of blocks, whatever box they stand in."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block.text.visible
            case Alert() | Quote() | Include():
                yield from _running_text(block.blocks)
            case List():
                for item in block.items:
                    yield from _running_text(item.blocks)
            case _:
                pass
