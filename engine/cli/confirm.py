"""`charter confirm`: that somebody looked at translations."""

from pathlib import Path

import click

from engine.change.freshness.kept_texts import KeptTexts
from engine.change.freshness.known import confirmed, known_units
from engine.change.freshness.lock import NAME, TranslationLock, load_lock, lock_text
from engine.change.freshness.units import page_units
from engine.cli.chosen import fits, language_of
from engine.cli.options import (
    cache_of,
    cache_option,
    docs_argument,
    find_locales,
    interface_messages,
    locales_option,
    progress_bar,
    ui_language_option,
)
from engine.findings import UsageError
from engine.findings.codes import N_
from engine.report.writing import write_file
from engine.rules import read_docs


@click.command()
@docs_argument
@click.option("--language", "languages", multiple=True, metavar="TAG", help="Whose text was looked at  [default: all].")
@click.option("--against", multiple=True, metavar="TAG", help="What it was compared with  [default: what it follows].")
@click.option("--page", "patterns", multiple=True, metavar="GLOB", help="Only these pages: `admin/*`; repeatable.")
@click.option("--block", "blocks", multiple=True, metavar="ID", help="Only these blocks, as `todo` names them.")
@cache_option
@ui_language_option
@locales_option
def confirm(
    docs: Path,
    languages: tuple[str, ...],
    against: tuple[str, ...],
    patterns: tuple[str, ...],
    blocks: tuple[str, ...],
    cached: bool,
    locales_folder: Path | None,
) -> int:
    """Record that translations in DOCS were looked at: from now on `charter todo` lists what changes.

    Without options, all languages are taken to say the same: that is how one begins. What is missing in a language
    is never confirmed, and what it says differently stays on the list.

    \b
    Examples:
      charter confirm docs
      charter confirm docs --language sv
      charter confirm docs --language sv --page 'admin/license/*'
      charter confirm docs --language sv --against en --page admin/license/learn/index.md
    """
    locales = find_locales(locales_folder, docs)
    messages = interface_messages(locales)
    with progress_bar("reading") as progress:
        read = read_docs(docs, locales, progress=progress, store=cache_of(docs, cached))
    tags = [language_of(read, language) for language in languages] or sorted(read.tree.folders.values())
    others = [language_of(read, language) for language in against] or None
    with progress_bar("comparing") as progress:
        every = page_units(read, progress)
    pages = {page: units for page, units in every.items() if fits(page, patterns)}
    if patterns and not pages:
        raise UsageError(
            f"no page of several languages fits `{patterns[0]}`", where=str(docs), help="name it below its language"
        )
    lock = load_lock(docs)
    only = None
    if blocks:
        only = dict.fromkeys(pages, blocks)
        known = {each.id for page, units in pages.items() for each in known_units(page, units, lock)}
        for block in blocks:
            if block not in known:
                raise UsageError(f"no page has the block `{block}`", where=str(docs), help="name one as `todo` does")
    result = confirmed(lock, pages, tags, against=others, only=only)
    kept = TranslationLock({page: known for page, known in result.lock.pages.items() if page in every})
    if kept != lock:
        write_file(docs / NAME, lock_text(kept))
        files = (path for page in result.pages for path in pages[page].paths.values())
        KeptTexts(read.store).remember(docs, files)
    click.echo(
        messages.format(
            N_("{blocks} blocks on {pages} pages confirmed in {languages}"),
            blocks=result.blocks,
            pages=len(result.pages),
            languages=", ".join(tags),
        )
    )
    return 0
