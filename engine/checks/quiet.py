"""Several symptoms of one cause are one finding: what a graver check tells is not told again."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from engine.findings import Finding
from engine.model.spans import Span

_RANKS = (
    frozenset({"R005", "R006", "R015", "R016", "R017", "F010"}),
    frozenset({"V001", "V005"}),
    frozenset({"S001", "S002", "S004", "S005", "S006", "S007", "S008", "S009", "S011", "S014", "S015", "S020", "S021"}),
    frozenset({"S010", "S019"}),
    frozenset({"S022"}),
    frozenset({"S003", "S012", "S013", "S016", "S017", "S018", "S023", "V002", "V003", "V004", "V006"}),
)
"""Codes that may tell the same, from the one that says most about the cause."""
_RANK_OF = {code: rank for rank, codes in enumerate(_RANKS) for code in codes}
_MISSING_RULES = frozenset({"R006", "R016"})
_PLACED_BEFORE = frozenset(
    {*_MISSING_RULES, *(f"S{number:03}" for number in (*range(2, 12), *range(13, 17), 18, 22, 23))}
)
"""Codes of findings that stand where something is missing: what it is about stands in `related`."""


def without_repetitions(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out findings whose subject a finding of a better code speaks of already.

    A rule that is missing is told at the place where the sentence or row that states it is missing, if that is known.
    """
    given = list(findings)
    told: dict[str, list[int]] = {}
    for number, finding in enumerate(given):
        if finding.code in _RANK_OF:
            told.setdefault(_key(finding), []).append(number)
    better = {
        number: next((other for other in numbers if _says_better(given[other], given[number])), None)
        for numbers in told.values()
        for number in numbers
    }
    places = {
        other: given[number].span
        for number, other in reversed(better.items())
        if other is not None and given[other].code in _MISSING_RULES and given[number].code in _PLACED_BEFORE
    }
    return [
        msgspec.structs.replace(finding, span=places.get(number, finding.span))
        for number, finding in enumerate(given)
        if better.get(number) is None
    ]


def _says_better(better: Finding, finding: Finding) -> bool:
    return _RANK_OF[better.code] < _RANK_OF[finding.code] and _covers(better, finding)


def _key(finding: Finding) -> str:
    """The file of a finding, whatever its language."""
    return finding.span.path.partition("/")[2]


def _covers(better: Finding, finding: Finding) -> bool:
    """Whether all that a finding is about, in one of the files that it quotes, is what a better one is about.

    What one page lacks is told of that page; what pages say differently may be told of either.
    """
    if better.span.path != finding.span.path and {better.code, finding.code} <= _PLACED_BEFORE:
        return False
    subjects = tuple(_subjects(better))
    by_file: dict[str, list[Span]] = {}
    for span in _subjects(finding):
        by_file.setdefault(span.path, []).append(span)
    return any(all(_touched(span, subjects) for span in spans) for spans in by_file.values())


def _subjects(finding: Finding) -> Iterator[Span]:
    if finding.code not in _PLACED_BEFORE or not finding.related:
        yield finding.span
    yield from (related.span for related in finding.related)


def _touched(span: Span, others: Sequence[Span]) -> bool:
    return any(
        span.path == other.path
        and (span.line, span.column) < (other.end_line, other.end_column)
        and (other.line, other.column) < (span.end_line, span.end_column)
        for other in others
    )
