"""The findings of a run in the form that was asked for, on standard output or in a file."""

import io
from collections.abc import Iterable
from pathlib import Path

import click
from rich.console import Console

from engine.cli.checking import Run
from engine.cli.options import PIPE_WIDTH, console
from engine.gate.selection import fails
from engine.localedata import Messages
from engine.report.data import as_json, finding_data
from engine.report.findings_text import print_findings
from engine.report.github import github_annotations
from engine.report.junit import junit_xml
from engine.report.sarif import sarif_log
from engine.report.source_root import SourceRoot
from engine.report.summary import print_summary
from engine.report.writing import write_file

TEXT = "text"
FORMATS = (TEXT, "json", "sarif", "github", "junit")


def show(run: Run, form: str, out: Path | None, messages: Messages, fail_on: str) -> None:
    """Write the findings of a run.

    Args:
        run: what was found.
        form: one of `FORMATS`.
        out: a file; None for standard output.
        messages: the reader's language.
        fail_on: the least severity that makes the run fail.

    Raises:
        UsageError: the file cannot be written.
    """
    if form == TEXT and out is None:
        _print(console(), run, messages)
        return
    if form == TEXT:
        file = io.StringIO()
        _print(Console(file=file, highlight=False, width=PIPE_WIDTH), run, messages)
        text = file.getvalue()
    else:
        text = _document(run, form, messages, fail_on)
    if out is None:
        click.echo(text, nl=False)
    else:
        write_file(out, text)


def _print(shown: Console, run: Run, messages: Messages) -> None:
    print_findings(shown, run.findings, messages, run.docs.tree.quote)
    if run.known:
        shown.print(
            messages.ngettext("{count} known finding not shown", "{count} known findings not shown", run.known),
            soft_wrap=True,
        )
    if run.allowed:
        shown.print(
            messages.ngettext("{count} allowed finding not shown", "{count} allowed findings not shown", run.allowed),
            soft_wrap=True,
        )
    print_summary(shown, run.findings, run.places, len(run.docs.tree.pages), run.docs.rules.languages, messages)


def _document(run: Run, form: str, messages: Messages, fail_on: str) -> str:
    if form == "json":
        return as_json([finding_data(f, messages, run.prints.of(f)) for f in run.findings]) + "\n"
    root = SourceRoot(run.docs.tree.root)
    if form == "sarif":
        return as_json(sarif_log(run.findings, run.prints, messages, root, run.docs.tree.quote)) + "\n"
    if form == "github":
        return _lines(github_annotations(run.findings, messages, root))
    return junit_xml(
        run.findings, run.docs.rules.languages, run.places, messages, lambda finding: fails(finding, fail_on)
    )


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
