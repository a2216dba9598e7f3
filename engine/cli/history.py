"""`charter history`: since when each language says something."""

import datetime as dt
from pathlib import Path

import click
from rapidfuzz import process

from engine.change.history.repository import Repository
from engine.change.history.timeline import sayings
from engine.change.history.versions import Versions
from engine.cli.options import (
    at_option,
    cache_of,
    cache_option,
    console,
    docs_option,
    find_locales,
    interface_messages,
    locales_option,
    progress_bar,
    ui_language_option,
)
from engine.findings import UsageError
from engine.grammar.tokens import keys
from engine.localedata import Locales
from engine.report.data import as_json
from engine.report.history import history_data, print_history
from engine.rules.grammars import Grammars
from engine.rules.settings import load_settings

_PAGE = "page:"
_PUT_TOGETHER = "class"
"""A kind of id whose name may be put together from others: no single word tells where it is said."""
_SHORTEST = 3


@click.command()
@click.argument("id", metavar="CAPABILITY|LICENCE")
@docs_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@at_option
@cache_option
@ui_language_option
@locales_option
def history(id: str, docs: Path, form: str, at: dt.date, cached: bool, locales_folder: Path | None) -> int:
    """Tell since when each language states the rules about a capability, licence, plan or metric, as git remembers.

    Days are those of the commits of the main line. Each version of a page is read once and kept.

    \b
    Examples:
      charter history satellite
      charter history active-projects --format json
    """
    locales = find_locales(locales_folder, docs)
    _refuse_unknown(id, locales)
    if not docs.is_dir():
        raise UsageError("the docs folder does not exist", where=str(docs), help="name it with `--docs`")
    repository = Repository(docs)
    commits = tuple(repository.commits())
    grammars = Grammars(locales, sorted(locales.languages))
    settings = load_settings(docs)
    store = cache_of(docs, cached)
    with (
        Versions(repository, locales, grammars, settings.front_matter, store, _words(id, locales)) as versions,
        progress_bar("reading") as progress,
    ):
        found = sayings(commits, versions, id, locales.folders, progress)
    if form == "json":
        click.echo(as_json(history_data(id, found, at)))
    else:
        print_history(console(), found, at, interface_messages(locales))
    return 0 if found else 1


def _refuse_unknown(id: str, locales: Locales) -> None:
    ids = sorted({entry.id for entry in locales.vocabulary.ids})
    if id not in ids and not id.startswith(_PAGE):
        nearest = process.extractOne(id, ids)
        raise UsageError(
            f"there is no id `{id}`", where=locales.vocabulary.path, help=f"nearest: `{nearest[0] if nearest else ''}`"
        )


def _words(id: str, locales: Locales) -> dict[str, frozenset[str]] | None:
    """Words of the names of an id, by language: a page without any of them does not speak of it."""
    kinds = {entry.kind for entry in locales.vocabulary.ids if entry.id == id}
    if id.startswith(_PAGE) or _PUT_TOGETHER in kinds:
        return None
    return {
        tag: frozenset(
            word
            for term in locale.terms
            if term.id == id
            for name in term.surfaces
            for word in keys(name)
            if len(word) >= _SHORTEST or len(keys(name)) == 1
        )
        for tag, locale in locales.languages.items()
    }
