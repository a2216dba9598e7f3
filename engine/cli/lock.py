"""`charter lock`: accept what the pages state now."""

from pathlib import Path

import click

from engine.cli.options import (
    cache_of,
    cache_option,
    console,
    docs_argument,
    find_locales,
    interface_messages,
    locales_option,
    progress_bar,
    shown_locale,
    ui_language_option,
)
from engine.contract.diff import Changes, compare
from engine.contract.lock import FILE, LockError, lock_text, parse_lock
from engine.contract.lock.file import read_text
from engine.findings.codes import N_
from engine.report.changes.text import print_changes
from engine.report.writing import write_file
from engine.rules import read_docs


@click.command()
@docs_argument
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit status 1 when the lock would change.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Another file than DOCS/rules.lock.json.")
@ui_language_option
@cache_option
@locales_option
def lock(docs: Path, only_check: bool, out: Path | None, cached: bool, locales_folder: Path | None) -> int:
    """Write what the pages of DOCS state, and say what is accepted by it.

    The lock stands in DOCS/rules.lock.json, one rule a line, with the pages that say it; edits of wording and layout
    never change it. While it is there, `charter check` holds the pages to it.

    \b
    Examples:
      charter lock docs
      charter lock docs --check
      charter lock docs --out agreed.json
    """
    locales = find_locales(locales_folder, docs)
    messages = interface_messages(locales)
    with progress_bar("reading") as progress:
        rules = read_docs(docs, locales, progress=progress, store=cache_of(docs, cached)).rules
    path = out or docs / FILE
    text, before = lock_text(rules), read_text(path)
    if before == text:
        click.echo(messages.format(N_("{path} holds what the pages state"), path=path))
        return 0
    changes = Changes((), (), (), ())
    if before is not None:
        try:
            changes = compare(parse_lock(before, path.name), rules, renamed_ids=locales.vocabulary.renamed, turns=False)
        except LockError as error:
            click.echo(f"{path}:{error.line}: {error.what}")
    if changes:
        print_changes(console(), changes, shown_locale(locales))
    if only_check:
        click.echo(messages.format(N_("{path} does not hold what the pages state"), path=path))
        return 1
    write_file(path, text)
    number = len(rules.rules)
    click.echo(messages.ngettext("{path}: {count} rule locked", "{path}: {count} rules locked", number, path=path))
    return 0
