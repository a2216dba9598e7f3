"""`charter build`: the help site."""

from pathlib import Path

import click
from rich.markup import escape

from engine.cli.options import (
    cache_of,
    cache_option,
    console,
    docs_argument,
    find_locales,
    interface_messages,
    locales_option,
    progress_bar,
    ui_language_option,
)
from engine.findings.codes import N_
from site_builder.build import build_site
from site_builder.static_files import is_picture


@click.command()
@docs_argument
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="DIR", help="The folder of the site.")
@ui_language_option
@click.option("--strict", is_flag=True, help="Publish nothing where there is a finding or a dead link.")
@cache_option
@locales_option
def build(docs: Path, out: Path, strict: bool, cached: bool, locales_folder: Path | None) -> int:
    """Build the help site of DOCS and publish it. Exit status 0 when it is published, 1 when it is refused.

    The rules are read back from the built pages. When a page no longer says what its source says, nothing is
    published and the folder stays as it was.

    \b
    Examples:
      charter build docs --out _site
      charter build docs --out _site --strict
      charter build ../help/docs --out /var/www/help --locales ../help/locales
    """
    store = cache_of(docs, cached)
    locales = find_locales(locales_folder, docs, store)
    messages = interface_messages(locales)
    with progress_bar(messages.get(N_("building"))) as progress:
        report = build_site(docs, out, locales, reading=progress, progress=progress, store=store, strict=strict)
    shown = console()
    for problem in report.problems:
        shown.print(escape(problem.message(messages)), soft_wrap=True)
    summary = messages.format(
        N_("{pages} pages in {languages} ({redirects} redirects), {findings} findings, {dead} dead links, {seconds} s"),
        pages=report.pages,
        languages=", ".join(report.languages),
        redirects=report.redirects,
        findings=len(report.findings),
        dead=len(report.dead_links),
        seconds=f"{report.seconds:.1f}",
    )
    if report.problems:
        differing = len(report.problems)
        refused = messages.ngettext("refused: {count} rule differs", "refused: {count} rules differ", differing)
        shown.print(refused, soft_wrap=True)
        return 1
    shown.print(escape(summary), soft_wrap=True)
    pictures = sum(is_picture(address) for _, address in report.dead_links)
    if pictures:
        told = messages.format(N_("pictures among the dead links: {count}"), count=pictures)
        shown.print(told, soft_wrap=True)
    if not report.published:
        for page, address in report.dead_links:
            dead = messages.format(N_("{page}: `{address}` leads to nothing"), page=page, address=address)
            shown.print(escape(dead), soft_wrap=True)
        shown.print(messages.get(N_("refused: `charter check` tells what and where")), soft_wrap=True)
        return 1
    shown.print(escape(messages.format(N_("published: {place}"), place=out / "index.html")), soft_wrap=True)
    return 0
