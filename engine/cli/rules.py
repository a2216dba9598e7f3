"""`charter rules`: what the pages state."""

from pathlib import Path

import click

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
    ui_language_option,
)
from engine.report.coverage import coverage_data, print_coverage
from engine.report.data import as_json, rules_data
from engine.report.text import print_rules
from engine.rules import read_docs, rules_hash
from engine.rules.coverage import coverage


@click.command()
@docs_argument
@languages_option
@click.option("--format", "form", type=click.Choice(["table", "json", "compiled"]), default="table", show_default=True)
@click.option("--hash", "only_hash", is_flag=True, help="Print the SHA-256 of the rules, whatever language says them.")
@click.option("--coverage", "only_coverage", is_flag=True, help="Print how many requirement sentences are read.")
@ui_language_option
@cache_option
@locales_option
def rules(
    docs: Path,
    languages: tuple[str, ...],
    form: str,
    only_hash: bool,
    only_coverage: bool,
    cached: bool,
    locales_folder: Path | None,
) -> int:
    """Print the rules that the pages of DOCS state. Findings do not stop it.

    The format `compiled` is a file that programs load without reading pages: `RuleSet.from_json`.

    \b
    Examples:
      charter rules docs
      charter rules docs --language sv --hash
      charter rules docs --coverage
      charter rules docs --format json | jq .licences
      charter rules docs --format compiled > rules.json
    """
    locales = find_locales(locales_folder, docs)
    with progress_bar("reading") as progress:
        found = read_docs(docs, locales, languages=languages or None, progress=progress, store=cache_of(docs, cached))
    if only_hash:
        click.echo(rules_hash(found.rules))
    elif only_coverage:
        found_coverage = coverage(found.readings)
        if form == "json":
            click.echo(as_json(coverage_data(found_coverage)))
        else:
            print_coverage(console(), found_coverage, interface_messages(locales))
    elif form == "compiled":
        click.echo(found.rules.to_json().decode())
    elif form == "json":
        click.echo(as_json(rules_data(found.rules)))
    else:
        print_rules(console(), found.rules, interface_messages(locales))
    return 0
