"""`charter report`: the findings as one HTML page."""

import datetime as dt
from pathlib import Path

import click

from engine.cli.checking import check_pages
from engine.cli.options import (
    at_option,
    cache_of,
    cache_option,
    docs_argument,
    find_locales,
    interface_locale,
    interface_messages,
    languages_option,
    locales_option,
    ui_language_option,
)
from engine.findings.codes import N_
from engine.report.html import report_html
from engine.report.summary import total
from engine.report.writing import write_file


@click.command()
@docs_argument
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="FILE", help="The HTML file to write.")
@languages_option
@click.option("--select", multiple=True, metavar="CODES", help="Only these: `R`, `R005`, `rule-differs`; repeatable.")
@click.option("--ignore", multiple=True, metavar="CODES", help="All but these; repeatable.")
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Not those that this file knows.")
@at_option
@cache_option
@ui_language_option
@locales_option
def report(
    docs: Path,
    out: Path,
    languages: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    baseline: Path | None,
    at: dt.date,
    cached: bool,
    locales_folder: Path | None,
) -> int:
    """Write the findings of DOCS as one HTML page that needs nothing else: heat map, both quotes, work list.

    The work list begins with what misleads customers most: errors before warnings before notes, and among them rules,
    values, structure, files, missing pages, terms, allowances, typography. Exit status 0 when it is written.

    \b
    Examples:
      charter report docs --out report.html
      charter report docs --out regels.html --ui-language nl --ignore P
    """
    locales = find_locales(locales_folder, docs)
    messages = interface_messages(locales)
    run = check_pages(
        docs, locales, languages=languages, select=select, ignore=ignore, at=at, store=cache_of(docs, cached)
    )
    if baseline is not None:
        run = run.without_known(baseline)
    tree = run.docs.tree
    name = docs.resolve().name
    write_file(
        out, report_html(run.findings, tree.pages, tree.quote, locales, interface_locale(locales), name=name, at=at)
    )
    click.echo(total(run.findings, len(tree.pages), run.docs.rules.languages, messages))
    click.echo(messages.format(N_("written: {place}"), place=out))
    return 0
