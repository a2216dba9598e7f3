"""What a code means, for whoever meets it: why it matters, how to mend it, and an example."""

import re
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from engine.findings import Code
from engine.findings.codes import N_
from engine.localedata import Messages
from engine.report.case_file import Case, read_case_file
from engine.report.labels import COLOURS, MEND, SEVERITIES, WHY

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def example_of(code: Code) -> Case | None:
    """The first bad case of a code's case file; None where the installation has none."""
    package = Path(__file__).resolve().parent.parent
    name = f"{code.code}-{code.name}.md"
    for path in (package / "cases" / name, package.parent / "tests" / "checks" / name):
        if path.is_file():
            return next((case for case in read_case_file(path) if case.bad), None)
    return None


def print_explanation(console: Console, code: Code, messages: Messages) -> None:
    """One code in full."""
    severity = f"[{COLOURS[code.severity]}]{escape(messages.get(SEVERITIES[code.severity]))}[/]"
    console.print(f"[bold]{code.code} {code.name}[/] {severity}")
    console.print(f"  {escape(_open(messages.get(code.message)))}\n", soft_wrap=True)
    for label, text in ((WHY, code.why), (MEND, code.help)):
        console.print(f"[bold]{escape(messages.get(label))}[/]")
        console.print(f"  {escape(_open(messages.get(text)))}\n", soft_wrap=True)
    allowing = messages.get(N_("To allow one, with a reason:"))
    console.print(f"[bold]{escape(allowing)}[/]")
    console.print(f"  <!-- charter: allow {code.name} - ... -->\n", soft_wrap=True)
    case = example_of(code)
    if case is not None:
        example = messages.get(N_("Example:"))
        console.print(f"[bold]{escape(example)}[/]")
        for path, text in case.texts.items():
            console.print(f"  [dim]{escape(path)}[/]", soft_wrap=True)
            for number, line in enumerate(text.splitlines(), 1):
                console.print(f"  [dim]{number:>4} |[/] {escape(line)}".rstrip(), soft_wrap=True)
            console.print()
        for expected in case.expected:
            if expected.code == code.code:
                place = f"{expected.path}:{expected.line}"
                console.print(
                    f"  {escape(place)} {code.code} {code.name} {escape(expected.text)}".rstrip(), soft_wrap=True
                )


def print_codes(console: Console, codes: Iterable[Code], messages: Messages) -> None:
    """A table of codes: code, name, severity and what each says."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in (N_("code"), N_("name"), N_("severity"), N_("says")):
        table.add_column(messages.get(heading), overflow="fold")
    for code in codes:
        severity = f"[{COLOURS[code.severity]}]{escape(messages.get(SEVERITIES[code.severity]))}[/]"
        table.add_row(code.code, code.name, severity, escape(_open(messages.get(code.message))))
    console.print(table)


def explanation_data(code: Code, messages: Messages) -> dict[str, object]:
    """One code as plain data, with its example or null."""
    case = example_of(code)
    example = None
    if case is not None:
        found = [{"code": e.code, "path": e.path, "line": e.line} for e in case.expected]
        example = {"title": case.title, "files": case.texts, "findings": found}
    return {
        "code": code.code,
        "name": code.name,
        "severity": code.severity,
        "message": messages.get(code.message),
        "why": messages.get(code.why),
        "help": messages.get(code.help),
        "example": example,
    }


def _open(message: str) -> str:
    """A message with its placeholders as a reader sees them: `<sentence>`."""
    return _PLACEHOLDER.sub(r"<\1>", message)
