"""`charter codegen`: the ids of the rules as code."""

from pathlib import Path

import click

from engine.cli.options import (
    cache_of,
    cache_option,
    docs_option,
    find_locales,
    interface_messages,
    locales_option,
    progress_bar,
    ui_language_option,
)
from engine.contract.codegen import WRITERS, typed_ids
from engine.contract.lock.file import read_text
from engine.findings.codes import N_
from engine.report.writing import write_file
from engine.rules import read_docs


@click.command()
@click.argument("form", metavar="FORM", type=click.Choice(sorted(WRITERS)))
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", required=True, help="The file to write.")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit status 1 when the file is stale.")
@click.option("--language", default="en", show_default=True, metavar="TAG", help="Language of the names in comments.")
@docs_option
@ui_language_option
@cache_option
@locales_option
def codegen(
    form: str, out: Path, only_check: bool, language: str, docs: Path, cached: bool, locales_folder: Path | None
) -> int:
    """Write the ids that pages speak of as code: FORM is python, typescript or json.

    Each id is a member of an enum and of a literal type, with the pages that speak of it, so that a misspelt id fails
    the type checker. What the vocabulary calls otherwise now (`formerly`) is there as deprecated.

    \b
    Examples:
      charter codegen python --out ids.py
      charter codegen python --out ids.py --check
      charter codegen typescript --out ids.ts
      charter codegen json --out ids.json --language sv
    """
    locales = find_locales(locales_folder, docs)
    messages = interface_messages(locales)
    names = locales.get(language)
    with progress_bar("reading") as progress:
        rules = read_docs(docs, locales, progress=progress, store=cache_of(docs, cached)).rules
    ids = typed_ids(rules, locales.vocabulary, names)
    text = WRITERS[form](ids)
    if read_text(out) == text:
        click.echo(messages.format(N_("{path} is up to date"), path=out))
        return 0
    if only_check:
        click.echo(messages.format(N_("{path} is stale: write it anew with `charter codegen`"), path=out))
        return 1
    write_file(out, text)
    number = sum(map(len, ids.values()))
    click.echo(messages.ngettext("{path}: {count} id", "{path}: {count} ids", number, path=out))
    return 0
