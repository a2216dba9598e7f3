"""What the findings come to: counted by severity, the gravest first, in the right number."""

from collections.abc import Callable

import pytest
from rich.console import Console

from engine.findings import Finding
from engine.gate.places import Places
from engine.localedata import Messages
from engine.model.spans import Span
from engine.report.summary import print_summary, tally, total
from engine.rules import Docs

from .conftest import written


def at(code: str, path: str) -> Finding:
    return Finding(code, Span(path, 1, 1, 1, 2))


@pytest.mark.parametrize(
    ("codes", "pages", "text"),
    [
        ((), 3, "0 errors, 0 warnings, 0 notes in 3 pages (nl, sv)"),
        (("F006", "R001", "P001"), 1, "1 error, 1 warning, 1 note in 1 page (nl, sv)"),
        (("F006", "F006"), 3, "2 errors, 0 warnings, 0 notes in 3 pages (nl, sv)"),
    ],
)
def test_the_total_counts_in_the_right_number(codes: tuple[str, ...], pages: int, text: str) -> None:
    assert total([at(code, "sv/x.md") for code in codes], pages, ("nl", "sv"), Messages()) == text


def test_kinds_with_the_gravest_and_most_findings_come_first() -> None:
    found = [
        at("P001", "sv/a.md"),
        at("R001", "sv/a.md"),
        at("R001", "sv/a.md"),
        at("F006", "sv/a.md"),
        at("R005", "sv/a.md"),
    ]
    assert [name for name, _ in tally(found, lambda finding: finding.code)] == ["F006", "R005", "R001", "P001"]
    assert dict(tally(found, lambda finding: finding.code))["R001"] == {"error": 0, "warning": 2, "note": 0}


def test_several_findings_are_summed_by_language_folder_and_code(
    console: Console, read_files: Callable[[dict[str, str]], Docs]
) -> None:
    places = Places(read_files({"sv/a/x.md": "Text.\n", "nl/y.md": "Tekst.\n"}).tree.pages)
    findings = [at("R005", "sv/a/b/x.md"), at("R005", "sv/a/x.md"), at("R001", "nl/y.md"), at("F009", "docs.json")]
    print_summary(console, findings, places, 2, ("nl", "sv"), Messages())
    assert [" ".join(line.split()) for line in written(console).splitlines()] == [
        "language errors warnings notes",
        "sv 2 · ·",
        "- 1 · ·",
        "nl · 1 ·",
        "",
        "folder errors warnings notes",
        "a 2 · ·",
        "- 1 1 ·",
        "",
        "code errors warnings notes",
        "R005 rule-differs 2 · ·",
        "F009 invalid-navigation 1 · ·",
        "R001 unread-sentence · 1 ·",
        "",
        "3 errors, 1 warning, 0 notes in 2 pages (nl, sv)",
    ]


def test_one_finding_needs_no_tables(console: Console) -> None:
    print_summary(console, [at("R005", "sv/x.md")], Places(()), 1, ("sv",), Messages())
    assert written(console) == "1 error, 0 warnings, 0 notes in 1 page (sv)\n"
