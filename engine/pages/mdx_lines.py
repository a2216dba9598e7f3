"""What the block rules of MDX know of lines: how far a construct may reach, and how a line is divided between rules."""

from typing import Any, Final

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from engine.pages.block_parsing import TrackingBlockState
from engine.pages.tracking import COLUMN, LINE

MAX_LINES: Final = 200
"""What has more lines than this and is no Markdown counts as Markdown."""


def leave_rest(state: StateBlock, line: int, begin: int) -> None:
    """Let `line` begin at the offset `begin`, within the container that is being read."""
    state.bMarks[line] = begin
    state.tShift[line] = min(state.skipSpaces(begin), state.eMarks[line]) - begin
    state.sCount[line] = state.blkIndent
    state.bsCount[line] = 0
    state.line = line


def push(state: StateBlock, kind: str, begin: int, end: int, start_line: int, end_line: int) -> Token:
    """Make a token of the source from `begin` to `end`, on lines that other rules share."""
    token = state.push(kind, "", 0)
    line, column = tracking_of(state).place(begin)
    token.content = state.src[begin:end]
    token.map = [start_line, end_line]
    token.meta = {LINE: line, COLUMN: column}
    return token


def limit_of(state: StateBlock, start: int, end: int, *, blank: bool = True) -> int:
    """How far something may reach that begins at `start`: to the end of its container, or to the next blank line."""
    line = start + 1
    while line < min(end, start + MAX_LINES):
        if not blank and state.isEmpty(line):
            break
        if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            break
        line += 1
    return state.eMarks[line - 1]


def is_last(state: StateBlock, offset: int) -> bool:
    """Whether nothing follows on the line."""
    end = end_of_line(state, offset)
    return state.skipSpaces(offset) >= end


def end_of_line(state: StateBlock, offset: int) -> int:
    """The offset of the end of the line that `offset` is on."""
    end = state.src.find("\n", offset)
    return end if end >= 0 else len(state.src)


def tracking_of(state: Any) -> TrackingBlockState:
    """The same state, with the places that it knows."""
    assert isinstance(state, TrackingBlockState)  # noqa: S101 - `TrackingBlock` makes no other
    return state
