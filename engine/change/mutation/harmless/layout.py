"""The same page in another layout: line breaks, blank lines, padding, the signs of lists and markup."""

import re
from collections.abc import Iterator, Sequence
from random import Random

from engine.change.mutation.cutting import bounds, stands_alone
from engine.change.mutation.edits import Edit
from engine.change.mutation.manuscript import Manuscript
from engine.change.mutation.records import Change
from engine.model.spans import start_of
from engine.pages.blocks import Code, Heading, List, Paragraph, Row
from engine.pages.content_map import cell_bounds

_WIDTH = 60
_BEGINS_A_BLOCK = re.compile(r"[-+*#>|=~`:<\[]|\d+[.)]|import\b|export\b")
"""What at the start of a line could be read as something other than a paragraph that goes on."""
_MARKER = re.compile(r"[*-](?=\s)")
_DEFINITION = re.compile(r"^\[[^\]\n^]+\]:[ \t]*\S+[ \t]*$")


def rewrapped(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """Paragraphs are broken into short lines."""
    edits: list[Edit] = []
    for spot in manuscript.spots:
        if isinstance(spot.thing, Paragraph) and spot.thing.span.path == manuscript.path:
            edits += _breaks(manuscript, spot.thing)
    return _one(manuscript, edits)


def blank_lines_doubled(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """Two blank lines stand where one stood."""
    file = manuscript.file
    lines = [n for n in _body(manuscript) if not file.line(n) and not file.line(n - 1).startswith((" ", ">", "\t"))]
    return _one(manuscript, [Edit(file.offset(n, 1), file.offset(n, 1), "\n") for n in lines])


def trailing_spaces(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """A space ends every line: one is no line break."""
    ends = [manuscript.file.line_end(n) for n in _body(manuscript)]
    return _one(manuscript, [Edit(end, end, " ") for end in ends])


def tables_padded(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """Table cells are filled up with spaces."""
    edits: list[Edit] = []
    for spot in manuscript.spots:
        if isinstance(spot.thing, Row):
            line = manuscript.file.line(spot.thing.span.line)
            offset = manuscript.file.offset(spot.thing.span.line, 1)
            ends = [end for _, end in cell_bounds(line, spot.thing.span.column - 1) if line[end : end + 1] == "|"]
            edits += [Edit(offset + end, offset + end, " " * (1 + end % 5)) for end in ends]
    return _one(manuscript, edits)


def bullets_changed(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """Lists have the other bullet."""
    edits: list[Edit] = []
    for spot in manuscript.spots:
        for item in spot.thing.items if isinstance(spot.thing, List) and not spot.thing.ordered else ():
            start, _ = bounds(manuscript.file, item.span)
            if marker := _MARKER.match(manuscript.file.text, start):
                edits.append(Edit(start, start + 1, "-" if marker[0] == "*" else "*"))
    return _one(manuscript, edits)


def bold_underscored(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """Bold is written with underscores."""
    found = re.compile(r"(?<![\w*])(\*\*)(?=[^\s*])[^*\n|`]+(?<=\S)(\*\*)(?![\w*])")
    edits: list[Edit] = []
    for spot in manuscript.spots:
        if isinstance(spot.thing, Paragraph | Row) and spot.thing.span.path == manuscript.path:
            for bold in found.finditer(manuscript.file.text, *bounds(manuscript.file, spot.thing.span)):
                edits += [Edit(*bold.span(group), "__") for group in (1, 2)]
    return _one(manuscript, edits)


def headings_closed(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """Headings end with number signs too."""
    edits: list[Edit] = []
    for spot in manuscript.spots:
        line = manuscript.file.line(spot.thing.span.line)
        closed = line.rstrip().endswith(("#", "}"))
        if isinstance(spot.thing, Heading) and line.startswith("#") and not closed:
            end = manuscript.file.line_end(spot.thing.span.line)
            edits.append(Edit(end, end, f" {'#' * spot.thing.level}"))
    return _one(manuscript, edits)


def definitions_reversed(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """The definitions of reference links stand in the opposite order."""
    edits: list[Edit] = []
    run: list[int] = []
    for number in (*_body(manuscript), len(manuscript.file.starts) + 1):
        if _DEFINITION.match(manuscript.file.line(number)):
            run.append(number)
            continue
        for old, new in zip(run, reversed(run), strict=True):
            if old != new:
                where = (manuscript.file.offset(old, 1), manuscript.file.line_end(old))
                edits.append(Edit(*where, manuscript.file.line(new)))
        run = []
    return _one(manuscript, edits)


def _one(manuscript: Manuscript, edits: Sequence[Edit]) -> Iterator[Change]:
    if edits:
        yield Change(start_of(manuscript.path), tuple(edits))


def _body(manuscript: Manuscript) -> Iterator[int]:
    """The lines behind the front matter and outside of code."""
    first = 1
    if manuscript.is_page and manuscript.page.front_matter_lines:
        first = max(manuscript.page.front_matter_lines.values())
        while first <= len(manuscript.file.starts) and manuscript.file.line(first).strip() != "---":
            first += 1
        first += 1
    code = [spot.thing.span for spot in manuscript.spots if isinstance(spot.thing, Code)]
    for number in range(first, len(manuscript.file.starts) + 1):
        if not any(span.line <= number <= span.end_line for span in code):
            yield number


def _breaks(manuscript: Manuscript, paragraph: Paragraph) -> Iterator[Edit]:
    """Line feeds for spaces outside of markup, so that lines are about `_WIDTH` long."""
    text = paragraph.text
    ahead = manuscript.file.line(paragraph.span.line)[: paragraph.span.column - 1]
    indent = ahead if stands_alone(manuscript.file, paragraph.span) else re.sub(r"[^>\s]", " ", ahead)
    since = 0
    for index, character in enumerate(text.visible):
        since += 1
        following = text.visible[index + 1 : index + 12]
        in_markup = any(mark.start <= index < mark.end for mark in text.marks)
        if since < _WIDTH or character != " " or in_markup or _BEGINS_A_BLOCK.match(following):
            continue
        start, end = bounds(manuscript.file, text.span(index, index + 1))
        written = manuscript.file.text[start : end + 1]
        if written[:1] == " " and _BEGINS_A_BLOCK.match(manuscript.file.text, end) is None:
            yield Edit(start, end, f"\n{indent}")
            since = 0
