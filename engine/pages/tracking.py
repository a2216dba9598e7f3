"""What tokens of markdown-it know of their places: the keys of a token's `meta`, and a fast way to make one.

markdown-it keeps lines for blocks and nothing for inline tokens. The parsers of `block_parsing` and `inline_parsing`
note what they know at the moment they make a token; nothing is searched for afterwards.
"""

from typing import Any, Final, Literal

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


def make_token(
    type: str,
    tag: str,
    nesting: Literal[-1, 0, 1],
    *,
    map: list[int] | None = None,
    level: int = 0,
    children: list[Token] | None = None,
    content: str = "",
    markup: str = "",
    meta: dict[Any, Any] | None = None,
    block: bool = False,
) -> Token:
    """Make a token as `Token` does, in a third of the time: a page has thousands of them.

    The arguments are those of `Token`, which tells what they are.
    """
    token = _new(Token)
    token.type = type
    token.tag = tag
    token.nesting = nesting
    token.attrs = {}
    token.map = map
    token.level = level
    token.children = children
    token.content = content
    token.markup = markup
    token.info = ""
    token.meta = {} if meta is None else meta
    token.block = block
    token.hidden = False
    return token


_new = Token.__new__
