"""Lines of a source file with a caret under the place that is meant, as wide as a terminal shows them."""

from collections.abc import Callable

from rich.cells import cell_len, get_character_cell_size

from engine.model.spans import Span

MOST_LINES = 3
"""Lines shown of a span of several; blank ones do not count."""
_MOST_LOOKED_AT = 20
_WHOLE_LINE = 1_000_000
"""A column behind every line."""
_CUT = "…"
_BEFORE = 0.4
"""The part of a clipped line that stands before the caret, where much follows it."""
_LEAST_BEFORE = 0.1
"""The same, where the caret needs the room."""


def excerpt(span: Span, quote: Callable[[Span], str], width: int) -> list[str]:
    """The lines of a span, each with its carets under it, and `…` where there are more.

    Args:
        span: what is meant; an empty one, as that of a whole file, shows nothing.
        quote: the source text of a span.
        width: the columns that there are, line numbers included.
    """
    if (span.line, span.column) == (span.end_line, span.end_column):
        return []
    lines = {
        number: line
        for number in range(span.line, min(span.end_line, span.line + _MOST_LOOKED_AT) + 1)
        if (line := quote(Span(span.path, number, 1, number, _WHOLE_LINE))).strip()
    }
    shown = list(lines)[:MOST_LINES]
    gutter = len(str(span.end_line))
    found: list[str] = []
    for number in shown:
        line = lines[number]
        start = span.column - 1 if number == span.line else len(line) - len(line.lstrip())
        end = span.end_column - 1 if number == span.end_line else len(line.rstrip())
        text, carets = marked(line, start, max(end, start + 1), width - gutter - 3)
        found += [f"{number:>{gutter}} | {text}".rstrip(), f"{'':>{gutter}} | {carets}"]
    if len(lines) > len(shown):
        found.append(f"{'':>{gutter}} | {_CUT}")
    return found


def marked(line: str, start: int, end: int, width: int) -> tuple[str, str]:
    """A line, clipped around `line[start:end]` to a width, and the carets that go under it.

    Characters count as the columns that a terminal gives them: none, one or two. A tab is shown as a space.
    """
    line = "".join(character if character.isprintable() else " " for character in line)
    end = min(end, max(len(line), start + 1))
    if cell_len(line) > width:
        line, start, end = _clipped(line, start, end, width)
    carets = max(1, cell_len(line[start:end]))
    return line, " " * cell_len(line[:start]) + "^" * carets


def _clipped(line: str, start: int, end: int, width: int) -> tuple[str, int, int]:
    """The part of a line that shows the beginning of `line[start:end]` and as much of the rest as fits."""
    begin = start
    room = max(int(width * _BEFORE), width - cell_len(line[start:]))
    room = min(room, max(int(width * _LEAST_BEFORE), width - cell_len(line[start:end]) - 1))
    used = 0
    while begin > 0 and used + get_character_cell_size(line[begin - 1]) < max(room, 1):
        begin -= 1
        used += get_character_cell_size(line[begin])
    before = _CUT if begin > 0 else ""
    stop, used = begin, len(before)
    while stop < len(line) and used + get_character_cell_size(line[stop]) <= width - 1:
        used += get_character_cell_size(line[stop])
        stop += 1
    after = _CUT if stop < len(line) else ""
    moved = len(before) - begin
    return before + line[begin:stop] + after, start + moved, min(end, stop) + moved
