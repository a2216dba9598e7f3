"""Findings as text for a terminal: the place, what is wrong, the lines of both sides, and how to mend it."""

from collections.abc import Callable, Iterable

from rich.console import Console
from rich.markup import escape

from engine.findings import CODES, Finding
from engine.localedata import Messages
from engine.model.spans import Span
from engine.report.excerpt import excerpt
from engine.report.labels import COLOURS, HELP, SEVERITIES

_INDENT = 4
_FEWEST_COLUMNS = 40
"""Enough to recognise a place; a terminal with fewer wraps the line."""
MOST_COLUMNS = 120
"""Source lines are clipped to this even where there is more room: a reader's eye follows no farther."""


def print_findings(
    console: Console, findings: Iterable[Finding], messages: Messages, quote: Callable[[Span], str]
) -> None:
    """Every finding with a blank line after it.

    Args:
        console: where to.
        findings: in the order to print.
        messages: the reader's language.
        quote: the source text of a span.
    """
    for finding in findings:
        code, colour = CODES[finding.code], COLOURS[finding.severity]
        severity = escape(messages.get(SEVERITIES[finding.severity]))
        head = f"[bold]{escape(str(finding.span))}[/] [{colour}]{severity}[/] {finding.code} {finding.name}"
        console.print(head, soft_wrap=True)
        console.print(f"  {escape(messages.format(code.message, **finding.arguments))}", soft_wrap=True)
        _print_lines(console, finding.span, quote, colour)
        for related in finding.related:
            if related.span != finding.span:
                console.print(f"  [bold]{escape(str(related.span))}[/]", soft_wrap=True)
                _print_lines(console, related.span, quote, "blue")
        help = messages.format(code.help, **finding.arguments)
        console.print(f"  [green]{escape(messages.get(HELP))}[/] {escape(help)}", soft_wrap=True)
        console.print()


def _print_lines(console: Console, span: Span, quote: Callable[[Span], str], colour: str) -> None:
    width = max(_FEWEST_COLUMNS, min(console.width, MOST_COLUMNS)) - _INDENT
    for line in excerpt(span, quote, width):
        gutter, bar, text = line.partition("|")
        carets = not text.strip(" ^")
        shown = f"[{colour}]{text}[/]" if carets else escape(text)
        console.print(f"{'':{_INDENT}}[dim]{gutter}{bar}[/]{shown}", soft_wrap=True)
