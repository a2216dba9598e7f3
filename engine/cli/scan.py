"""`charter scan`: ids in source code against what pages speak of."""

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
from engine.contract.codegen import typed_ids
from engine.contract.scan import gaps, known_ids, uses_in
from engine.findings import UsageError
from engine.report.data import as_json
from engine.report.gaps import gap_lines, gaps_data
from engine.rules import read_docs


@click.command()
@click.argument("sources", nargs=-1, metavar="SRC...", type=click.Path(path_type=Path))
@docs_option
@click.option("--call", "calls", multiple=True, metavar="NAME", help="A function whose texts are ids; repeatable.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@ui_language_option
@cache_option
@locales_option
def scan(
    sources: tuple[Path, ...],
    docs: Path,
    calls: tuple[str, ...],
    form: str,
    cached: bool,
    locales_folder: Path | None,
) -> int:
    """Find ids in the source code of SRC. Exit status 1 when code and pages do not know of each other.

    Ids are arguments of the engine's functions and of `--call`, members of the types that `charter codegen` writes, and
    texts that read like one. Without SRC, the paths of `[code]` in charter.toml are scanned, as `charter check` does.

    \b
    Examples:
      charter scan .
      charter scan . --call may --format json
    """
    locales = find_locales(locales_folder, docs)
    with progress_bar("reading") as progress:
        read = read_docs(docs, locales, progress=progress, store=cache_of(docs, cached))
    paths = sources or tuple(docs / path for path in read.settings.code.paths)
    if not paths:
        raise UsageError("nothing to scan", help="name files or folders, or set `paths` in `[code]` of charter.toml")
    ids = typed_ids(read.rules, locales.vocabulary)
    known = known_ids(ids, locales.vocabulary.renamed, (*calls, *read.settings.code.calls))
    uses = uses_in(paths, known)
    found = gaps(read.rules, uses, known, read.settings.code.elsewhere)
    if form == "json":
        click.echo(as_json(gaps_data(uses, found, known)))
    else:
        for line in gap_lines(uses, found, known, interface_messages(locales)):
            click.echo(line)
    return 1 if found else 0
