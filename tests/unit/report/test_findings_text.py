"""Findings as text: both sides with their lines; nothing from a page is taken for markup."""

from collections.abc import Callable

from rich.console import Console

from engine.findings import Finding, Related
from engine.localedata import Messages
from engine.model.spans import Span
from engine.report.findings_text import print_findings

from .conftest import written

Quote = Callable[[Span], str]

HERE = Span("sv/x.md", 3, 12, 3, 25)
THERE = Span("nl/x.md", 3, 13, 3, 24)
FACTS = {"language": "sv", "here": "Tillgång till", "other": "nl", "there": "Toegang tot"}


def test_no_findings_write_nothing(console: Console, quote: Quote) -> None:
    print_findings(console, (), Messages(), quote)
    assert written(console) == ""


def test_a_finding_shows_place_message_the_lines_of_both_sides_and_what_to_do(console: Console, quote: Quote) -> None:
    related = (Related(HERE, "Tillgång till"), Related(THERE, "Toegang tot"))
    print_findings(console, [Finding("R005", HERE, FACTS, related)], Messages(), quote)
    assert written(console).splitlines() == [
        "sv/x.md:3:12 error R005 rule-differs",
        "  languages state different rules: sv says “Tillgång till”, nl says “Toegang tot”",
        "    3 | | Offert | Tillgång till [bold]allt[/] |",
        "      |            ^^^^^^^^^^^^^",
        "  nl/x.md:3:13",
        "    3 | | Offerte | Toegang tot alles |",
        "      |             ^^^^^^^^^^^",
        "  help: find out which is right and mend the other page",
        "",
    ]


def test_it_is_told_in_the_readers_language(console: Console, quote: Quote) -> None:
    swedish = Messages({"error": "fel", "help:": "hjälp:", "the page is empty": "sidan är tom"})
    print_findings(console, [Finding("F003", Span("sv/x.md", 1, 1, 1, 1), level="error")], swedish, quote)
    assert written(console).startswith("sv/x.md:1:1 fel F003 empty-page\n  sidan är tom\n  hjälp: ")


def test_brackets_of_a_page_are_text(console: Console, quote: Quote) -> None:
    print_findings(console, [Finding("R001", HERE, {"sentence": "[red]x[/red] [/]"})], Messages(), quote)
    assert "  no sentence pattern reads `[red]x[/red] [/]`\n" in written(console)


def test_a_long_message_stays_on_one_line(console: Console, quote: Quote) -> None:
    print_findings(
        console, [Finding("R001", Span("sv/x.md", 1, 1, 1, 1), {"sentence": "ord " * 60})], Messages(), quote
    )
    assert len(written(console).splitlines()) == 4
