"""Where a finding must be for a mutation to count as found."""

import pytest

from engine.change.mutation.edits import Edit, applied, line_map
from engine.change.mutation.filetext import file_text
from engine.change.mutation.judging import LONGEST, added, judge
from engine.findings import Finding, Related
from engine.model.spans import Span

PATH, OTHER = "sv/x.md", "nl/x.md"
TEXT = "".join(f"line {number}\n" for number in range(1, 41))


def at(line: int, path: str = PATH, end: int | None = None) -> Span:
    return Span(path, line, 1, end or line, 5)


def found(*findings: Finding, before: tuple[Finding, ...] = (), cut: bool = False) -> tuple[int, int, bool]:
    """How many new findings there are at the right place and elsewhere, when line 20 is changed (or cut out)."""
    file = file_text(PATH, TEXT)
    start = file.offset(20, 1)
    edit = Edit(start, file.offset(21, 1), "") if cut else Edit(start, start + 4, "drift")
    lines = line_map(file, file.with_text(applied(TEXT, [edit])), [edit])
    verdict = judge(before, findings, PATH, lines, [at(20)], [at(30, OTHER)])
    return len(verdict.found), len(verdict.elsewhere), verdict.told_before


@pytest.mark.parametrize("span", [at(20), at(18, end=22), at(20, end=20 + LONGEST), at(30, OTHER)])
def test_a_finding_on_the_line_or_on_its_counterpart_is_at_the_right_place(span: Span) -> None:
    assert found(Finding("R001", span)) == (1, 0, False)
    assert found(Finding("R001", at(1), related=(Related(span, ""),))) == (1, 0, False)


@pytest.mark.parametrize(
    "span", [at(19), at(21), at(1), at(20, "sv/y.md"), at(29, OTHER), at(20, OTHER), at(15, end=15 + LONGEST)]
)
def test_a_finding_anywhere_else_is_not(span: Span) -> None:
    assert found(Finding("R001", span)) == (0, 1, False)


def test_where_a_line_is_gone_its_neighbours_are_the_right_place() -> None:
    assert [found(Finding("R001", at(line)), cut=True)[0] for line in (18, 19, 20, 21)] == [0, 1, 1, 0]


def test_a_finding_that_only_moved_with_its_line_is_not_new() -> None:
    old = Finding("R001", at(35), {"sentence": "x"})
    assert found(Finding("R001", at(34), {"sentence": "x"}), before=(old,), cut=True) == (0, 0, False)
    assert found(Finding("R001", at(35), {"sentence": "x"}), before=(old,)) == (0, 0, False)


def test_a_finding_that_stood_on_the_mutated_line_before_is_not_new_whatever_it_says_now() -> None:
    old = Finding("R001", at(20), {"sentence": "x"})
    assert found(Finding("R001", at(20), {"sentence": "y"}), before=(old,)) == (0, 0, True)
    assert found(Finding("R005", at(20), {"sentence": "y"}), before=(old,)) == (1, 0, False)


def test_findings_are_added_when_there_are_more_of_a_code_in_a_file() -> None:
    before = (Finding("R001", at(3)), Finding("R002", at(4)))
    after = (Finding("R001", at(7)), Finding("R001", at(9)), Finding("R002", at(4, OTHER)))
    assert added(before, after) == (after[1], after[2])
