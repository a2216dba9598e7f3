"""markdown-it-py with positions: every inline token knows its offset, every inline content its place in the lines.

markdown-it keeps lines for blocks and nothing for inline tokens. The states here note what the parser knows
at the moment it makes a token, in the token's `meta`; nothing is searched for afterwards.
"""

import bisect
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Literal

from markdown_it import MarkdownIt, rules_block
from markdown_it.parser_block import ParserBlock, RuleFuncBlockType
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


_MARKUP = re.compile(r"[\n&*<\[\\\]_`{~]|!(?=\[)")
"""What may begin markup in any flavour: elsewhere no inline rule need be tried."""


class _TrackingInline(ParserInline):
    def __init__(self) -> None:
        super().__init__()
        self.terminator_re = _MARKUP

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        if src and not tokens and not _MARKUP.search(src):
            tokens.append(Token("text", "", 0, content=src, meta={OFFSET: 0}))
            return tokens
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


_BEGINNINGS: Mapping[RuleFuncBlockType, str] = {
    rules_block.fence: "`~",
    rules_block.blockquote: ">",
    rules_block.hr: "*-_",
    rules_block.list_block: "*+-0123456789",
    rules_block.reference: "[",
    rules_block.html_block: "<",
    rules_block.heading: "#",
}


class TrackingBlock(ParserBlock):
    """A block parser with a `TrackingBlockState`, whose rules may leave the rest of a line to the next rule."""

    def __init__(self) -> None:
        super().__init__()
        self.beginnings: dict[RuleFuncBlockType, str] = dict(_BEGINNINGS)
        """The characters that the blocks of a rule begin with; other rules may begin with any."""
        self._beginning_with: dict[str, list[RuleFuncBlockType]] = {}

    def parse(self, src: str, md: MarkdownIt, env: Any, outTokens: list[Token]) -> list[Token] | None:  # noqa: N803
        """The block tokens of `src`, appended to `outTokens`."""
        if not src:
            return None
        state = TrackingBlockState(src, md, env, outTokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """As in markdown-it, but without its demand that every rule moves on to another line.

        Rules whose blocks begin otherwise are not tried.
        """
        line = startLine
        empty_lines = False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if state.level >= state.md.options.maxNesting:
                state.line = endLine
                break
            for rule in self._rules(state.src[state.bMarks[line] + state.tShift[line]]):
                if rule(state, line, endLine, False):
                    break
            state.tight = not empty_lines
            line = state.line
            if line - 1 < endLine and state.isEmpty(line - 1):
                empty_lines = True
            if line < endLine and state.isEmpty(line):
                empty_lines = True
                line += 1
                state.line = line

    def _rules(self, character: str) -> list[RuleFuncBlockType]:
        """The rules for blocks that begin with a character, which no text can make many of."""
        if not character.isascii():
            character = "a"
        found = self._beginning_with.get(character)
        if found is None:
            found = [rule for rule in self.ruler.getRules("") if character in self.beginnings.get(rule, character)]
            self._beginning_with[character] = found
        return found


class TrackingMarkdown(MarkdownIt):
    """MarkdownIt whose tokens carry positions, and whose link addresses stay as the author wrote them."""

    def __init__(
        self,
        config: str,
        options: dict[str, Any],
        renderer: Callable[[MarkdownIt], Any],
    ) -> None:
        """
        Args:
            config: a preset of markdown-it.
            options: options that override the preset's.
            renderer: makes the renderer.
        """
        super().__init__(config, options, renderer_cls=renderer)
        self.inline = _TrackingInline()
        self.block: TrackingBlock = TrackingBlock()
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
