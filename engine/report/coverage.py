"""Coverage as text for a terminal, and as data."""

from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape

from engine.findings.codes import N_
from engine.localedata import Messages
from engine.rules.coverage import Coverage


def print_coverage(console: Console, coverages: Iterable[Coverage], messages: Messages) -> None:
    """What is read of each language by shape, then every unread sentence with file and line."""
    for coverage in coverages:
        total = coverage.read + len(coverage.unread)
        title = N_("{language}: {read} of {total} requirement sentences read ({share} %)")
        share = f"{coverage.share:.1f}"
        text = messages.format(title, language=coverage.language, read=coverage.read, total=total, share=share)
        console.print(f"[bold]{escape(text)}[/]", soft_wrap=True)
        for shape, number in coverage.shapes.items():
            console.print(f"  {number:5}  {shape}")
        for position in coverage.unread:
            console.print(f"  [yellow]{escape(str(position.span))}[/] | {escape(position.text)}", soft_wrap=True)


def coverage_data(coverages: Iterable[Coverage]) -> list[dict[str, object]]:
    """The same as plain data."""
    return [
        {
            "language": coverage.language,
            "read": coverage.read,
            "unread": [
                {"path": p.span.path, "line": p.span.line, "column": p.span.column, "text": p.text}
                for p in coverage.unread
            ],
            "shapes": coverage.shapes,
        }
        for coverage in coverages
    ]
