"""`charter can`: everything that the holder of these licences may do, and how much of it."""

from collections.abc import Iterator
from pathlib import Path

import click

from engine.cli.asking import (
    answer_language_option,
    asked_of,
    asked_option,
    holdings_of,
    question_of,
    question_options,
)
from engine.cli.options import cache_option, find_locales, locales_option
from engine.entitlement.names import wish_name
from engine.entitlement.questions import capabilities, limits
from engine.findings.codes import N_
from engine.localedata import Locale
from engine.localedata.cldr import written_number
from engine.model.decisions import Bound
from engine.report.answers import bound_data
from engine.report.data import as_json


@click.command()
@question_options
@answer_language_option
@asked_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@cache_option
@locales_option
def can(
    holds: tuple[str, ...],
    channel: str | None,
    edition: str | None,
    market: str | None,
    usages: tuple[str, ...],
    at: str | None,
    language: str,
    docs: Path,
    form: str,
    cached: bool,
    locales_folder: Path | None,
) -> int:
    """List everything that is allowed to who holds this. Exit status 1 when nothing is.

    \b
    Examples:
      charter can --hold complete-crm-user
      charter can --hold core --usage active-projects=85 --language nl
      charter can --hold login-rights --hold standard-crm --channel web --format json
    """
    locales = find_locales(locales_folder, docs)
    reader = locales.get(language)
    holdings = holdings_of(holds)
    question = question_of(channel, edition, market, usages, at)
    read = asked_of(docs, locales, cached)
    rules, titles = read.rules, read.titles(reader.tag)
    allowed = capabilities(rules, holdings, **question._asdict())
    bounds = limits(rules, holdings, market=question.market, usage=question.usage, at=question.at)
    if form == "json":
        click.echo(as_json({"allowed": list(allowed), "limits": [bound_data(bound, reader.tag) for bound in bounds]}))
    else:
        for line in _lines(allowed, bounds, reader, titles):
            click.echo(line)
    return 0 if allowed else 1


def _lines(
    allowed: tuple[str, ...], bounds: tuple[Bound, ...], reader: Locale, titles: dict[str, str]
) -> Iterator[str]:
    """One line for each id, with its name in the language (the title of a page) and its bounds."""
    wide = max(map(len, allowed), default=0)
    for id in allowed:
        name = titles.get(id) or wish_name(reader, id)
        said = [_text(bound, reader) for bound in bounds if bound.metric == id]
        yield "  ".join([id.ljust(wide), *([] if name == id else [name]), *said]).rstrip()


def _text(bound: Bound, reader: Locale) -> str:
    say = reader.messages.format
    if bound.metered:
        return say(N_("(billed by use)"))
    if bound.bound is None:
        return say(N_("(any number)"))
    used, most = written_number(reader.tag, bound.used), written_number(reader.tag, bound.bound)
    return say(N_("({used} of {bound} in use)"), used=used, bound=most)
