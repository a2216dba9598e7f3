"""`charter diff`: which rules changed between two docs folders."""

from pathlib import Path

import click
import msgspec

from engine.change import diff as compare
from engine.cli.options import (
    cache_of,
    cache_option,
    console,
    find_locales,
    interface_messages,
    languages_option,
    locales_option,
    progress_bar,
    ui_language_option,
)
from engine.report.changes import print_differences
from engine.report.data import as_json
from engine.rules import read_docs


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@languages_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@ui_language_option
@cache_option
@locales_option
def diff(old: Path, new: Path, languages: tuple[str, ...], form: str, cached: bool, locales_folder: Path | None) -> int:
    """Compare the rules that the docs folders OLD and NEW state. Exit status 1 when a rule changed.

    Each language is compared with itself. Wording, layout and flavour do not count.

    \b
    Examples:
      charter diff docs docs
      charter diff docs docs --language sv --format json
    """
    locales = find_locales(locales_folder, new)
    with progress_bar("reading") as progress:
        before = read_docs(
            old, locales, languages=languages or None, progress=progress, store=cache_of(old, cached)
        ).rules
        after = read_docs(
            new, locales, languages=languages or None, progress=progress, store=cache_of(new, cached)
        ).rules
    differences = compare(before, after)
    if form == "json":
        click.echo(
            as_json(
                [
                    {
                        "language": d.language,
                        "change": "added" if d.added else "removed",
                        "rule": msgspec.to_builtins(d.rule),
                        "path": d.statement.span.path,
                        "line": d.statement.span.line,
                        "quote": d.statement.quote,
                    }
                    for d in differences
                ]
            )
        )
    else:
        shared = sorted(set(before.languages) & set(after.languages))
        print_differences(console(), differences, shared, interface_messages(locales))
    return 1 if differences else 0
