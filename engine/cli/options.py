"""Arguments that several commands share, and what they stand for."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from engine.findings import UsageError
from engine.localedata import Locales, Messages, installed_locales, load_locales, normalise_tag

F = TypeVar("F", bound=Callable[..., Any])

PIPE_WIDTH = 160
"""Columns of a table that is not written to a terminal."""

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


def find_locales(folder: Path | None, docs: Path) -> Locales:
    """The locales to use, from the folder that `find_locales_folder` gives.

    Raises:
        UsageError: the folder named does not exist.
        LocaleError: broken locale data.
    """
    return load_locales(find_locales_folder(folder, docs))


def find_locales_folder(folder: Path | None, docs: Path) -> Path:
    """The folder named, else the one beside the docs folder or in the working folder, else the installed one."""
    if folder is not None:
        return folder
    beside = (docs.resolve().parent / "locales", Path("locales"))
    return next((f for f in beside if (f / "vocabulary.toml").is_file()), installed_locales())


def interface_messages(locales: Locales) -> Messages:
    """The catalogue for the user's environment, by the variables that gettext reads; English when none fits."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for value in os.environ.get(variable, "").split(":"):
            tag = normalise_tag(value.split(".")[0].split("@")[0]).split("-")[0] if value else ""
            if tag in locales.languages:
                return locales.languages[tag].messages
    return Messages()


def console() -> Console:
    """Standard output: as wide as the terminal, or wide enough for tables in a pipe."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else PIPE_WIDTH)


@contextmanager
def progress_bar(title: str) -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on a terminal; None, and silence, where errors go to a pipe or file."""
    if not sys.stderr.isatty():
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def number_after_equals(text: str, option: str) -> tuple[str, int]:
    """`NAME=N` as (name, number).

    Raises:
        UsageError: no name, or no whole number from 0 on.
    """
    name, _, number = text.partition("=")
    if not name or not number.isascii() or not number.isdigit() or len(number) > MOST_DIGITS:
        raise UsageError(f"`{option} {text}` is malformed", help=f"write `{option} NAME=N` with a whole number")
    return name, int(number)
