"""The page model: what every flavour of Markdown is read into."""

import bisect
import functools
from collections.abc import Sequence
from typing import TypeAlias

import msgspec

from engine.model.spans import Span


class Piece(msgspec.Struct, frozen=True, gc=False):
    """The visible text from `start` on (until the next piece) stands at `line`, `column` of `path`.

    INVARIANT: within a piece, visible and source text run character by character, unless `atomic`.
    """

    start: int
    path: str
    line: int
    column: int
    atomic_length: int = 0
    """For a piece that stands for other source text (an entity, an escape, an inline include): the source length."""


class Mark(msgspec.Struct, frozen=True, gc=False):
    """Inline markup over `text[start:end]`."""

    kind: str
    """`strong`, `emphasis`, `code`, `link`, `image` or `include`."""
    start: int
    end: int
    target: str | None = None
    """Address of a link, image or include, as the author wrote it (reference links resolved)."""


class Text(msgspec.Struct, frozen=True, gc=False):
    """Visible text of one block, on one logical line, with a map to the source."""

    visible: str
    """Soft line breaks are single spaces; comments and markup are gone."""
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...] = ()

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The source span of `visible[start:end]`."""
        end = len(self.visible) if end is None else end
        first = self._piece(start)
        last = self._piece(max(start, end - 1))
        end_column = last.column + (last.atomic_length or end - last.start)
        column = first.column if first.atomic_length else first.column + (start - first.start)
        if last.path != first.path:
            return Span(first.path, first.line, column, first.line, column)
        return Span(first.path, first.line, column, last.line, end_column)

    def _piece(self, position: int) -> Piece:
        index = bisect.bisect_right(self.pieces, position, key=lambda piece: piece.start)
        return self.pieces[max(0, index - 1)]


class Block(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """Base of all blocks."""

    span: Span
    html: str = ""
    """The block as HTML, unsanitised and with the author's link addresses; empty unless asked for."""


class Heading(Block, frozen=True):
    """A heading with its anchors."""

    level: int
    text: Text
    anchor: str
    """The generated anchor (GitHub's rule), unique on the page."""
    anchors: tuple[str, ...] = ()
    """Further anchors that the author wrote: `<a id="x" />`, `{#x}`."""


class Paragraph(Block, frozen=True):
    """Running text."""

    text: Text


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A list item: blocks of which the first is mostly a paragraph."""

    blocks: tuple["AnyBlock", ...]
    span: Span


class List(Block, frozen=True):
    """A list, numbered or bulleted."""

    ordered: bool
    items: tuple[Item, ...]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A table row, or the header."""

    cells: tuple[Text, ...]
    span: Span
    closed: bool = True
    """False when the author left out the closing pipe."""


class Table(Block, frozen=True):
    """A table with its header."""

    header: Row
    rows: tuple[Row, ...]


class Alert(Block, frozen=True):
    """A note, tip, warning ... box; `kind` in lower case."""

    kind: str
    blocks: tuple["AnyBlock", ...]


class Quote(Block, frozen=True):
    """A block quotation."""

    blocks: tuple["AnyBlock", ...]


class Code(Block, frozen=True):
    """A code block."""

    language: str
    text: str


class Include(Block, frozen=True):
    """A block include: the blocks of another file, whose spans name that file. Empty when it is missing."""

    target: str
    blocks: tuple["AnyBlock", ...]


class Tab(msgspec.Struct, frozen=True, kw_only=True):
    """One tab of several."""

    title: Text
    """Empty when the author wrote none."""
    blocks: tuple["AnyBlock", ...]
    span: Span


class Tabs(Block, frozen=True):
    """Alternatives, of which a reader sees one at a time."""

    tabs: tuple[Tab, ...]


class Other(Block, frozen=True):
    """HTML, rules and whatever carries no text that is read."""


AnyBlock: TypeAlias = Heading | Paragraph | List | Table | Alert | Quote | Code | Include | Tabs | Other


class AllowComment(msgspec.Struct, frozen=True, gc=False):
    """A comment by which the author allows a fault."""

    span: Span
    text: str
    """What follows `allow`: what is allowed, why and until when."""
    first: int
    """The lines of its file that it speaks of; 0 and 0 for none."""
    last: int


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(tuple[AnyBlock, ...]).decode


class Page(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One help page, read once. Its blocks are unpacked when they are asked for: of most pages nobody does."""

    path: str
    """Relative to the docs folder: `sv/admin/license/learn/index.md`."""
    key: str
    """Relative to the language folder: the same page in every language of a tree, be it `x.md` or `x.mdx`."""
    folder: str
    """Name of the language folder as it stands: `no`."""
    language: str
    """BCP 47 tag: `nb`."""
    title: str
    front_matter: dict[str, object]
    """Values are strings, lists and mappings of strings: never booleans, numbers or dates."""
    front_matter_lines: dict[str, int]
    """Source line of each top-level key."""
    packed: bytes = _encode(())
    """The blocks, as MessagePack."""
    redirect: str | None = None
    """Where a redirect stub leads."""
    depends: tuple[str, ...] = ()
    """Paths of the files that it includes or would include if they were there, relative to the docs folder."""
    allow_comments: tuple[AllowComment, ...] = ()
    """Those of the page and of the files it includes."""

    @functools.cached_property
    def blocks(self) -> tuple[AnyBlock, ...]:
        """What stands on the page, in order of reading."""
        return _decode(self.packed)

    def holding(self, blocks: Sequence[AnyBlock]) -> "Page":
        """The page with these blocks in place of its own."""
        made = msgspec.structs.replace(self, packed=_encode(blocks))
        # Whoever makes a page mostly reads it next.
        made.__dict__["blocks"] = tuple(blocks)
        return made

    @property
    def topic(self) -> str:
        """The key without its suffix: the same page in every language and flavour."""
        return self.key.rpartition(".")[0]
