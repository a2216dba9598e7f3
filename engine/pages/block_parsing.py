"""markdown-it's parser of blocks, whose tokens know their places, and which tries only rules that may match."""

import bisect
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any, Final, Literal

from markdown_it import MarkdownIt, rules_block
from markdown_it.common.utils import mdTrim, normalizeReference
from markdown_it.parser_block import ParserBlock, RuleFuncBlockType
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from engine.pages.tracking import COLUMN, LINE, RAW, TAIL, make_token


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
        self.vain = frozenset(rule for rule, may_match in _NEEDS.items() if not may_match(src))
        """The rules whose blocks the source has nowhere."""

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
        if nesting < 0:
            self.level -= 1
        token = make_token(ttype, tag, nesting, level=self.level, block=True)
        if nesting > 0:
            self.level += 1
        self.tokens.append(token)
        if ttype == "inline":
            self._note_place(token)
        elif ttype == "tr_open":
            self._row = token
        elif ttype == "include_block":
            # Its rule moves to the next line before it makes the token.
            token.meta = {LINE: self.line - 1, COLUMN: self.column(self.line - 1)}
        return token

    def push_paragraph(self, begin: int, end: int) -> None:
        """Make the tokens of a paragraph from the line `begin` to before the line `end`."""
        if end == begin + 1:
            # However it is indented.
            raw = self.src[self.bMarks[begin] + self.tShift[begin] : self.eMarks[begin]]
        else:
            raw = self.getLines(begin, end, self.blkIndent, False)
        level = self.level
        text = make_token("inline", "", 0, map=[begin, end], level=level + 1, children=[], block=True)
        text.content = mdTrim(raw)
        text.meta = {LINE: begin, COLUMN: self.column(begin), RAW: raw}
        self.tokens += (
            make_token("paragraph_open", "p", 1, map=[begin, end], level=level, block=True),
            text,
            make_token("paragraph_close", "p", -1, level=level, block=True),
        )

    def _note_place(self, token: Token) -> None:
        opener = self.tokens[-2]
        owner = self._row if opener.type in ("td_open", "th_open") else opener
        if owner is None or not owner.map:
            return
        line = owner.map[0]
        token.meta = {LINE: line, COLUMN: self.column(line)}
        if owner is opener and not opener.markup.startswith("#"):
            token.meta[RAW] = self._raw
            if self.tail:
                token.meta[TAIL] = self.tail


_LABEL: Final = re.compile(r"\[(?:[^\[\]\\]|\\.)*+\]:", re.DOTALL)
_DEFINITION: Final = re.compile(r"\[([^\[\]\\]++)\]:[ \t]*+([^\x00-\x20\x7f\\&<()][^\x00-\x20\x7f\\&()]*+)[ \t]*+")
"""A definition without a title, and without what must be told apart in its address."""


def _reference(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """The definition of a link's address, as in markdown-it, but that most lines that begin so are told at once."""
    begin = state.bMarks[line] + state.tShift[line]
    if state.is_code_block(line) or _LABEL.match(state.src, begin) is None:
        return False
    definition = _DEFINITION.fullmatch(state.src, begin, state.eMarks[line])
    if definition is None or silent or _may_be_title(state, line + 1):
        return rules_block.reference(state, line, end_line, silent)
    label = normalizeReference(definition[1])
    if label:
        address = {"title": "", "href": state.md.normalizeLink(definition[2]), "map": [line, line + 1]}
        state.env.setdefault("references", {}).setdefault(label, address)
        state.line = line + 1
    return bool(label)


def _may_be_title(state: StateBlock, line: int) -> bool:
    """Whether a line may be the title of the address on the line before."""
    return line < state.lineMax and state.src.startswith(("'", '"', "("), state.bMarks[line] + state.tShift[line])


def _paragraph(state: Any, start_line: int, end_line: int, silent: bool) -> bool:
    """A paragraph, as in markdown-it, but that its tokens are made in one go."""
    (ends,) = state.md.block.ruler.getRules("paragraph")
    behind = state.lineMax
    old_parent, state.parentType = state.parentType, "paragraph"
    line = start_line + 1
    while line < behind and not state.isEmpty(line):
        # What is indented further goes on in any case; so do lazy lines of a quotation, which have a negative indent.
        if 0 <= state.sCount[line] <= state.blkIndent + 3 and ends(state, line, behind, True):
            break
        line += 1
    state.parentType = old_parent
    state.line = line
    state.push_paragraph(start_line, line)
    return True


_BEGINNINGS: Mapping[RuleFuncBlockType, str] = {
    rules_block.code: " ",
    rules_block.fence: "`~",
    rules_block.blockquote: ">",
    rules_block.hr: "*-_",
    rules_block.list_block: "*+-0123456789",
    _reference: "[",
    rules_block.html_block: "<",
    rules_block.heading: "#",
}
_UNDERLINE: Final = re.compile(r"[-=][ \t]*$", re.MULTILINE)
_NEEDS: Mapping[RuleFuncBlockType, Callable[[str], object]] = {
    rules_block.table: lambda src: "|" in src,
    rules_block.lheading: _UNDERLINE.search,
}
"""What the source must have somewhere for the rule to match at all."""


class _Rules:
    """A chain of rules, of which only those are tried that may match."""

    def __init__(self, rules: list[RuleFuncBlockType], beginnings: Mapping[RuleFuncBlockType, str]) -> None:
        self.rules = rules
        self._beginnings = beginnings
        # By what the source has not, and what a line begins with.
        self._found: defaultdict[frozenset[RuleFuncBlockType], dict[str, list[RuleFuncBlockType]]] = defaultdict(dict)

    def at(self, state: Any, line: int) -> list[RuleFuncBlockType]:
        """The rules that may match a line, in their order.

        Args:
            state: a `TrackingBlockState`.
            line: the line, from 0.
        """
        begin = state.bMarks[line] + state.tShift[line]
        character = state.src[begin : begin + 1]
        if state.sCount[line] - state.blkIndent > 3 and state.is_code_block(line):
            # Where code is, nothing else begins.
            character = " "
        elif not character.isascii():
            # No text can make many of what no rule is for.
            character = "a"
        known = self._found[state.vain]
        found = known.get(character)
        if found is None:
            found = known[character] = [
                rule
                for rule in self.rules
                if rule not in state.vain and character in self._beginnings.get(rule, character)
            ]
        return found

    def __call__(self, state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
        """The chain as one rule, which matches when any of them does."""
        for rule in self.at(state, line):  # noqa: SIM110 - half the time of `any`, thousands of times
            if rule(state, line, end_line, silent):
                return True
        return False


class _Ruler(Ruler[RuleFuncBlockType]):
    """A ruler that gives the rules of a chain as one rule."""

    def __init__(self, ruler: Ruler[RuleFuncBlockType]) -> None:
        """
        Args:
            ruler: the one whose rules it takes over.
        """
        super().__init__()
        self.__rules__ = ruler.__rules__
        self.beginnings: dict[RuleFuncBlockType, str] = dict(_BEGINNINGS)
        self._chains: dict[str, list[_Rules]] = {}

    def getRules(self, chainName: str = "") -> list[Any]:  # noqa: N802, N803
        """A chain, the main one when it has no name, as one rule."""
        if self.__cache__ is None:
            # The rules are others than they were.
            self._chains.clear()
        known = self._chains.get(chainName)
        if known is None:
            known = self._chains[chainName] = [_Rules(super().getRules(chainName), self.beginnings)]
        return known


class TrackingBlock(ParserBlock):
    """A block parser with a `TrackingBlockState`, whose rules may leave the rest of a line to the next rule."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler.at("reference", _reference)
        self.ruler.at("paragraph", _paragraph)
        self.ruler: _Ruler = _Ruler(self.ruler)
        self.beginnings = self.ruler.beginnings
        """The characters that the blocks of a rule begin with; other rules may begin with any."""

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
        (rules,) = self.ruler.getRules()
        deepest = state.md.options.maxNesting
        line = startLine
        empty_lines = False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if state.level >= deepest:
                state.line = endLine
                break
            for rule in rules.at(state, line):
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
