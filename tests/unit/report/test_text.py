"""Findings and rules as text: nothing from a page is taken for markup, long lines stay whole."""

import io

import pytest
from rich.console import Console

from engine.findings import Finding, Related
from engine.localedata import Messages
from engine.model.rules import AnyRule, Describes, Grants, Licence, Needs, Quota, Requires
from engine.model.spans import Span
from engine.model.statements import Statement
from engine.report.text import needs_text, print_findings, print_rules, print_summary
from engine.rules import reconcile

PLACE = Span("sv/x.md", 3, 5, 4, 9)


@pytest.fixture
def console() -> Console:
    return Console(file=io.StringIO(), width=80, highlight=False)


def written(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def table_of(console: Console, *rules: AnyRule) -> list[str]:
    statements = [Statement(rule, "sv", "x.md", PLACE, "", "", "") for rule in rules]
    print_rules(console, reconcile(statements, {"sv": frozenset({"x.md"})}), Messages())
    return [" ".join(line.split()) for line in written(console).splitlines()]


def test_no_findings_write_nothing(console: Console) -> None:
    print_findings(console, (), Messages())
    assert written(console) == ""


def test_brackets_of_a_page_are_text(console: Console) -> None:
    related = (Related(PLACE, "se [bold]här[/] [1]"),)
    print_findings(console, [Finding("R001", PLACE, {"sentence": "[red]x[/red] [/]"}, related)], Messages())
    assert "  no sentence pattern reads `[red]x[/red] [/]`\n" in written(console)
    assert "    sv/x.md:3:5 | se [bold]här[/] [1]\n" in written(console)


def test_a_long_sentence_stays_on_one_line_and_a_quote_of_several_becomes_one(console: Console) -> None:
    related = (Related(PLACE, "ett\n\n* två   tre"),)
    print_findings(console, [Finding("R001", PLACE, {"sentence": "ord " * 60}, related)], Messages())
    lines = written(console).splitlines()
    assert len(lines) == 4
    assert lines[2] == "    sv/x.md:3:5 | ett * två tre"


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        ((), "0 errors, 0 warnings, 0 notes in 3 pages (nl, sv)\n"),
        (("F006", "R001", "P001"), "1 error, 1 warning, 1 note in 3 pages (nl, sv)\n"),
        (("F006", "F006"), "2 errors, 0 warnings, 0 notes in 3 pages (nl, sv)\n"),
    ],
)
def test_the_summary_counts_in_the_right_number(console: Console, codes: tuple[str, ...], text: str) -> None:
    print_summary(console, [Finding(code, PLACE) for code in codes], 3, ("nl", "sv"))
    assert written(console) == text


@pytest.mark.parametrize(
    ("needs", "text"),
    [((), ""), ((("a",),), "a"), ((("a",), ("b", "c")), "a & (b | c)"), ((("a", "b"),), "(a | b)")],
)
def test_needs_are_written_in_ids(needs: Needs, text: str) -> None:
    assert needs_text(needs) == text


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (Describes("p", "topic"), "p user (topic)"),
        (Grants("p", "a", None), "p user a"),
        (Grants("p", "a", "b"), "p user a + b"),
        (Grants("p", "a", None, ("web", "phone"), True), "p user a via web, phone ..."),
        (Quota("p", "m", None), "p user N x m"),
        (Quota("p", "m", "site"), "p user N x m per site"),
    ],
)
def test_a_licence_is_a_row_with_what_it_gives(console: Console, rule: AnyRule, text: str) -> None:
    assert text in table_of(console, Licence("p", "user", None, None), rule)


def test_a_requirement_is_a_row_with_its_channel(console: Console) -> None:
    lines = table_of(console, Requires("a", "web", (("p",), ("q", "r"))))
    assert "a web p & (q | r)" in lines
    assert lines[-1] == "named but nowhere listed: p, q, r"


def test_edition_and_lifecycle_have_their_columns(console: Console) -> None:
    assert "p user windows legacy" in table_of(console, Licence("p", "user", "windows", "legacy"))
