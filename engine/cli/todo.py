"""`charter todo`: what a translator has to look at."""

import datetime as dt
from pathlib import Path

import click

from engine.change.freshness.lock import load_lock
from engine.change.freshness.previous import Earlier
from engine.change.freshness.tasks import Change
from engine.change.freshness.units import page_units
from engine.change.freshness.work_list import text_before, work_list
from engine.checks import run_checks
from engine.cli.chosen import fits, language_of
from engine.cli.options import (
    at_option,
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
from engine.gate import judge
from engine.report.data import as_json
from engine.report.translation_tasks import print_tasks, tasks_data
from engine.rules import read_docs


@click.command()
@docs_argument
@click.option("--language", required=True, metavar="TAG", help="The language of the translator.")
@click.option("--page", "patterns", multiple=True, metavar="GLOB", help="Only these pages: `admin/*`; repeatable.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@at_option
@cache_option
@ui_language_option
@locales_option
def todo(
    docs: Path,
    language: str,
    patterns: tuple[str, ...],
    form: str,
    at: dt.date,
    cached: bool,
    locales_folder: Path | None,
) -> int:
    """List what a translator has to look at in DOCS, what misleads customers most first. Exit status 1 for anything.

    First come rules that another language changed, then disagreements, values, missing parts, and wording. No language
    is the source of the others: whoever changes a text, the others are asked to look. What was looked at is kept in
    DOCS/translations.lock.json, which `charter confirm` writes.

    \b
    Examples:
      charter todo docs --language sv
      charter todo docs --language sv --page 'admin/license/*'
      charter todo docs --language nl --format json
    """
    locales = find_locales(locales_folder, docs)
    messages = interface_messages(locales)
    with progress_bar("reading") as progress:
        read = read_docs(docs, locales, progress=progress, store=cache_of(docs, cached))
    tag = language_of(read, language)
    lock = load_lock(docs)
    if lock is None:
        click.echo(messages.get(N_("nothing was confirmed yet: `charter confirm` begins")), err=True)
    with progress_bar("comparing") as progress:
        pages = page_units(read, progress)
    findings = judge(read, run_checks(read), at).findings
    tasks = [task for task in work_list(tag, pages, lock, findings, read.tree.folders) if fits(task.page, patterns)]
    earlier = Earlier(read)

    def before(change: Change) -> str:
        return text_before(earlier, change)

    if form == "json":
        click.echo(as_json(tasks_data(tag, tasks, before, messages)))
    else:
        print_tasks(console(), tag, tasks, before, messages)
    return 1 if tasks else 0
