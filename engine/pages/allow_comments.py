"""Comments by which an author allows a fault: `<!-- charter: allow ... -->`, and `{/* ... */}` in MDX.

Alone on its lines, a comment speaks of the block that follows (of the front matter, when it stands over it);
beside text, of its own line. `allow-page` speaks of the whole file. What it allows is read by the gate.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from engine.model.spans import Span
from engine.pages.blocks import Alert, AllowComment, AnyBlock, Code, Include, List, Quote, Tabs
from engine.pages.source import Source

_SIGN = "charter:"
_COMMENT = re.compile(
    r"(?<!`)(?:<!--\s*charter:\s*allow(?P<page>-page)?\b(?P<html>.*?)-->"
    r"|\{/\*\s*charter:\s*allow(?P<mdx_page>-page)?\b(?P<mdx>.*?)\*/\})",
    re.DOTALL,
)
_WORD = re.compile(r"\w")


def allow_comments(source: Source, blocks: Sequence[AnyBlock], body_line: int) -> tuple[AllowComment, ...]:
    """The comments of one file that allow something, each with the lines that it speaks of.

    Args:
        source: the file.
        blocks: the blocks of the page that holds or includes it.
        body_line: where the body of the file begins, behind its front matter.
    """
    if _SIGN not in source.text:
        return ()
    spans = [(block, span) for block, span in _spans(blocks) if span.path == source.path]
    code = [span for block, span in spans if isinstance(block, Code)]
    found: list[tuple[re.Match[str], Span]] = []
    for match, span in _matches(source):
        if not any(outer.line <= span.line <= outer.end_line for outer in code):
            found.append((match, span))
    taken = {span.line for _, span in found}
    following = [span for _, span in spans if span.line not in taken]
    comments = []
    for match, span in found:
        text = " ".join((match["html"] or match["mdx"] or "").split())
        first, last = _reach(source, span, following, body_line)
        if match["page"] or match["mdx_page"]:
            first, last = 1, len(source.lines)
        comments.append(AllowComment(span, text, first, last))
    return tuple(comments)


def _reach(source: Source, span: Span, following: Sequence[Span], body_line: int) -> tuple[int, int]:
    """The lines that a comment speaks of; none where nothing follows."""
    before = source.lines[span.line - 1][: span.column - 1]
    after = source.lines[span.end_line - 1][span.end_column - 1 :]
    if _WORD.search(before) or _WORD.search(after):
        return span.line, span.end_line
    if span.end_line < body_line:
        return span.end_line + 1, body_line - 1
    behind = [other for other in following if other.line > span.end_line]
    if not behind:
        return 0, 0
    start = min(other.line for other in behind)
    return start, max(other.end_line for other in behind if other.line == start)


def _matches(source: Source) -> Iterator[tuple[re.Match[str], Span]]:
    text = "\n".join(source.lines)
    line, begin = 1, 0
    for match in _COMMENT.finditer(text):
        line += text.count("\n", begin, match.start())
        begin = match.start()
        column = begin - (text.rfind("\n", 0, begin) + 1) + 1
        end_line = line + match[0].count("\n")
        end_column = match.end() - (text.rfind("\n", 0, match.end()) + 1) + 1
        yield match, Span(source.path, line, column, end_line, end_column)


def _spans(blocks: Sequence[AnyBlock]) -> Iterator[tuple[msgspec.Struct, Span]]:
    """Every block, list item and tab, outer ones first."""
    for block in blocks:
        yield block, block.span
        match block:
            case List(items=parts) | Tabs(tabs=parts):
                for part in parts:
                    yield part, part.span
                    yield from _spans(part.blocks)
            case Alert() | Quote() | Include():
                yield from _spans(block.blocks)
            case _:
                pass
