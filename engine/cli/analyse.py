"""`charter analyse`: what the rules imply as a whole."""

from pathlib import Path

import click

from engine.cli.options import (
    cache_of,
    cache_option,
    docs_argument,
    find_locales,
    interface_locale,
    interface_messages,
    languages_option,
    locales_option,
    progress_bar,
    ui_language_option,
)
from engine.entitlement.analysis import analyse as analyse_rules
from engine.report.analysis import analysis_data, analysis_lines
from engine.report.data import as_json
from engine.rules import read_docs


@click.command()
@docs_argument
@languages_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@ui_language_option
@cache_option
@locales_option
def analyse(docs: Path, languages: tuple[str, ...], form: str, cached: bool, locales_folder: Path | None) -> int:
    """Put questions to the rules of DOCS as a whole. Exit status 1 when an answer is not as it should be.

    Does anyone lose access by moving from old licences to a plan? Do bounds grow from plan to plan? Do usage
    ranges cover everything, each share once? Are the combinations listed those that the rule allows? Is every
    licence good for something, and is there a way to everything? Is a prerequisite needless, or does anything
    build on itself? Each exception is a concrete case with the sentences that show it.

    \b
    Examples:
      charter analyse docs
      charter analyse docs --ui-language de
      charter analyse docs --language sv --format json
    """
    locales = find_locales(locales_folder, docs)
    messages = interface_messages(locales)
    reader = interface_locale(locales)
    with progress_bar("reading") as progress:
        rules = read_docs(
            docs, locales, languages=languages or None, progress=progress, store=cache_of(docs, cached)
        ).rules
    analyses = analyse_rules(rules)
    if form == "json":
        click.echo(as_json(analysis_data(analyses, messages)))
    else:
        for line in analysis_lines(analyses, messages, reader.tag if reader else None):
            click.echo(line)
    return 1 if any(analysis.insights for analysis in analyses) else 0
