"""What the findings of a run come to: by language, by folder, by code, and in one line."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from engine.findings import Finding
from engine.findings.codes import ERROR, N_, WARNING
from engine.gate.places import Places
from engine.gate.selection import SEVERITIES
from engine.localedata import Messages
from engine.report.data import counts

Row = tuple[str, dict[str, int]]
"""What is counted, and how many of each severity."""


def tally(findings: Iterable[Finding], by: Callable[[Finding], str]) -> list[Row]:
    """How many findings of each severity there are of each kind; the kinds with the gravest and most come first."""
    found: dict[str, Counter[str]] = {}
    for finding in findings:
        found.setdefault(by(finding), Counter())[finding.severity] += 1
    rows = [(name, {severity: counter[severity] for severity in SEVERITIES}) for name, counter in found.items()]
    return sorted(rows, key=lambda row: ([-number for number in row[1].values()], row[0]))


def print_summary(
    console: Console,
    findings: Sequence[Finding],
    places: Places,
    pages: int,
    languages: Iterable[str],
    messages: Messages,
) -> None:
    """Three tables where there are several findings, then the line with their numbers."""
    if len(findings) > 1:
        for title, by in (
            (N_("language"), lambda finding: places.language(finding.span.path)),
            (N_("folder"), lambda finding: places.topic(finding.span.path)),
            (N_("code"), lambda finding: f"{finding.code} {finding.name}"),
        ):
            _print_table(console, messages.get(title), tally(findings, by), messages)
            console.print()
    console.print(escape(total(findings, pages, languages, messages)), soft_wrap=True)


def total(findings: Iterable[Finding], pages: int, languages: Iterable[str], messages: Messages) -> str:
    """The numbers in one line: `1 error, 2 warnings, 0 notes in 10 pages (en, sv)`."""
    found = counts(findings)
    return messages.format(
        N_("{errors}, {warnings}, {notes} in {pages} ({languages})"),
        errors=count_words("error", found["error"], messages),
        warnings=count_words("warning", found["warning"], messages),
        notes=count_words("note", found["note"], messages),
        pages=messages.ngettext("{count} page", "{count} pages", pages),
        languages=", ".join(languages),
    )


def count_words(severity: str, number: int, messages: Messages) -> str:
    """A number of findings in words: `2 errors`."""
    if severity == ERROR:
        return messages.ngettext("{count} error", "{count} errors", number)
    if severity == WARNING:
        return messages.ngettext("{count} warning", "{count} warnings", number)
    return messages.ngettext("{count} note", "{count} notes", number)


def _print_table(console: Console, title: str, rows: Iterable[Row], messages: Messages) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(title, overflow="fold")
    for heading in (N_("errors"), N_("warnings"), N_("notes")):
        table.add_column(messages.get(heading), justify="right")
    for name, numbers in rows:
        table.add_row(escape(name or "-"), *(str(number) if number else "·" for number in numbers.values()))
    console.print(table)
