"""Edits of source text that leave the rest of a page as it is: lines cut out, words replaced, sentences dropped."""

import re
from collections.abc import Sequence

from engine.change.mutation.edits import Edit
from engine.change.mutation.filetext import FileText
from engine.model.spans import Span
from engine.pages.blocks import Text

_CONTAINER = "> \t"
"""What may stand before a block on its line: the markers of quotes, and indentation."""
_GAP = re.compile(r"[ \t]*(?:(?:\r\n?|\n)[> \t]*)?")


def bounds(file: FileText, span: Span) -> tuple[int, int]:
    """The offsets of a span."""
    return file.offset(span.line, span.column), file.offset(span.end_line, span.end_column)


def source(file: FileText, span: Span) -> str:
    """The source text of a span."""
    start, end = bounds(file, span)
    return file.text[start:end]


def stands_alone(file: FileText, span: Span) -> bool:
    """Whether nothing but indentation and the markers of quotes stands before a block on its first line."""
    return not file.line(span.line)[: span.column - 1].strip(_CONTAINER)


def is_blank(file: FileText, number: int) -> bool:
    """Whether a line separates blocks: empty, or nothing but the markers of quotes. The ends of a file do."""
    return not file.line(number).strip(_CONTAINER)


def without_lines(file: FileText, first: int, last: int, *, apart: bool = True) -> Edit:
    """Cut out whole lines, with one of the blank lines around them when both sides have one.

    Args:
        apart: leave a blank line where there would be none, so that what stood above and below does not become one.
    """
    begin, end = file.offset(first, 1), file.offset(last + 1, 1)
    above, below = is_blank(file, first - 1), is_blank(file, last + 1)
    if above and below and last < len(file.starts):
        while last < len(file.starts) and is_blank(file, last + 1):
            last += 1
        end = file.offset(last + 1, 1)
    elif apart and not above and not below:
        # A quote goes on over the gap when both sides belong to it.
        marker = re.match(r"[> \t]*", file.line(last + 1))
        return Edit(begin, end, (marker[0].rstrip() if marker else "") + "\n")
    return Edit(begin, end, "")


def is_plain(file: FileText, text: Text, start: int, end: int) -> bool:
    """Whether the source of `visible[start:end]` is the same characters, on one line."""
    span = text.span(start, end)
    return span.path == file.path and source(file, span) == text.visible[start:end]


def replaced(file: FileText, text: Text, start: int, end: int, new: str) -> Edit | None:
    """`visible[start:end]` becomes `new`; None where markup or a line break stands in between."""
    if not is_plain(file, text, start, end):
        return None
    return Edit(*bounds(file, text.span(start, end)), new)


def without_sentence(
    file: FileText, text: Text, all_bounds: Sequence[tuple[int, int]], number: int, content: Span
) -> Edit | None:
    """Cut one of several sentences out of a text.

    Args:
        all_bounds: the sentences of the text.
        number: which of them to cut.
        content: the span of the text with its markup.
    Returns:
        None where markup reaches over an end of the sentence.
    """
    start, end = all_bounds[number]
    if any(mark.start < bound < mark.end for mark in text.marks for bound in (start, end)):
        return None
    last = number == len(all_bounds) - 1
    if number == 0:
        behind = _gap(file, text, end)
        return None if behind is None else Edit(bounds(file, content)[0], behind[1], "")
    before = _gap(file, text, all_bounds[number - 1][1])
    after = (bounds(file, content)[1], 0) if last else _gap(file, text, end)
    if before is None or after is None or after[0] <= before[0]:
        return None
    return Edit(before[0], after[0], "")


def _gap(file: FileText, text: Text, index: int) -> tuple[int, int] | None:
    """The offsets of the white space that `visible[index]` stands for."""
    span = text.span(index, index + 1)
    begin = file.offset(span.line, span.column)
    gap = _GAP.match(file.text, begin)
    if span.path != file.path or gap is None or not gap[0]:
        return None
    return begin, gap.end()
