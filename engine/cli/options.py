"""Arguments that several commands share, and what they stand for."""

import datetime as dt
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console

from engine.cache import Store, open_cache
from engine.findings import UsageError
from engine.localedata import Locale, Locales, Messages, load_kept_locales, load_locales, locales_beside, normalise_tag

F = TypeVar("F", bound=Callable[..., Any])

PIPE_WIDTH = 160
"""Columns of a table that is not written to a terminal."""

_UI_LANGUAGE = "charter.ui-language"

_REDRAWN = 0.1
"""Seconds between two states of a progress bar."""

MOST_DIGITS = 18
"""Digits of a number: more count nothing that anybody bought."""


def docs_argument(command: F) -> F:
    """`[DOCS]`: the docs folder."""
    return click.argument("docs", type=click.Path(path_type=Path), default="docs")(command)


def docs_option(command: F) -> F:
    """`--docs DOCS`, for commands whose argument is something else."""
    return click.option(
        "--docs", type=click.Path(path_type=Path), default="docs", show_default=True, help="The docs folder."
    )(command)


def locales_option(command: F) -> F:
    """`--locales DIR`."""
    return click.option(
        "--locales",
        "locales_folder",
        type=click.Path(path_type=Path),
        help="The locales folder  [default: the project's, else the installed ones].",
    )(command)


def languages_option(command: F) -> F:
    """`--language TAG`, several times."""
    return click.option(
        "--language", "languages", multiple=True, metavar="TAG", help="Read only this language; repeatable."
    )(command)


def cache_option(command: F) -> F:
    """`--no-cache`."""
    return click.option(
        "--no-cache", "cached", flag_value=False, default=True, help="Read every page anew and keep nothing."
    )(command)


def cache_of(docs: Path, cached: bool) -> Store | None:
    """Where results of earlier runs on a docs folder are kept; None for `--no-cache`."""
    return open_cache(docs) if cached else None


def find_locales(folder: Path | None, docs: Path, store: Store | None = None) -> Locales:
    """The locales to use, from the folder that `find_locales_folder` gives.

    Args:
        folder: the one that is named.
        docs: the docs folder.
        store: keeps what was loaded, for commands that do little else.

    Raises:
        UsageError: the folder named does not exist.
        LocaleError: broken locale data.
    """
    found = find_locales_folder(folder, docs)
    return load_locales(found) if store is None else load_kept_locales(found, store)


def find_locales_folder(folder: Path | None, docs: Path) -> Path:
    """The folder named, else the one beside the docs folder or in the working folder, else the installed one."""
    return locales_beside(docs) if folder is None else folder


def ui_language_option(command: F) -> F:
    """`--ui-language TAG`; kept in the context, where `interface_messages` finds it."""

    def keep(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
        context.meta[_UI_LANGUAGE] = value

    return click.option(
        "--ui-language",
        metavar="TAG",
        callback=keep,
        expose_value=False,
        help="Language of Charter's own words  [default: that of the environment].",
    )(command)


def at_option(command: F) -> F:
    """`--at DATE`: the day that dates are compared with."""

    def parse(context: click.Context, parameter: click.Parameter, value: str | None) -> dt.date:
        return dt.date.today() if value is None else day(value, "--at")

    return click.option(
        "--at",
        "at",
        metavar="DATE",
        callback=parse,
        help="The day that dates are compared with  [default: today].",
    )(command)


def day(text: str, option: str) -> dt.date:
    """A date as the command line gives it.

    Raises:
        UsageError: it is none.
    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"`{text}` in `{option}` is no date", help="write it as YYYY-MM-DD") from None


def interface_locale(locales: Locales) -> Locale | None:
    """The language that `--ui-language` names, else that of the user's environment; None when none fits.

    The environment is told by the variables that gettext reads.

    Raises:
        UsageError: there is no language as named.
    """
    context = click.get_current_context(silent=True)
    named = context.meta.get(_UI_LANGUAGE) if context else None
    if named:
        return locales.get(named)
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for value in os.environ.get(variable, "").split(":"):
            tag = normalise_tag(value.split(".")[0].split("@")[0]).split("-")[0] if value else ""
            if tag in locales.languages:
                return locales.languages[tag]
    return None


def interface_messages(locales: Locales) -> Messages:
    """The catalogue of `interface_locale`; English when none fits."""
    locale = interface_locale(locales)
    return locale.messages if locale else Messages()


def shown_locale(locales: Locales) -> Locale | None:
    """The language whose names are shown: the reader's, else English; None where the locales have neither."""
    return interface_locale(locales) or locales.languages.get("en")


def console() -> Console:
    """Standard output: as wide as the terminal, or wide enough for tables in a pipe."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else PIPE_WIDTH)


@contextmanager
def progress_bar(title: str) -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on a terminal; None, and silence, where errors go to a pipe or file."""
    if not sys.stderr.isatty():
        yield None
        return
    # Loaded where it is needed: most runs do without.
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # Drawn here and not by a thread, beside which no process could be forked.
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task(title, total=None)
        drawn = 0.0

        def tell(done: int, total: int) -> None:
            nonlocal drawn
            due = time.monotonic() - drawn > _REDRAWN
            bar.update(task, completed=done, total=total, refresh=due)
            drawn = time.monotonic() if due else drawn

        yield tell


def number_after_equals(text: str, option: str) -> tuple[str, int]:
    """`NAME=N` as (name, number).

    Raises:
        UsageError: no name, or no whole number from 0 on.
    """
    name, _, number = text.partition("=")
    if not name or not number.isascii() or not number.isdigit() or len(number) > MOST_DIGITS:
        raise UsageError(f"`{option} {text}` is malformed", help=f"write `{option} NAME=N` with a whole number")
    return name, int(number)
