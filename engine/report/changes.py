"""Changes of rules as text for a terminal."""

from collections.abc import Iterable, Sequence

import msgspec
from rich.console import Console
from rich.markup import escape

from engine.change import Difference
from engine.findings.codes import N_
from engine.localedata import Messages


def print_differences(
    console: Console, differences: Sequence[Difference], languages: Iterable[str], messages: Messages
) -> None:
    """Every rule that one side alone states, with its place and text, and a count."""
    for difference in differences:
        sign, colour = ("+", "green") if difference.added else ("-", "red")
        fields = msgspec.to_builtins(difference.rule)
        values = " ".join(f"{name}={value}" for name, value in fields.items() if name != "kind" and value is not None)
        console.print(f"[{colour}]{sign}[/] {fields['kind']} {escape(values)}", soft_wrap=True)
        statement = difference.statement
        console.print(f"    [dim]{escape(str(statement.span))}[/] | {escape(statement.text)}", soft_wrap=True)
    removed = sum(not difference.added for difference in differences)
    summary = messages.format(
        N_("{removed} rules removed, {added} added in {languages}"),
        removed=removed,
        added=len(differences) - removed,
        languages=", ".join(languages),
    )
    console.print(summary, soft_wrap=True)
