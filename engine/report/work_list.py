"""The work list: findings in the order in which they mislead customers most, each with the lines of both sides.

First come errors, then warnings, then notes. Among equals come first rules (who may what), then values, structure,
files, missing pages, terms, allowances and typography; then the codes and the places in order.
"""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from engine.findings import CODES, Code, Finding
from engine.gate.places import Places
from engine.gate.selection import SEVERITIES
from engine.localedata import Messages
from engine.model.spans import Span

FAMILIES = "RELVCSFPTGY"
"""The letters of codes, those that mislead most first."""
MOST_LINES = 12
"""Lines shown of one side."""
_WHOLE_LINE = 1_000_000


class Line(msgspec.Struct, frozen=True):
    """A line of a file, parted around what is meant."""

    number: int
    before: str
    meant: str
    after: str


class Side(msgspec.Struct, frozen=True):
    """A place with its lines."""

    place: str
    language: str
    lines: tuple[Line, ...]
    more: bool
    """Whether the place has further lines."""


class Entry(msgspec.Struct, frozen=True):
    """One finding, ready to be shown."""

    id: str
    code: str
    severity: str
    place: str
    language: str
    path: str
    key: str
    message: str
    help: str
    sides: tuple[Side, ...]


class Group(msgspec.Struct, frozen=True):
    """The entries of one code and severity."""

    code: Code
    severity: str
    entries: tuple[Entry, ...]


def rank(finding: Finding) -> tuple[int, int, str, Span]:
    """Where a finding stands in the work list."""
    family = FAMILIES.find(finding.code[0])
    return (SEVERITIES.index(finding.severity), family % (len(FAMILIES) + 1), finding.code, finding.span)


def work_list(
    findings: Iterable[Finding], places: Places, messages: Messages, quote: Callable[[Span], str]
) -> tuple[Group, ...]:
    """The groups of the work list, in order."""
    groups: dict[tuple[str, str], list[Entry]] = {}
    for number, finding in enumerate(sorted(findings, key=rank), 1):
        entry = _entry(f"f{number}", finding, places, messages, quote)
        groups.setdefault((finding.severity, finding.code), []).append(entry)
    return tuple(Group(CODES[code], severity, tuple(entries)) for (severity, code), entries in groups.items())


def _entry(id: str, finding: Finding, places: Places, messages: Messages, quote: Callable[[Span], str]) -> Entry:
    code, span = CODES[finding.code], finding.span
    spans = [span, *(related.span for related in finding.related if related.span != span)]
    sides = (_side(other, places, quote) for other in spans)
    return Entry(
        id=id,
        code=finding.code,
        severity=finding.severity,
        place=str(span),
        language=places.language(span.path),
        path=span.path,
        key=places.key(span.path),
        message=messages.format(code.message, **finding.arguments),
        help=messages.format(code.help, **finding.arguments),
        sides=tuple(side for side in sides if side.lines),
    )


def _side(span: Span, places: Places, quote: Callable[[Span], str]) -> Side:
    last = min(span.end_line, span.line + MOST_LINES - 1)
    empty = (span.line, span.column) == (span.end_line, span.end_column)
    numbers: Sequence[int] = () if empty else range(span.line, last + 1)
    lines = tuple(_line(span, number, quote) for number in numbers)
    return Side(str(span), places.language(span.path), lines, span.end_line > last)


def _line(span: Span, number: int, quote: Callable[[Span], str]) -> Line:
    text = quote(Span(span.path, number, 1, number, _WHOLE_LINE))
    start = span.column - 1 if number == span.line else 0
    end = span.end_column - 1 if number == span.end_line else len(text)
    return Line(number, text[:start], text[start:end], text[end:])
