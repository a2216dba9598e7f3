"""What came of injected mutations, as text and as data."""

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from engine.change.mutation import Result, Tally, Threshold
from engine.findings.codes import N_
from engine.localedata import Messages


def print_mutations(console: Console, counted: Sequence[Tally], sums: Sequence[Threshold], messages: Messages) -> None:
    """A table of kinds by language, the sums of each family against its threshold, and what was set aside."""
    languages = sorted({tally.language for tally in counted})
    table = Table(box=None, pad_edge=False)
    table.add_column(messages.format(N_("mutation")))
    for language in languages:
        table.add_column(language, justify="right")
    rows: dict[str, dict[str, Tally]] = {}
    for tally in sorted(counted, key=lambda t: ("rules", "structure", "harmless").index(t.family)):
        rows.setdefault(tally.kind, {})[tally.language] = tally
    for kind, by_language in rows.items():
        table.add_row(kind, *(_cell(by_language.get(language)) for language in languages))
    console.print(table)
    console.print(
        messages.format(N_("found at the right place / injected, +further findings of the same cause")), soft_wrap=True
    )
    console.print()
    wanted = messages.get(N_("wanted"))
    for total in sums:
        colour = "green" if total.met else "bold red"
        console.print(
            f"{total.language} {total.family}: {total.found}/{total.injected} "
            f"[{colour}]{total.share:.1f} %[/] ({wanted}: {total.wanted:g} %)",
            soft_wrap=True,
        )
    aside: dict[str, int] = {}
    for tally in counted:
        for reason, number in tally.aside.items():
            aside[reason] = aside.get(reason, 0) + number
    for reason, number in sorted(aside.items()):
        console.print(messages.format(N_("set aside: {count}, {reason}"), count=number, reason=messages.get(reason)))


def print_missed(console: Console, missed: Sequence[Result]) -> None:
    """Each mutation that was not found, and each harmless edit that was reported: place, kind, diff, new findings."""
    for result in missed:
        console.print(f"\n[bold]{escape(str(result.mutation.change.span))}[/] {result.mutation.kind}", soft_wrap=True)
        for line in result.diff.splitlines()[2:]:
            colour = {"-": "red", "+": "green"}.get(line[:1], "dim")
            console.print(f"  [{colour}]{escape(line)}[/]", soft_wrap=True)
        for finding in result.findings:
            console.print(f"  {finding.severity} {finding.code} {finding.name} {escape(str(finding.span))}")


def mutations_data(
    counted: Sequence[Tally], sums: Sequence[Threshold], missed: Sequence[Result], seed: int
) -> dict[str, object]:
    """`{seed, passed, kinds, thresholds, missed}`: every tally, every sum, and the mutations that were not found."""
    return {
        "seed": seed,
        "passed": all(total.met for total in sums),
        "kinds": [
            {
                "language": tally.language,
                "family": tally.family,
                "kind": tally.kind,
                "injected": tally.injected,
                "found": tally.found,
                "missed": tally.missed,
                "cascade": tally.cascade,
                "aside": tally.aside,
            }
            for tally in counted
        ],
        "thresholds": [
            {
                "language": total.language,
                "family": total.family,
                "injected": total.injected,
                "found": total.found,
                "wanted": total.wanted,
                "met": total.met,
            }
            for total in sums
        ],
        "missed": [
            {
                "kind": result.mutation.kind,
                "language": result.mutation.language,
                "path": result.mutation.change.span.path,
                "line": result.mutation.change.span.line,
                "column": result.mutation.change.span.column,
                "diff": result.diff,
                "findings": [f"{f.code} {f.span}" for f in result.findings],
            }
            for result in missed
        ],
    }


def _cell(tally: Tally | None) -> str:
    if tally is None or not tally.injected:
        return ""
    text = f"{tally.found}/{tally.injected}" + (f" +{tally.cascade}" if tally.cascade else "")
    return f"[red]{text}[/]" if tally.missed else text
