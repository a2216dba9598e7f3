"""A built page -> the blocks that a reader sees in its article.

Knows nothing of how the page was built: only HTML, and that generated elements are marked.
"""

import html
import re
from collections.abc import Mapping
from html.parser import HTMLParser

from engine.model.spans import Span
from engine.pages.blocks import Alert, AnyBlock, Code, Heading, Item, List, Paragraph, Piece, Quote, Row, Table, Text
from site_builder.article import GENERATED

ARTICLE = "data-charter-article"
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CONTAINERS = frozenset({"aside", "blockquote", "li", "ul", "ol", "table", "tr", "td", "th", "pre"}) | _HEADINGS
_BREAKS = frozenset(
    {"p", "div", "details", "summary", "dl", "dt", "dd", "figure", "figcaption", "caption"}
    | {"colgroup", "thead", "tbody", "tfoot"}
)
"""Elements that end a paragraph and are nothing else to a reader of rules."""
_PLAIN = re.compile(
    r"""
    ([^<>]+)
    | <(strong|em|code|a|i|b|span)((?:\ [a-z-]+(?:="[^"<>]*")?)*)>([^<>]*)</\2>
    | <(/?)([a-z][a-z0-9]*)((?:\ [a-z-]+(?:="[^"<>]*")?)*)>
    | (.)
    """,
    re.VERBOSE | re.DOTALL,
)
"""A text, a marked text, or a tag as every parser reads it alike: in lower case, attributes in double quotes.

What else there may be is found a character at a time.
"""
_ATTRIBUTE = re.compile(r' ([a-z-]+)(?:="([^"]*)")?')
_NOT_PLAIN = frozenset(
    {
        "iframe",
        "noembed",
        "noframes",
        "noscript",
        "plaintext",
        "script",
        "style",
        "svg",
        "math",
        "textarea",
        "title",
        "xmp",
    }
)
"""Elements whose content is read by rules of its own."""
_NONE: Mapping[str, str | None] = {}


def read_back(page: str, path: str) -> tuple[AnyBlock, ...]:
    """The blocks of the article of a page.

    Args:
        page: the whole page, as HTML.
        path: named in the spans. Their lines only tell one text from another.
    """
    # The rest of a page is navigation, and much of it. Sanitised content holds no `article` of its own.
    begin = page.find("<article ")
    end = page.find("</article>", begin)
    if begin < 0 or end < 0:
        return ()
    article = page[begin : end + len("</article>")]
    reader = _Reader(path)
    if not _read_plain(article, reader):
        reader = _Reader(path)
        parser = _Parser(reader)
        parser.feed(article)
        parser.close()
    return tuple(reader.root.blocks)


def _read_plain(article: str, reader: "_Reader") -> bool:
    """Read HTML in which nothing needs a parser, in a fraction of its time. False, and half read, for any other."""
    unescape, attributes = html.unescape, _ATTRIBUTE.findall
    for text, mark, about, marked, closing, tag, written, other in _PLAIN.findall(article):
        if text:
            reader.text(unescape(text) if "&" in text else text)
        elif mark:
            # It opens and ends: no more than its text, unless nobody wrote it.
            if marked and not (GENERATED in about and GENERATED in dict(attributes(about))):
                reader.text(unescape(marked) if "&" in marked else marked)
        elif other or tag in _NOT_PLAIN:
            return False
        elif closing:
            reader.end(tag)
        elif written and tag not in _VOID:
            reader.start(tag, dict(attributes(written)))
        else:
            reader.start(tag, _NONE)
    return True


class _Parser(HTMLParser):
    """Reads any HTML."""

    def __init__(self, reader: "_Reader") -> None:
        super().__init__(convert_charrefs=True)
        self._reader = reader

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._reader.start(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        self._reader.end(tag)

    def handle_data(self, data: str) -> None:
        self._reader.text(data)


class _Frame:
    """An open element that holds blocks or text."""

    def __init__(self, tag: str, kind: str = "") -> None:
        self.tag = tag
        self.kind = kind
        self.blocks: list[AnyBlock] = []
        self.items: list[Item] = []
        self.rows: list[Row] = []
        self.cells: list[Text] = []
        self.parts: list[str] = []


class _Reader:
    """Builds blocks of tags and texts."""

    def __init__(self, path: str) -> None:
        self._span = Span(path, 1, 1, 1, 1)
        self._path = path
        self._texts = 0
        self._stack: list[_Frame] = []
        self._depth = 0
        """Elements open within the article; 0 outside of it."""
        self._skipping = 0
        """The depth at which a generated element began; 0 outside of any."""
        self.root = _Frame("article")
        self._top = self.root

    def start(self, tag: str, names: Mapping[str, str | None]) -> None:
        """A tag that opens an element, with its attributes."""
        if not self._depth:
            if ARTICLE in names:
                self._depth = 1
                self._stack = [self.root]
            return
        if tag in _VOID:
            if tag == "br" and not self._skipping:
                self._top.parts.append(" ")
            elif tag == "hr" and not self._skipping:
                self._end_paragraph()
            return
        self._depth += 1
        if self._skipping:
            return
        if GENERATED in names:
            self._skipping = self._depth
        elif tag in _CONTAINERS:
            self._end_paragraph()
            self._push(_Frame(tag, names.get("class") or ""))
        elif tag in _BREAKS:
            self._end_paragraph()

    def end(self, tag: str) -> None:
        """A tag that closes one."""
        if not self._depth or tag in _VOID:
            return
        self._depth -= 1
        if not self._depth:
            self._end_paragraph()
            return
        if self._skipping:
            if self._depth < self._skipping:
                self._skipping = 0
        elif tag in _CONTAINERS and len(self._stack) > 1 and self._top.tag == tag:
            self._close(self._pop())
        elif tag in _BREAKS:
            self._end_paragraph()

    def text(self, data: str) -> None:
        """A text between tags."""
        if self._depth and not self._skipping:
            self._top.parts.append(data)

    def _push(self, frame: _Frame) -> None:
        self._stack.append(frame)
        self._top = frame

    def _pop(self) -> _Frame:
        frame = self._stack.pop()
        self._top = self._stack[-1]
        return frame

    def _text(self, frame: _Frame) -> Text:
        visible = "".join(frame.parts).replace("\n", " ")
        frame.parts = []
        # Every text stands in a place of its own: what is said twice in one place counts once.
        self._texts += 1
        return Text(" ".join(filter(None, visible.split(" "))), (Piece(0, self._path, self._texts, 1),))

    def _end_paragraph(self) -> None:
        frame = self._top
        if frame.tag in _HEADINGS or frame.tag in ("td", "th", "pre"):
            frame.parts.append(" ")
            return
        if not frame.parts:
            return
        if len(frame.parts) == 1 and frame.parts[0] == "\n":
            frame.parts = []
            return
        text = self._text(frame)
        if text.visible:
            frame.blocks.append(Paragraph(text=text, span=self._span))

    def _close(self, frame: _Frame) -> None:
        span = self._span
        above = self._top
        if frame.tag in _HEADINGS:
            above.blocks.append(Heading(level=int(frame.tag[1]), text=self._text(frame), anchor="", span=span))
            return
        if frame.tag in ("td", "th"):
            above.cells.append(self._text(frame))
            return
        if frame.tag == "pre":
            above.blocks.append(Code(language="", text="".join(frame.parts), span=span))
            return
        self._push(frame)
        self._end_paragraph()
        self._pop()
        blocks = tuple(frame.blocks)
        if frame.tag == "li":
            above.items.append(Item(blocks=blocks, span=span))
        elif frame.tag in ("ul", "ol"):
            above.blocks.append(List(ordered=frame.tag == "ol", items=tuple(frame.items), span=span))
        elif frame.tag == "tr":
            above.rows.append(Row(cells=tuple(frame.cells), span=span))
        elif frame.tag == "table":
            if frame.rows:
                above.blocks.append(Table(header=frame.rows[0], rows=tuple(frame.rows[1:]), span=span))
        elif frame.tag == "blockquote":
            above.blocks.append(Quote(blocks=blocks, span=span))
        else:
            above.blocks.append(Alert(kind=frame.kind, blocks=blocks, span=span))
