"""markdown-it-py with positions: every inline token knows its offset, every inline content its place in the lines.

markdown-it keeps lines for blocks and nothing for inline tokens. The states here note what the parser knows
at the moment it makes a token, in the token's `meta`; nothing is searched for afterwards.
"""

import bisect
from collections.abc import Callable, Sequence
from typing import Any, Final, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline, backtick
from markdown_it.token import Token

OFFSET: Final = "offset"
"""On an inline token: where its source begins, as an offset in the content that was parsed."""
END: Final = "end"
"""On a code span or include: the offset behind it."""
RAW: Final = "raw"
"""On the `inline` token of a paragraph or setext heading: its lines before they were trimmed."""
LINE: Final = "line"
"""On an `inline` token: the first line of the block it belongs to, from 0."""
CUT: Final = "cut"
"""On the `inline` token of a paragraph: how much was cut from the front of its trimmed content."""
TAIL: Final = "tail"
"""On the `inline` token of a paragraph: how much of its last line belongs to what follows; absent for none."""
PLACE: Final = "place"
"""On an `inline` token that stands in an attribute: the line, from 0, and how many characters stand before it."""
COLUMN: Final = "column"
"""On an `inline` token: how many characters stand before the block on that line (indent, `>`, list markers)."""


class _TrackingInlineState(StateInline):
    """Notes in every token the offset at which the parser stood when it made it."""

    _pending_offset = 0

    def append_pending(self, text: str) -> None:
        # Pending text is always contiguous: whatever consumes other source pushes a token, which flushes it.
        if not self._pending_buffer and not self._pending:
            self._pending_offset = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 (markdown-it's name)
        token = super().pushPending()
        token.meta = {OFFSET: self._pending_offset}
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta = {OFFSET: self.pos}
        return token


class _TrackingInline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        state = _TrackingInlineState(src, md, env, tokens)
        self.tokenize(state)
        _spread_runs(state.tokens)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _spread_runs(tokens: Sequence[Token]) -> None:
    """Give the tokens of one delimiter run, made without moving on, the offsets one behind the other."""
    start, behind = -1, 0
    for token in tokens:
        if token.type != "text":
            start = -1
            continue
        offset = token.meta[OFFSET]
        if offset == start:
            token.meta[OFFSET] = behind
        else:
            start = behind = offset
        behind += len(token.content)


def _tracking_backtick(state: StateInline, silent: bool) -> bool:
    """The code span rule, noting where the span ends: its content may have lost a space on either side."""
    count = len(state.tokens)
    if not backtick(state, silent):
        return False
    if len(state.tokens) > count and state.tokens[-1].type == "code_inline":
        state.tokens[-1].meta[END] = state.pos
    return True


class TrackingBlockState(StateBlock):
    """Notes in every `inline` token where its content stands in the lines of the file."""

    def __init__(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        # Containers move `bMarks` behind their markers; the true starts of the lines are kept here.
        self._line_starts = list(self.bMarks)
        self._raw = ""
        self._row: Token | None = None
        self.tail = 0
        """How much of the last line the paragraph that is being read leaves to others."""

    def getLines(self, begin: int, end: int, indent: int, keepLastLF: bool) -> str:  # noqa: N802, N803
        """The text of lines without their indent, which is kept for the token that is made of it."""
        self._raw = super().getLines(begin, end, indent, keepLastLF)
        return self._raw

    def place(self, offset: int) -> tuple[int, int]:
        """The line, from 0, and how many characters stand before the one at `offset`."""
        line = bisect.bisect_right(self._line_starts, offset) - 1
        return line, offset - self._line_starts[line]

    def column(self, line: int) -> int:
        """How many characters stand before the content of `line` in the block that is being read."""
        return self.bMarks[line] + self.tShift[line] - self._line_starts[line]

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Make a token and note its place."""
        token = super().push(ttype, tag, nesting)
        if ttype == "tr_open":
            self._row = token
        elif ttype == "include_block":
            # Its rule moves to the next line before it makes the token.
            token.meta = {LINE: self.line - 1, COLUMN: self.column(self.line - 1)}
        elif ttype == "inline":
            opener = self.tokens[-2]
            owner = self._row if opener.type in ("td_open", "th_open") else opener
            if owner is not None and owner.map:
                line = owner.map[0]
                token.meta = {LINE: line, COLUMN: self.column(line)}
                if owner is opener and not opener.markup.startswith("#"):
                    token.meta[RAW] = self._raw
                    if self.tail:
                        token.meta[TAIL] = self.tail
        return token


class TrackingBlock(ParserBlock):
    """A block parser with a `TrackingBlockState`."""

    def parse(self, src: str, md: MarkdownIt, env: Any, outTokens: list[Token]) -> list[Token] | None:  # noqa: N803
        """The block tokens of `src`, appended to `outTokens`."""
        if not src:
            return None
        state = TrackingBlockState(src, md, env, outTokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens


class TrackingMarkdown(MarkdownIt):
    """MarkdownIt whose tokens carry positions, and whose link addresses stay as the author wrote them."""

    def __init__(
        self,
        config: str,
        options: dict[str, Any],
        renderer: Callable[[MarkdownIt], Any],
        block: TrackingBlock | None = None,
    ) -> None:
        """
        Args:
            config: a preset of markdown-it.
            options: options that override the preset's.
            renderer: makes the renderer.
            block: the block parser, when it is not the one of CommonMark.
        """
        super().__init__(config, options, renderer_cls=renderer)
        self.inline = _TrackingInline()
        self.block = block or TrackingBlock()
        self.configure(config, options)
        self.inline.ruler.at("backticks", _tracking_backtick)
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
