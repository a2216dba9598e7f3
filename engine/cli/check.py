"""`charter check`: where pages disagree with each other, or cannot be read."""

from pathlib import Path

import click

from engine.checks import run_checks
from engine.cli.options import (
    cache_of,
    cache_option,
    console,
    docs_argument,
    find_locales,
    interface_messages,
    languages_option,
    locales_option,
    progress_bar,
)
from engine.report.data import as_json, counts, finding_data
from engine.report.text import print_findings, print_summary
from engine.rules import read_docs


@click.command()
@docs_argument
@languages_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@cache_option
@locales_option
def check(docs: Path, languages: tuple[str, ...], form: str, cached: bool, locales_folder: Path | None) -> int:
    """Check the pages of DOCS against each other. Exit status 1 when there is an error-level finding.

    \b
    Examples:
      charter check docs
      charter check docs --language sv --language nl
      charter check docs --format json > findings.json
    """
    locales = find_locales(locales_folder, docs)
    with progress_bar("reading") as progress:
        read = read_docs(docs, locales, languages=languages or None, progress=progress, store=cache_of(docs, cached))
    findings = run_checks(read)
    messages = interface_messages(locales)
    if form == "json":
        click.echo(as_json([finding_data(finding, messages) for finding in findings]))
    else:
        out = console()
        print_findings(out, findings, messages)
        print_summary(out, findings, len(read.tree.pages), read.rules.languages)
    return 1 if counts(findings)["error"] else 0
