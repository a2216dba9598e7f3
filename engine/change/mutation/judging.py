"""Whether checks found an injected change, and at the right place.

A mutation is FOUND when the checks report something that they did not report before, at the right place. The right
place is one of

- the lines that the mutation wrote, or cut something out of;
- where whole lines are gone: the nearest line with text above and below the gap;
- further places where a reader meets the change, such as the uses of a link whose definition was changed;
- what stands at the same address in the same file of another language (`counterparts`).

A finding is there when its own span, or that of a quote which belongs to it, shares a line with the right place; a
span of more than `LONGEST` lines counts only when it begins there. A finding on another page, or elsewhere on the
page, is not at the right place. A finding that was there before, and only moved along with its lines, is not new; nor
is one with the code of a finding that stood on the mutated lines before: such a mutation is set aside as told already.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from engine.change.mutation.edits import LineMap
from engine.findings import Finding
from engine.model.spans import Span

LONGEST = 12
"""Lines of a span that still says where something is."""

_Key: TypeAlias = tuple[object, ...]


class Verdict(NamedTuple):
    """What the checks made of a mutation."""

    found: tuple[Finding, ...]
    """New findings at the right place."""
    elsewhere: tuple[Finding, ...]
    """Other new findings."""
    told_before: bool
    """Whether a finding on the mutated lines had the same code as one that stood there before."""


def judge(
    before: Sequence[Finding],
    after: Sequence[Finding],
    path: str,
    lines: LineMap,
    mutated: Sequence[Span],
    other_sides: Sequence[Span],
) -> Verdict:
    """Compare the findings with and without a mutation.

    Args:
        before: findings of the untouched docs folder.
        after: findings with the mutation.
        path: the mutated file.
        lines: where its lines stood before.
        mutated: the places of the mutation, in the file as it was; the first is the one that was edited.
        other_sides: their counterparts in other languages.
    """
    known = Counter(_key(finding, finding.span.line) for finding in before)
    fresh: list[Finding] = []
    for finding in after:
        key = _key(finding, _line_before(finding, path, lines))
        if known[key] > 0:
            known[key] -= 1
        else:
            fresh.append(finding)
    # What is left of the known ones is gone, or has changed its words together with the mutated lines.
    gone = Counter({key: count for key, count in known.items() if count > 0})
    same_words = Counter({_words(key): count for key, count in gone.items()})
    codes = Counter(f.code for f in before if gone[_key(f, f.span.line)] > 0 and _shares_line(f.span, mutated))
    own = lines.touched | lines.beside | _now(mutated[1:], lines)
    there = [*(Span(path, n, 1, n, 1) for n in sorted(own)), *other_sides]
    found: list[Finding] = []
    elsewhere: list[Finding] = []
    told_before = False
    for finding in fresh:
        words = _words(_key(finding, 0))
        here = _is_there(finding, there)
        if same_words[words] > 0:
            same_words[words] -= 1
            told_before |= here
        elif here and codes[finding.code] > 0 and finding.span.path == path:
            codes[finding.code] -= 1
            told_before = True
        else:
            (found if here else elsewhere).append(finding)
    return Verdict(tuple(found), tuple(elsewhere), told_before)


def added(before: Iterable[Finding], after: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings beyond those of the untouched docs folder, counted by code and file: for edits that move every line."""
    known = Counter((finding.code, finding.span.path) for finding in before)
    fresh: list[Finding] = []
    for finding in after:
        key = (finding.code, finding.span.path)
        if known[key] > 0:
            known[key] -= 1
        else:
            fresh.append(finding)
    return tuple(fresh)


def _key(finding: Finding, line: int | None) -> _Key:
    return (finding.code, finding.span.path, tuple(sorted(finding.arguments.items())), line)


def _words(key: _Key) -> _Key:
    return key[:-1]


def _line_before(finding: Finding, path: str, lines: LineMap) -> int | None:
    number = finding.span.line
    if finding.span.path != path:
        return number
    return lines.origin[number - 1] if number <= len(lines.origin) else None


def _now(spans: Sequence[Span], lines: LineMap) -> set[int]:
    """The lines that hold what stood at these places before."""
    before = {number for span in spans for number in range(span.line, span.end_line + 1)}
    return {number for number, origin in enumerate(lines.origin, 1) if origin in before}


def _is_there(finding: Finding, places: Sequence[Span]) -> bool:
    spans = (finding.span, *(related.span for related in finding.related))
    return any(_shares_line(span, places) for span in spans)


def _shares_line(span: Span, places: Sequence[Span]) -> bool:
    if span.end_line - span.line >= LONGEST:
        span = Span(span.path, span.line, span.column, span.line, span.column)
    return any(p.path == span.path and p.line <= span.end_line and span.line <= p.end_line for p in places)
