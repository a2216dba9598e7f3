"""The directives of DocFX Flavored Markdown as markdown-it rules: file includes and alerts.

Include: `[!include[Title](path)]`, a block when it is alone on its line, else inline. Alert: a block quote whose
first line is `[!NOTE]`. Both are read in any case. A heading's `{#anchor}`, of Pandoc and Mintlify, too.
"""

import itertools
import re
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from engine.pages.block_parsing import TrackingBlock
from engine.pages.inline_parsing import TrackingInline
from engine.pages.tracking import CUT, END, OFFSET

# Brackets end both parts, so that no start is scanned twice.
_INCLUDE = re.compile(r"\[!include ?\[[^\[\]\n]*\]\(([^()\[\]\n]{1,1000})\)\]", re.IGNORECASE | re.ASCII)
_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')$""")
_ALERT = re.compile(r"\[!(note|tip|warning|caution|important)\](?![(\[:])[ \t]*\n?", re.IGNORECASE | re.ASCII)
_NOT_IN_ANCHOR = re.compile(r"[\s{}<>\"'\\]")
_INTERRUPTS = ["paragraph", "reference", "blockquote"]

TARGET: Final = "target"
"""On an include: the path that the author wrote."""
ANCHOR: Final = "anchor"
"""On the `inline` token of a heading: the anchor that the author wrote behind it."""


def docfx(md: MarkdownIt) -> None:
    """Install the rules.

    Tokens made: `include_block` and `include_inline` (with `meta` target, offset and end), `alert_open` and
    `alert_close` (the kind, in lower case, is the `info` of the opening one).
    """
    md.block.ruler.before("reference", "include_block", _include_block, {"alt": _INTERRUPTS})
    if isinstance(md.block, TrackingBlock):
        md.block.beginnings[_include_block] = "["
    md.inline.ruler.before("link", "include_inline", _include_inline)
    if isinstance(md.inline, TrackingInline):
        md.inline.beginnings[_include_inline] = "["
    md.core.ruler.after("block", "alerts", _alerts)
    md.core.ruler.after("block", "heading_anchors", _heading_anchors)


def _include_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    begin = state.bMarks[start_line] + state.tShift[start_line]
    end = state.eMarks[start_line]
    if not state.src.startswith("[!", begin) or state.is_code_block(start_line):
        return False
    match = _INCLUDE.match(state.src, begin, end)
    if match is None or state.src[match.end() : end].strip():
        return False
    if silent:
        return True
    state.line = start_line + 1
    token = state.push("include_block", "", 0)
    token.map = [start_line, start_line + 1]
    token.meta[TARGET] = _path(match.group(1))
    token.content = match.group(0)
    return True


def _include_inline(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("[!", state.pos):
        return False
    match = _INCLUDE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("include_inline", "", 0)
        token.meta = {OFFSET: state.pos, END: match.end(), TARGET: _path(match.group(1))}
        token.content = match.group(0)
    state.pos = match.end()
    return True


def _path(written: str) -> str:
    """The path of `(path "title")` or `(<path>)`."""
    path = _TITLE.sub("", written.strip())
    return path[1:-1].strip() if path.startswith("<") and path.endswith(">") else path


def _alerts(state: StateCore) -> None:
    """Turn block quotes that begin with a marker into alerts, without the marker."""
    if "[!" not in state.src:
        return
    openers: list[Token | None] = []
    dropped: set[int] = set()
    tokens = state.tokens
    for index, token in enumerate(tokens):
        if token.type == "blockquote_open":
            match = _marker(tokens, index)
            openers.append(token if match else None)
            if match:
                content = tokens[index + 2]
                token.type, token.tag, token.info = "alert_open", "aside", match.group(1).lower()
                content.content = content.content[match.end() :]
                content.meta[CUT] = match.end()
                if not content.content:
                    dropped.update((index + 1, index + 2, index + 3))
        elif token.type == "blockquote_close" and openers.pop() is not None:
            token.type, token.tag = "alert_close", "aside"
    if dropped:
        state.tokens = [token for index, token in enumerate(tokens) if index not in dropped]


def _marker(tokens: list[Token], index: int) -> re.Match[str] | None:
    if index + 2 >= len(tokens) or tokens[index + 1].type != "paragraph_open":
        return None
    return _ALERT.match(tokens[index + 2].content)


def _heading_anchors(state: StateCore) -> None:
    """Take `{#anchor}` off the end of headings."""
    if "{#" not in state.src:
        return
    for opener, token in itertools.pairwise(state.tokens):
        content = token.content
        if opener.type != "heading_open" or not content.endswith("}"):
            continue
        begin = content.rfind("{#")
        anchor = content[begin + 2 : -1]
        if begin >= 0 and anchor and _NOT_IN_ANCHOR.search(anchor) is None:
            token.meta[ANCHOR] = anchor
            token.content = content[:begin].rstrip()
