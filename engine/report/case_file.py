"""Case files: one Markdown file per code, with small trees of pages and what is found in them.

A section `## bad: ...` or `## good: ...` is one case. A fenced block whose info string is a language and a path
is a file of its tree; a fenced block `findings` lists what is found there.
"""

import codecs
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
from markdown_it import MarkdownIt
from markdown_it.token import Token

from engine.findings import UsageError

_TITLE = re.compile(r"(bad|good): (.+)")
_FOUND = re.compile(r"([A-Z]\d{3}) ([^\s:]+):(\d+)(?::(\d+))?(?: (.+))?")
_NOTHING_ELSE = "nothing else"
_FINDINGS = "findings"
_TIMES = re.compile(r"x([1-9]\d{0,5})")
_LINK = "link"
_CRLF = "crlf"


class Expected(msgspec.Struct, frozen=True):
    """A line of a `findings` block."""

    code: str
    path: str
    line: int
    column: int | None = None
    text: str = ""
    """Part of the message, or empty."""


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One section of a case file."""

    title: str
    bad: bool
    """Whether it shows the fault; otherwise what is no fault."""
    line: int
    """Of its heading, from 1."""
    files: dict[str, bytes]
    """Path below the docs folder -> content."""
    texts: dict[str, str]
    """The same as text, for people."""
    expected: tuple[Expected, ...] = ()
    complete: bool = False
    """Whether nothing else may be found, whatever its code."""
    links: dict[str, str] = {}
    """Symbolic links by path, with where they lead."""


def read_case_file(path: Path) -> tuple[Case, ...]:
    """The cases of a file.

    Raises:
        UsageError: a section, block or line that is none of a case file, with its line.
    """
    sections: list[tuple[Token, list[Token]]] = []
    tokens = MarkdownIt("commonmark").parse(path.read_text(encoding="utf-8"))
    for before, token in itertools.pairwise(tokens):
        if before.type == "heading_open" and before.tag == "h2":
            sections.append((token, []))
        elif token.type == "fence" and sections:
            sections[-1][1].append(token)
    return tuple(_case(path, heading, fences) for heading, fences in sections)


def _case(path: Path, heading: Token, fences: list[Token]) -> Case:
    line = (heading.map or [0])[0] + 1
    title = _TITLE.fullmatch(heading.content)
    if title is None:
        raise UsageError(
            f"the section `{heading.content}` is no case",
            where=f"{path}:{line}",
            help="begin it with `bad:` or `good:`",
        )
    files: dict[str, bytes] = {}
    texts: dict[str, str] = {}
    links: dict[str, str] = {}
    found: list[Expected] = []
    complete = False
    for fence in fences:
        words = fence.info.split()
        first = (fence.map or [0])[0] + 1
        if words == [_FINDINGS]:
            for number, text in enumerate(fence.content.splitlines(), first + 1):
                if text == _NOTHING_ELSE:
                    complete = True
                elif text.strip():
                    found.append(_expected(text, f"{path}:{number}"))
        elif len(words) >= 2:
            texts[words[1]] = fence.content
            if words[2:] == [_LINK]:
                links[words[1]] = fence.content.strip()
                continue
            files[words[1]] = _encoded(fence.content, words[2:], f"{path}:{first}")
        else:
            raise UsageError(
                f"the block `{fence.info}` names no file",
                where=f"{path}:{first}",
                help="write a language and a path, or `findings`",
            )
    return Case(
        title=title[2],
        bad=title[1] == "bad",
        line=line,
        files=files,
        texts=texts,
        links=links,
        expected=tuple(found),
        complete=complete,
    )


def _expected(text: str, where: str) -> Expected:
    match = _FOUND.fullmatch(text.strip())
    if match is None:
        raise UsageError(
            f"`{text}` is no finding", where=where, help="write `CODE path:line[:column] [part of message]`"
        )
    code, path, line, column, part = match.groups()
    return Expected(code, path, int(line), int(column) if column else None, part or "")


def _encoded(text: str, manner: list[str], where: str) -> bytes:
    """The bytes of a file; `manner` holds an encoding of Python, `crlf`, or `x` and how often the text is repeated."""
    encoding = "utf-8"
    for word in manner:
        if (times := _TIMES.fullmatch(word)) is not None:
            text *= int(times[1])
            continue
        if word == _CRLF:
            text = text.replace("\n", "\r\n")
            continue
        try:
            encoding = codecs.lookup(word).name
        except LookupError:
            raise UsageError(f"`{word}` is no encoding", where=where, help="name one that Python knows") from None
    return text.encode(encoding)


def unmet(case: Case, code: str, found: Iterator[tuple[str, str, int, int, str]]) -> list[str]:
    """What a case expects and is not found, and what is found and not expected.

    Args:
        case: the case.
        code: the code of its file; findings of others count only in a case that is complete.
        found: (code, path, line, column, message) of each finding.

    Returns:
        A line for each, as a `findings` block has it, with `-` or `+` before it; empty when all is as expected.
    """
    left = list(found)
    wrong = []
    codes = {code, *(expected.code for expected in case.expected)}
    for expected in case.expected:
        fitting = next((finding for finding in left if _fits(expected, finding)), None)
        if fitting is None:
            column = f":{expected.column}" if expected.column else ""
            wrong.append(f"- {expected.code} {expected.path}:{expected.line}{column} {expected.text}".rstrip())
        else:
            left.remove(fitting)
    extra = [finding for finding in left if case.complete or finding[0] in codes]
    return wrong + [f"+ {code} {path}:{line}:{column} {message}" for code, path, line, column, message in extra]


def _fits(expected: Expected, finding: tuple[str, str, int, int, str]) -> bool:
    code, path, line, column, message = finding
    place = (expected.code, expected.path, expected.line) == (code, path, line)
    return place and expected.column in (None, column) and expected.text in message
