"""The lexical side of JSX: tags, attributes, comments and expressions, none of which is ever executed.

The patterns match possessively and are bounded in length, so that no text makes them slow.
"""

import html
import re
from typing import NamedTuple

_MAX_LENGTH = 4000
_NAME = r"[A-Za-z][\w.:-]*+"
_BRACED = r"\{(?:[^{}]++|\{(?:[^{}]++|\{(?:[^{}]++|\{[^{}]*+\})*+\})*+\})*+\}"
_VALUE = rf"""(?:"[^"]*+"|'[^']*+'|{_BRACED}|[^\s"'<>{{}}=`/]++)"""
_ATTRIBUTE = rf"\s*+(?:[A-Za-z_:@$][\w.:$-]*+(?:\s*+=\s*+{_VALUE})?+|{_BRACED})"
_TAG = re.compile(rf"<(?P<closing>/?)(?P<name>{_NAME})(?P<attributes>(?:{_ATTRIBUTE})*+)\s*+(?P<alone>/?)>", re.ASCII)
_NAMED = re.compile(rf"(?:([A-Za-z_:@$][\w.:$-]*+)(?:\s*+=\s*+({_VALUE}))?+|{_BRACED})", re.ASCII)
_LITERAL = re.compile(r"""\{\s*+(?:"((?:[^"\\\n]|\\.)*+)"|'((?:[^'\\\n]|\\.)*+)'|`((?:[^`\\$]|\\.)*+)`)\s*+\}""")
_EXPRESSION = re.compile(_BRACED)
_COMMENT_BEGIN = re.compile(r"\{\s{0,20}/\*")
_COMMENT_END = re.compile(r"\s*+\}")
_ESCAPE = re.compile(r"\\(.)")


class Tag(NamedTuple):
    """One tag. An element is of two, or of one that stands alone."""

    name: str
    closing: bool
    alone: bool
    attributes: int
    """Where its attributes begin in the text."""
    end: int
    """The offset behind it."""


class Attribute(NamedTuple):
    """The value of an attribute that is a word."""

    raw: str
    """As the author wrote it, without quotes."""
    value: str
    """As it shows: on one line, without entities and escapes."""
    offset: int
    """Where `raw` begins in the text."""


class Expression(NamedTuple):
    """Something in braces."""

    end: int
    value: str | None = None
    """What shows: the words of a string literal, nothing else."""


def scan_tag(text: str, start: int, limit: int) -> Tag | None:
    """The tag that begins at `start`, if one does and ends before `limit`."""
    match = _TAG.match(text, start, min(limit, start + _MAX_LENGTH))
    if match is None:
        return None
    return Tag(match["name"], bool(match["closing"]), bool(match["alone"]), match.start("attributes"), match.end())


def word_attributes(text: str, tag: Tag) -> dict[str, Attribute]:
    """The attributes of a tag whose values are words."""
    result: dict[str, Attribute] = {}
    for match in _NAMED.finditer(text, tag.attributes, tag.end - 1):
        name, value = match.groups()
        if name is None or value is None:
            continue
        start, end = match.span(2)
        if value.startswith("{"):
            literal = _LITERAL.fullmatch(value)
            if literal is not None and literal.lastindex:
                raw = literal[literal.lastindex]
                result[name] = Attribute(raw, _unescaped(raw), start + literal.start(literal.lastindex))
            continue
        if value[0] in "\"'":
            start, end = start + 1, end - 1
        raw = text[start:end]
        result[name] = Attribute(raw, _on_one_line(html.unescape(raw)), start)
    return result


def scan_expression(text: str, start: int, limit: int) -> Expression | None:
    """The comment, string literal or other expression in braces that begins at `start`.

    Braces that nest deeper than four times, or never close, are text.
    """
    if (comment := _COMMENT_BEGIN.match(text, start, limit)) is not None:
        end = text.find("*/", comment.end(), limit)
        closing = _COMMENT_END.match(text, end + 2, limit) if end >= 0 else None
        if closing is not None:
            return Expression(closing.end())
    limit = min(limit, start + _MAX_LENGTH)
    if (literal := _LITERAL.match(text, start, limit)) is not None:
        return Expression(literal.end(), _unescaped(literal[literal.lastindex or 0]))
    match = _EXPRESSION.match(text, start, limit)
    return Expression(match.end()) if match else None


def scan_comment(text: str, start: int, limit: int) -> int | None:
    """The offset behind the HTML comment that begins at `start`."""
    if not text.startswith("<!--", start):
        return None
    end = text.find("-->", start + 4, limit)
    return end + 3 if end >= 0 else None


def _unescaped(raw: str) -> str:
    return _on_one_line(_ESCAPE.sub(r"\1", raw))


def _on_one_line(value: str) -> str:
    return " ".join(value.split("\n")) if "\n" in value else value
