"""What comments and settings allow."""

import datetime as dt

import pytest

from engine.findings import Finding
from engine.gate.allowances import Allowance, from_comments, from_settings
from engine.model.spans import Span
from engine.pages.blocks import AllowComment
from engine.rules.settings import AllowSetting

PLACE = Span("sv/x.md", 3, 1, 3, 9)


def read(text: str) -> Allowance | Finding:
    (found,) = from_comments([AllowComment(PLACE, text, 4, 6)])
    return found


def at(code: str, path: str, first: int, last: int) -> Finding:
    return Finding(code, Span(path, first, 1, last, 2))


@pytest.mark.parametrize(
    ("text", "codes", "reason", "until"),
    [
        ("R005 - why", {"R005"}, "why", None),
        ("rule-differs - why until 2027-01-31", {"R005"}, "why", dt.date(2027, 1, 31)),
        ("rule-differs, R006 — two - or three", {"R005", "R006"}, "two - or three", None),
        (
            "r005 f006 – wait until May, until 2027-01-31",
            {"R005", "F006"},
            "wait until May,",
            dt.date(2027, 1, 31),
        ),
    ],
)
def test_a_comment_names_codes_a_reason_and_perhaps_a_day(
    text: str, codes: set[str], reason: str, until: dt.date | None
) -> None:
    found = read(text)
    assert isinstance(found, Allowance)
    assert (found.codes, found.reason, found.until) == (codes, reason, until)


def test_the_letter_of_a_family_is_all_its_codes() -> None:
    found = read("F - why")
    assert isinstance(found, Allowance)
    assert {"F001", "F010"} <= found.codes
    assert {code[0] for code in found.codes} == {"F"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("R005", "G001"),
        ("R005 -", "G001"),
        ("R005 - ...", "G001"),
        ("R005 - until 2027-01-31", "G001"),
        ("R005 until 2027-01-31", "G001"),
        ("", "G002"),
        ("- why", "G002"),
        ("R0005 - why", "G002"),
        ("R005 rule-difers - why", "G002"),
        ("R005 because", "G002"),
        ("R005 - why until tomorrow", "G003"),
        ("R005 - why until 2027-02-30", "G003"),
        ("R005 - why until 20270131", "G003"),
    ],
)
def test_a_comment_that_counts_for_nothing_is_a_finding_where_it_stands(text: str, code: str) -> None:
    found = read(text)
    assert isinstance(found, Finding)
    assert (found.code, found.span) == (code, PLACE)


def test_a_comment_in_a_file_that_several_pages_include_is_one() -> None:
    comment = AllowComment(PLACE, "R005 - why", 4, 6)
    assert len(list(from_comments([comment, comment]))) == 1


@pytest.mark.parametrize(
    ("finding", "covered"),
    [
        (at("R005", "sv/x.md", 4, 4), True),
        (at("R005", "sv/x.md", 1, 4), True),
        (at("R005", "sv/x.md", 6, 9), True),
        (at("R005", "sv/x.md", 7, 7), False),
        (at("R005", "sv/x.md", 3, 3), False),
        (at("R005", "sv/y.md", 4, 4), False),
        (at("R006", "sv/x.md", 4, 4), False),
    ],
)
def test_it_covers_its_codes_on_its_lines_in_its_file(finding: Finding, covered: bool) -> None:
    found = read("R005 - why")
    assert isinstance(found, Allowance)
    assert found.covers(finding) is covered


@pytest.mark.parametrize(
    ("glob", "covered"),
    [
        ("*", True),
        ("sv/*", True),
        ("sv/a/x.md", True),
        ("*/a/*", True),
        ("nl/*", False),
        ("sv", False),
        ("S*", False),
    ],
)
def test_a_setting_covers_files_by_a_pattern(glob: str, covered: bool) -> None:
    (found,) = from_settings([AllowSetting("R005", "why", glob)], [7])
    assert (found.span.path, found.span.line) == ("charter.toml", 7)
    assert found.covers(at("R005", "sv/a/x.md", 40, 40)) is covered
