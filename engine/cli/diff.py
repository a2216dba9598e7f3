"""`charter diff`: what the rules of two sides say otherwise."""

from pathlib import Path

import click

from engine.cli.options import (
    cache_option,
    console,
    docs_option,
    find_locales,
    languages_option,
    locales_option,
    shown_locale,
    ui_language_option,
)
from engine.cli.sides import read_sides
from engine.contract.diff import compare
from engine.report.changes.data import changes_data
from engine.report.changes.markdown import changes_markdown
from engine.report.changes.text import print_changes
from engine.report.data import as_json


@click.command()
@click.argument("old")
@click.argument("new")
@docs_option
@languages_option
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@click.option("--full", is_flag=True, help="Name everything that a line of text only counts.")
@ui_language_option
@cache_option
@locales_option
def diff(
    old: str,
    new: str,
    docs: Path,
    languages: tuple[str, ...],
    form: str,
    full: bool,
    cached: bool,
    locales_folder: Path | None,
) -> int:
    """Compare the rules of OLD and NEW. Exit status 1 when one changed.

    Each side is a docs folder, a lock, or a git revision of the docs folder. Each language is compared with itself;
    wording, layout and flavour do not count. Names are shown in the language of `--ui-language`.

    \b
    Examples:
      charter diff docs docs
      charter diff docs/rules.lock.json docs
      charter diff HEAD docs --format markdown
      charter diff docs docs --language sv --format json --ui-language sv
    """
    locales = find_locales(locales_folder, docs)
    before, after = read_sides((old, new), docs, locales, languages=languages, cached=cached)
    changes = compare(before.rules, after.rules, renamed_ids=locales.vocabulary.renamed)
    locale = shown_locale(locales)
    if form == "json":
        click.echo(as_json(changes_data(changes)))
    elif form == "markdown":
        click.echo(changes_markdown(changes, locale), nl=False)
    else:
        print_changes(console(), changes, locale, full=full)
    return 1 if changes else 0
