"""Which findings count: severities, allowances by day, and what is said of allowances themselves."""

import datetime as dt
from collections.abc import Callable

import pytest

from engine.checks import run_checks
from engine.gate import Judged, judge
from engine.rules import Docs

Read = Callable[[dict[str, str]], Docs]

INCLUDE = "[!include[T](none.md)]\n"
COMMENT = "<!-- charter: allow F006 - written later until 2026-06-30 -->\n"


def judged(docs: Docs, day: str = "2026-01-01", *, whole: bool = True) -> Judged:
    return judge(docs, run_checks(docs), dt.date.fromisoformat(day), whole=whole)


def found(docs: Docs, day: str = "2026-01-01", *, whole: bool = True) -> list[tuple[str, int]]:
    return [(finding.code, finding.span.line) for finding in judged(docs, day, whole=whole).findings]


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-06-29", []), ("2026-06-30", []), ("2026-07-01", [("G004", 1), ("F006", 2)])],
)
def test_an_allowance_holds_through_its_last_day(read_files: Read, day: str, expected: list[tuple[str, int]]) -> None:
    assert found(read_files({"en/x.md": COMMENT + INCLUDE}), day) == expected


def test_what_is_allowed_is_kept_with_its_reason(read_files: Read) -> None:
    ((finding, reason),) = judged(read_files({"en/x.md": COMMENT + INCLUDE})).allowed
    assert (finding.code, reason) == ("F006", "written later")


def test_an_allowance_that_nothing_needs_is_told_of_whole_trees_alone(read_files: Read) -> None:
    docs = read_files({"en/x.md": COMMENT + "Text.\n"})
    assert found(docs) == [("G005", 1)]
    assert found(docs, whole=False) == []


def test_an_allowance_that_is_unused_and_over_is_unused(read_files: Read) -> None:
    assert found(read_files({"en/x.md": COMMENT + "Text.\n"}), "2027-01-01") == [("G005", 1)]


def test_where_two_allowances_fit_one_that_still_holds_is_enough(read_files: Read) -> None:
    newer = "<!-- charter: allow F006 - another reason -->\n"
    docs = read_files({"en/x.md": COMMENT + newer + INCLUDE})
    assert found(docs, "2027-01-01") == [("G004", 1)]


def test_settings_turn_findings_about_allowances_off_as_any_other(read_files: Read) -> None:
    settings = '[[severity]]\ncode = "G"\nlevel = "off"\n'
    assert found(read_files({"en/x.md": COMMENT + "Text.\n", "charter.toml": settings})) == []


def test_a_severity_of_the_settings_reaches_findings_of_reading(read_files: Read) -> None:
    settings = '[[severity]]\ncode = "missing-include"\nlevel = "note"\n'
    (finding,) = judged(read_files({"en/x.md": INCLUDE, "charter.toml": settings})).findings
    assert (finding.code, finding.severity) == ("F006", "note")


def test_each_allow_table_is_told_at_its_own_line(read_files: Read) -> None:
    entry = '[[allow]]\ncode = "F006"\npath = "{}/*"\nreason = "why"\n\n'
    docs = read_files(
        {"en/x.md": INCLUDE, "charter.toml": entry.format("sv") + entry.format("en") + entry.format("nl")}
    )
    assert found(docs) == [("G005", 1), ("G005", 11)]
