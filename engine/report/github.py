"""Findings as the workflow commands of GitHub Actions, which shows them beside the changed lines."""

from collections.abc import Iterable, Iterator

from engine.findings import CODES, Finding
from engine.localedata import Messages
from engine.report.labels import HELP
from engine.report.source_root import SourceRoot

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = _IN_MESSAGE | {":": "%3A", ",": "%2C"}


def github_annotations(findings: Iterable[Finding], messages: Messages, root: SourceRoot) -> Iterator[str]:
    """A line for each finding: `::error file=docs/sv/x.md,line=3,...::message`."""
    for finding in findings:
        code, span = CODES[finding.code], finding.span
        properties = {
            "file": root.path(span.path),
            "line": str(span.line),
            "endLine": str(span.end_line),
            "title": f"{finding.code} {finding.name}",
        }
        if span.line == span.end_line and span.end_column > span.column:
            # Columns of several lines are not allowed together.
            properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
        lines = [messages.format(code.message, **finding.arguments)]
        lines += [f"{r.span}: {' '.join(r.quote.split())}" for r in finding.related if r.span != span]
        lines.append(f"{messages.get(HELP)} {messages.format(code.help, **finding.arguments)}")
        shown = ",".join(f"{name}={_escaped(value, _IN_PROPERTY)}" for name, value in properties.items())
        yield f"::{_COMMANDS[finding.severity]} {shown}::{_escaped(chr(10).join(lines), _IN_MESSAGE)}"


def _escaped(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)
