"""The block rules of MDX: tags, comments and expressions, and paragraphs that tags end.

As MDX has it: there is no indented code, so that everything may be indented at will, and there are no HTML blocks.
A tag becomes a token of its own, without regard to its partner; `mdx_elements` finds the pairs.
"""

import re
from typing import Final, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock, list_block

from engine.pages.block_parsing import TrackingBlock
from engine.pages.components import BLOCK, BOXES, HEADING_ATTRIBUTES, INLINE, TEXT_ATTRIBUTES, UNREAD
from engine.pages.esm import esm_block
from engine.pages.jsx import Tag, scan_comment, scan_expression, scan_tag, word_attributes
from engine.pages.mdx_lines import end_of_line, is_last, leave_rest, limit_of, push, tracking_of

TAG: Final = "tag"
"""On a `jsx` token: its `Tag`. Comments and expressions have none."""
SHOWN: Final = "shown"
"""On a `jsx` token: the attributes that show, as `ShownAttribute`s."""
ADDRESS: Final = "address"
"""On a `jsx` token: where a card leads."""
_SETEXT = re.compile(r"(=+|-+)[ \t]*")
_CLOSING = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in UNREAD}
# What may hide a tag, and what may begin one.
_CODE_OR_TAG = re.compile(r"\\.|(?<!`)(`++)(?!`).*?(?<!`)\1(?!`)|`++|<")
_INTERRUPTED_BY_LISTS = ["paragraph", "reference", "blockquote"]
_INTERRUPTS = ["paragraph", "reference", "blockquote", "list"]


class ShownAttribute(NamedTuple):
    """An attribute that shows, and where it stands."""

    heading: bool
    raw: str
    value: str
    line: int
    column: int


def mdx_blocks(md: MarkdownIt) -> None:
    """Install the rules, and switch off what MDX has not.

    Tokens made: `esm` and `jsx`.
    """
    ruler = md.block.ruler
    ruler.before("table", "esm", esm_block)
    ruler.before("table", "jsx", _jsx, {"alt": _INTERRUPTS})
    ruler.at("paragraph", _paragraph)
    ruler.at("list", _list, {"alt": _INTERRUPTED_BY_LISTS})
    ruler.disable(["code", "html_block", "lheading"])
    if isinstance(md.block, TrackingBlock):
        md.block.beginnings |= {esm_block: "ie", _jsx: "<{", _list: md.block.beginnings[list_block]}


def _jsx(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A tag, comment or expression that begins a line; what follows it on its last line is left to the next rule."""
    begin = state.bMarks[start_line] + state.tShift[start_line]
    if not state.src.startswith(("<", "{"), begin):
        return False
    tag: Tag | None = None
    end: int | None = None
    if state.src.startswith("{", begin):
        end = None if silent else _end_of_expression(state, begin, start_line, end_line)
    elif state.src.startswith("<!--", begin):
        end = scan_comment(state.src, begin, limit_of(state, start_line, end_line))
        if silent and end is not None and not is_last(state, end):
            return False
    else:
        tag = scan_tag(state.src, begin, state.eMarks[start_line])
        if tag is None:
            tag = scan_tag(state.src, begin, limit_of(state, start_line, end_line, blank=False))
        if tag is not None and _begins_block(state, tag):
            end = _end_of_unread(state, tag, start_line, end_line)
    if end is None:
        return False
    if silent:
        return True
    line = tracking_of(state).place(end - 1)[0]
    token = push(state, "jsx", begin, end, start_line, line + 1)
    if tag is not None:
        token.meta[TAG] = tag
        token.meta[SHOWN] = _shown(state, tag)
        if BOXES.get(tag.name) and not tag.closing and (address := word_attributes(state.src, tag).get("href")):
            token.meta[ADDRESS] = address.value.strip()
    if is_last(state, end):
        state.line = line + 1
    else:
        leave_rest(state, line, end)
    return True


def _begins_block(state: StateBlock, tag: Tag) -> bool:
    """Known blocks do wherever they stand; unknown elements when nothing but tags is on their last line."""
    if tag.name in BLOCK or tag.name in INLINE:
        return tag.name in BLOCK
    position, end = tag.end, end_of_line(state, tag.end)
    while (position := state.skipSpaces(position)) < end:
        following = scan_tag(state.src, position, end)
        if following is None:
            return False
        position = following.end
    return True


def _end_of_unread(state: StateBlock, tag: Tag, start_line: int, end_line: int) -> int:
    """The offset behind a tag, together with the content after it that nobody reads."""
    if tag.name not in UNREAD or tag.closing or tag.alone:
        return tag.end
    closing = _CLOSING[tag.name].search(state.src, tag.end, limit_of(state, start_line, end_line))
    return closing.start() if closing else tag.end


def _end_of_expression(state: StateBlock, begin: int, start_line: int, end_line: int) -> int | None:
    """None for what shows, and for what an inline rule reads as well: an expression before text, on one line."""
    expression = scan_expression(state.src, begin, limit_of(state, start_line, end_line))
    if expression is None or expression.value is not None:
        return None
    if not is_last(state, expression.end) and expression.end <= state.eMarks[start_line]:
        return None
    return expression.end


def _list(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A list, indented as much as its author likes: it is beside indented code that this makes text of it."""
    old_indent, state.listIndent = state.listIndent, -1
    found = list_block(state, start_line, end_line, silent)
    state.listIndent = old_indent
    return found


def _paragraph(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A paragraph or setext heading, which the tag of a block ends in the middle of a line, too."""
    terminators = state.md.block.ruler.getRules("paragraph")
    end_line = state.lineMax
    old_parent, state.parentType = state.parentType, "paragraph"
    line = start_line
    underline = None
    cut = _tag_within(state, line)
    line += 1
    while cut is None and line < end_line and not state.isEmpty(line):
        # A negative indent marks the lazy lines of a quotation, whose beginning was looked at already.
        if state.sCount[line] >= 0:
            if state.sCount[line] >= state.blkIndent:
                text_begin = state.bMarks[line] + state.tShift[line]
                underline = _SETEXT.fullmatch(state.src, text_begin, state.eMarks[line])
            if underline or any(rule(state, line, end_line, True) for rule in terminators):
                break
        cut = _tag_within(state, line)
        line += 1
    state.parentType = old_parent
    _push_text(state, start_line, line, cut, underline[1][0] if underline else "")
    if cut is not None:
        leave_rest(state, line - 1, cut)
    else:
        state.line = line + 1 if underline else line
    return True


def _push_text(state: StateBlock, start: int, end: int, cut: int | None, underline: str) -> None:
    tracking = tracking_of(state)
    end_of_line = state.eMarks[end - 1]
    if cut is not None:
        state.eMarks[end - 1] = cut
        tracking.tail = end_of_line - cut
    content = mdTrim(state.getLines(start, end, state.blkIndent, False))
    name, tag = ("heading", "h1" if underline == "=" else "h2") if underline else ("paragraph", "p")
    opener = state.push(f"{name}_open", tag, 1)
    opener.markup = underline
    opener.map = [start, end + 1 if underline else end]
    inline = state.push("inline", "", 0)
    inline.content = content
    inline.map = [start, end]
    inline.children = []
    state.push(f"{name}_close", tag, -1).markup = underline
    state.eMarks[end - 1] = end_of_line
    tracking.tail = 0


def _tag_within(state: StateBlock, line: int) -> int | None:
    """Where a block's tag stands on a line, behind its first character and outside of code."""
    begin, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    if state.src.find("<", begin, end) < 0:
        return None
    for match in _CODE_OR_TAG.finditer(state.src, begin, end):
        if match[0] == "<" and match.start() > begin:
            tag = scan_tag(state.src, match.start(), end)
            if tag is not None and tag.name in BLOCK:
                return match.start()
    return None


def _shown(state: StateBlock, tag: Tag) -> list[ShownAttribute]:
    # Attributes of HTML elements are no text: `title` is a hint there.
    if tag.closing or not tag.name[0].isupper():
        return []
    attributes = word_attributes(state.src, tag)
    result: list[ShownAttribute] = []
    for name in (*HEADING_ATTRIBUTES, *TEXT_ATTRIBUTES):
        attribute = attributes.get(name)
        if attribute is not None and attribute.value.strip():
            place = tracking_of(state).place(attribute.offset)
            result.append(ShownAttribute(name in HEADING_ATTRIBUTES, attribute.raw, attribute.value, *place))
    return result
