"""Options of the commands that ask the rules, and what they stand for."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from engine.cli.options import cache_of, day, number_after_equals, progress_bar
from engine.findings import UsageError
from engine.localedata import Locales
from engine.model.decisions import Holding
from engine.model.rulesets import RuleSet
from engine.rules import Docs, read_docs

F = TypeVar("F", bound=Callable[..., Any])


class Question(NamedTuple):
    """What every question says beside the capability, as keyword arguments of `decide`."""

    channel: str | None
    edition: str | None
    market: str | None
    usage: dict[str, int]
    at: dt.date | None


def question_options(command: F) -> F:
    """`--hold`, `--channel`, `--edition`, `--market`, `--usage` and `--at`; read by `question_of` and `holdings_of`."""
    for option in reversed(
        (
            click.option(
                "--hold",
                "holds",
                multiple=True,
                metavar="[SCOPE:]ID[=N][@DATE]",
                help="Held: by whom (system, site, user), how many, until when; repeatable.",
            ),
            click.option("--channel", metavar="NAME", help="Over which it would be used, for example `web`."),
            click.option("--edition", metavar="NAME", help="The edition of the product, for example `windows`."),
            click.option("--market", metavar="NAME", help="Only what one market sells."),
            click.option(
                "--usage",
                "usages",
                multiple=True,
                metavar="METRIC=N",
                help="Current use, without the asker; repeatable.",
            ),
            click.option("--at", metavar="DATE", help="The day asked about, as YYYY-MM-DD."),
        )
    ):
        command = option(command)
    return command


def answer_language_option(command: F) -> F:
    """`--language TAG`: of an answer."""
    return click.option(
        "--language", default="en", show_default=True, metavar="TAG", help="Language of the answer and its quotes."
    )(command)


def asked_option(command: F) -> F:
    """`--docs DOCS`: what is asked; read by `asked_of`."""
    return click.option(
        "--docs",
        type=click.Path(path_type=Path),
        default="docs",
        show_default=True,
        help="The docs folder, or a compiled rules file.",
    )(command)


def question_of(
    channel: str | None, edition: str | None, market: str | None, usages: tuple[str, ...], at: str | None
) -> Question:
    """The options as `decide` takes them.

    Raises:
        UsageError: malformed use or day.
    """
    return Question(channel, edition, market, _usage(usages), None if at is None else day(at, "--at"))


def holdings_of(texts: tuple[str, ...]) -> frozenset[Holding]:
    """What `--hold` gives, each as `parse_holding` reads it; the same given twice adds up.

    Raises:
        UsageError: malformed.
    """
    added: dict[tuple[str, dt.date | None, str | None], int] = {}
    for holding in map(parse_holding, texts):
        key = (holding.id, holding.until, holding.by)
        added[key] = added.get(key, 0) + holding.count
    return frozenset(Holding(id, count, until, by=by) for (id, until, by), count in added.items())


def parse_holding(text: str) -> Holding:
    """A holding as the command line gives it: `ID`, `ID=N`, `ID@DATE` or `ID=N@DATE`, each with `SCOPE:` before it.

    Raises:
        UsageError: no id, count or date where one should be.
    """
    before, colon, after = text.partition(":")
    rest, at, date = (after if colon else text).partition("@")
    id, count = number_after_equals(rest, "--hold") if "=" in rest else (rest, 1)
    if not id or (colon and not before):
        raise UsageError(f"`--hold {text}` names nothing", help="write `--hold ID`, `ID=N` or `ID=N@DATE`")
    return Holding(id, count, day(date, "--hold") if at else None, by=before if colon else None)


def _usage(texts: tuple[str, ...]) -> dict[str, int]:
    """`METRIC=N` of each text; a metric given twice has no one value."""
    usage: dict[str, int] = {}
    for text in texts:
        metric, number = number_after_equals(text, "--usage")
        if metric in usage:
            raise UsageError(f"`--usage` gives `{metric}` twice", help="give each metric once")
        usage[metric] = number
    return usage


class Asked(NamedTuple):
    """Rules to ask, and what pages are called."""

    rules: RuleSet
    docs: Docs | None
    """None where a compiled file was read: it holds rules and no pages."""

    def titles(self, language: str) -> dict[str, str]:
        """Capability id of a page -> its title in the language; pages that the language lacks have none."""
        if self.docs is None:
            return {}
        pages = zip(self.docs.tree.pages, self.docs.readings, strict=True)
        return {reading.topic: page.title for page, reading in pages if page.language == language and page.title}


def asked_of(docs: Path, locales: Locales, cached: bool) -> Asked:
    """A docs folder in all its languages, or a rules file that `charter rules --format compiled` wrote.

    Raises:
        UsageError: neither, or a file that is cut short, of a newer version or changed by hand.
    """
    if docs.is_file():
        try:
            return Asked(RuleSet.from_json(docs.read_bytes()), None)
        except UsageError as error:
            raise UsageError(error.what, where=str(docs), help=error.help) from None
    with progress_bar("reading") as progress:
        read = read_docs(docs, locales, progress=progress, store=cache_of(docs, cached))
    return Asked(read.rules, read)


def suggest(nearest: str | None) -> None:
    """Name the capability that may have been meant, on standard error, beside the answer."""
    if nearest:
        click.echo(f"did you mean `{nearest}`?", err=True)
