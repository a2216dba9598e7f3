"""Front matter: the YAML between two `---` lines at the top of a page, every scalar kept as the author wrote it.

Words behind keys, which is all that most pages have, are read by a pattern; for the rest
python-frontmatter finds the metadata; its handler here builds strings, lists and mappings straight from the
events of the YAML 1.1 parser. So `no` stays "no" and a date stays a string, no object can be constructed,
and aliases (which can grow without bound) and deep nesting are refused before anything is built.
"""

import itertools
import re
from collections.abc import Sequence

import frontmatter
import msgspec
import yaml
from frontmatter.default_handlers import YAMLHandler

from engine.findings import Finding
from engine.model.spans import Span
from engine.pages.source import Source

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MAX_SIZE = 64 * 1024
_MAX_DEPTH = 20
_DELIMITER = re.compile(r"-{3}[ \t]*")
_KEY = re.compile(r"[\w.-]+:(?:\s|$)")
# What is the same in YAML wherever it stands, but for a colon before a space and a number sign behind one.
_SAFE = r"[\w ,./()'?=&%+;!–—’-]"
_WORDS = rf"(?:[^\W_]|/)(?:{_SAFE}++|:(?=[\w/])|(?<=[\w/])#)*+"
_PLAIN_LINE = re.compile(rf"(?P<key>[^\W\d_][\w.-]{{0,100}}+):(?: +(?P<value>{_WORDS}))? *+| *+(?:#{_SAFE}*+)?+")
"""A key with one or more words, or none; a comment; a blank line."""

_ALIAS = "aliases are not allowed"
_TOO_DEEP = "the values are nested too deeply"
_TOO_LARGE = "it is larger than 64 KiB"
_NO_END = "the closing line is missing"
_NO_MAPPING = "it is not a list of keys and values"
_NO_KEY = "a key is not a word"
_MALFORMED = "malformed YAML"
_SAME_FAULT = {"exceeded maximum nesting depth": _TOO_DEEP}
"""Faults that a YAML library may meet before we do, in its words and in ours."""


class FrontMatter(msgspec.Struct, frozen=True):
    """The metadata of a page and where its body begins."""

    values: dict[str, object]
    """Strings, lists and mappings of strings."""
    lines: dict[str, int]
    """Source line of each top-level key, from 1."""
    body_line: int
    """The line where the body starts, from 1; one after the last line when there is none."""
    findings: tuple[Finding, ...] = ()


class _RefusedError(Exception):
    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


class _StringHandler(YAMLHandler):
    """Loads YAML without resolving any scalar, and remembers the line of each top-level key."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, int] = {}

    def load(self, fm: str, **kwargs: object) -> dict[str, object]:
        """Build the mapping; lines count from the first line of `fm`, from 0.

        Raises:
            _RefusedError: aliases, deep nesting, keys that are no scalars, no mapping at the top.
            yaml.YAMLError: text that is no YAML.
        """
        result: object = None
        # Open collections, each with the key that waits for its value.
        stack: list[list[object] | dict[str, object]] = []
        keys: list[str | None] = []
        for event in yaml.parse(fm, Loader=_Loader):
            if isinstance(event, yaml.ScalarEvent):
                value: object = event.value
            elif isinstance(event, yaml.MappingStartEvent):
                value = {}
            elif isinstance(event, yaml.SequenceStartEvent):
                value = []
            elif isinstance(event, yaml.CollectionEndEvent):
                stack.pop()
                keys.pop()
                continue
            elif isinstance(event, yaml.AliasEvent):
                raise _RefusedError(_ALIAS, _line(event))
            else:
                continue
            line = _line(event)
            parent = stack[-1] if stack else None
            if parent is None:
                if result is not None:
                    raise _RefusedError(_NO_MAPPING, line)
                result = value
            elif isinstance(parent, list):
                parent.append(value)
            elif (key := keys[-1]) is not None:
                parent[key] = value
                keys[-1] = None
            elif isinstance(value, str):
                keys[-1] = value
                if len(stack) == 1:
                    self.lines[value] = line
                continue
            else:
                raise _RefusedError(_NO_KEY, line)
            if isinstance(value, (list, dict)):
                if len(stack) >= _MAX_DEPTH:
                    raise _RefusedError(_TOO_DEEP, line)
                stack.append(value)
                keys.append(None)
        if result in (None, ""):
            return {}
        if not isinstance(result, dict):
            raise _RefusedError(_NO_MAPPING, 0)
        return result


def _line(event: yaml.Event) -> int:
    return event.start_mark.line if event.start_mark else 0


def read_front_matter(source: Source) -> FrontMatter:
    """Split a file into front matter and body.

    HTML comments and blank lines may stand before the front matter. A page without front matter is fine.

    Args:
        source: the decoded file.
    Returns:
        The values (empty without or with invalid front matter), the line of each key, the first line of the
        body, and an `invalid-front-matter` finding when the front matter cannot be read.
    """
    opening = _after_comments(source.lines)
    if opening is None:
        return FrontMatter({}, {}, 1)
    closing = next(
        (index for index in range(opening + 1, len(source.lines)) if _DELIMITER.fullmatch(source.lines[index])), None
    )
    if closing is None:
        # A lone `---` is a thematic break (CommonMark 4.1), unless a key follows it.
        following = source.lines[opening + 1] if opening + 1 < len(source.lines) else ""
        findings = (_finding(source, _NO_END, opening + 1),) if _KEY.match(following) else ()
        return FrontMatter({}, {}, 1, findings)
    # python-frontmatter does not count blank lines at the top.
    blank = sum(1 for _ in itertools.takewhile(_is_blank, source.lines[opening + 1 : closing]))
    lines = source.lines[opening + 1 + blank : closing]
    text = "\n".join(lines)
    if len(text) > _MAX_SIZE:
        return FrontMatter({}, {}, closing + 2, (_finding(source, _TOO_LARGE, opening + 1),))
    first = opening + 2 + blank
    plain = _plain_words(lines, first)
    if plain is not None:
        return FrontMatter(*plain, closing + 2)
    handler = _StringHandler()
    try:
        values, _ = frontmatter.parse(f"---\n{text}\n---\n", handler=handler)
    except _RefusedError as error:
        reason, line = error.reason, error.line
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or _MALFORMED
        reason, line = _SAME_FAULT.get(problem, problem), mark.line if mark else 0
    except yaml.YAMLError:
        reason, line = _MALFORMED, 0
    else:
        # The handler's text begins at the line feed that follows the opening `---`.
        return FrontMatter(values, {key: first - 1 + line for key, line in handler.lines.items()}, closing + 2)
    return FrontMatter({}, {}, closing + 2, (_finding(source, reason, min(max(first, first - 1 + line), closing)),))


def _plain_words(lines: Sequence[str], first: int) -> tuple[dict[str, object], dict[str, int]] | None:
    """What keys with nothing but words have, as YAML reads it, and the lines of the keys; None for all other YAML.

    Args:
        lines: those of the front matter.
        first: the number of the first of them.
    """
    values: dict[str, object] = {}
    numbers: dict[str, int] = {}
    for number, line in enumerate(lines, first):
        found = _PLAIN_LINE.fullmatch(line)
        if found is None:
            return None
        key = found["key"]
        if key is not None:
            values[key] = (found["value"] or "").rstrip(" ")
            numbers[key] = number
    return values, numbers


def _is_blank(line: str) -> bool:
    return not line.strip(" \t")


def _after_comments(lines: tuple[str, ...]) -> int | None:
    """Index of the `---` that opens the front matter, behind comments and blank lines; None without one."""
    in_comment = False
    for index, line in enumerate(lines):
        rest = line
        while True:
            if in_comment:
                end = rest.find("-->")
                if end < 0:
                    break
                rest, in_comment = rest[end + 3 :], False
            rest = rest.lstrip()
            if not rest.startswith("<!--"):
                break
            rest, in_comment = rest[4:], True
        if in_comment or not rest:
            continue
        return index if _DELIMITER.fullmatch(line) else None
    return None


def _finding(source: Source, reason: str, line: int) -> Finding:
    """`line` counts from 1."""
    text = source.lines[line - 1]
    return Finding("F004", Span(source.path, line, 1, line, len(text) + 1), {"reason": reason})
