"""Replacing stretches of a text, and which lines of the result are which lines of the original."""

import bisect
from collections.abc import Sequence

import msgspec

from engine.change.mutation.filetext import FileText


class Edit(msgspec.Struct, frozen=True, order=True):
    """`text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str


def applied(text: str, edits: Sequence[Edit]) -> str:
    """A text after edits that do not overlap; offsets are those of the text before."""
    parts: list[str] = []
    position = 0
    for edit in sorted(edits):
        parts += (text[position : edit.start], edit.new)
        position = edit.end
    return "".join((*parts, text[position:]))


class LineMap(msgspec.Struct, frozen=True):
    """Where the lines of an edited file stood before, and which of them are new or next to what was cut out."""

    origin: tuple[int | None, ...]
    """For each line of the edited file: its number in the original; None for a line that an edit touched."""
    touched: frozenset[int]
    """Lines of the edited file that hold new text, or from which something was cut."""
    beside: frozenset[int]
    """The nearest lines with text before and behind a place where whole lines were cut out."""


def line_map(before: FileText, after: FileText, edits: Sequence[Edit]) -> LineMap:
    """The map from the lines of an edited file to the original."""
    origin: list[int | None] = [None] * len(after.starts)
    touched: set[int] = set()
    beside: set[int] = set()
    line_starts = {*before.starts, len(before.text)}
    shifts: list[tuple[int, int]] = []
    """(offset after an edit in the edited text, what leads from there to the original)."""
    moved = 0
    for edit in sorted(edits):
        start = edit.start + moved
        end = start + len(edit.new)
        moved += len(edit.new) - (edit.end - edit.start)
        shifts.append((end, -moved))
        first, last = after.line_at(start), after.line_at(end)
        whole = start == after.starts[first - 1] and end == after.starts[last - 1] and edit.end in line_starts
        if first == last and whole:
            beside |= _neighbours(after, first)
        else:
            # A line that ends where the new text ends was not touched.
            touched |= set(range(first, last + (0 if whole else 1)))
    ends = [end for end, _ in shifts]
    for number, start in enumerate(after.starts, 1):
        if number in touched:
            continue
        index = bisect.bisect_right(ends, start) - 1
        shift = shifts[index][1] if index >= 0 else 0
        origin[number - 1] = before.line_at(start + shift)
    return LineMap(tuple(origin), frozenset(touched), frozenset(beside))


def _neighbours(file: FileText, line: int) -> set[int]:
    """The nearest lines with text before `line`, and from it on."""
    above = next((n for n in range(line - 1, 0, -1) if _has_text(file, n)), None)
    below = next((n for n in range(line, len(file.starts) + 1) if _has_text(file, n)), None)
    return {n for n in (above, below) if n is not None}


def _has_text(file: FileText, line: int) -> bool:
    return bool(file.line(line).strip("> \t"))
