"""`charter ask`: may the holder of these licences do this, and which sentence says so."""

from pathlib import Path

import click

from engine.cli.options import (
    cache_of,
    cache_option,
    day,
    docs_option,
    find_locales,
    locales_option,
    number_after_equals,
    progress_bar,
)
from engine.entitlement import decide
from engine.entitlement.explain import explain
from engine.entitlement.holdings import nearest
from engine.findings import UsageError
from engine.model.decisions import Holding, Outcome
from engine.report.data import as_json, decision_data
from engine.rules import read_docs


@click.command()
@click.argument("capability")
@click.option(
    "--hold", "holds", multiple=True, metavar="ID[=N][@DATE]", help="Held: how many, and until when; repeatable."
)
@click.option("--channel", metavar="NAME", help="Over which it would be used, for example `web`.")
@click.option(
    "--usage", "usages", multiple=True, metavar="METRIC=N", help="Current use, without the asker; repeatable."
)
@click.option("--at", metavar="DATE", help="The day asked about, as YYYY-MM-DD.")
@click.option(
    "--language", default="en", show_default=True, metavar="TAG", help="Language of the answer and its quotes."
)
@docs_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@cache_option
@locales_option
def ask(
    capability: str,
    holds: tuple[str, ...],
    channel: str | None,
    usages: tuple[str, ...],
    at: str | None,
    language: str,
    docs: Path,
    form: str,
    cached: bool,
    locales_folder: Path | None,
) -> int:
    """Ask whether CAPABILITY is allowed. Exit status 0 when it is, 1 when not.

    \b
    Examples:
      charter ask sale-module --hold sales-user --hold standard-crm-user
      charter ask log-in --channel web --hold login-rights --language sv
      charter ask satellite-databases --hold satellite=3 --usage satellite-databases=3
    """
    locales = find_locales(locales_folder, docs)
    reader = locales.get(language)
    holdings = frozenset(parse_holding(text) for text in holds)
    usage = _usage(usages)
    asked = None if at is None else day(at, "--at")
    with progress_bar("reading") as progress:
        rules = read_docs(docs, locales, progress=progress, store=cache_of(docs, cached)).rules
    decision = decide(rules, capability, holdings, channel=channel, usage=usage, at=asked)
    if form == "json":
        click.echo(as_json(decision_data(decision, reader.tag)))
    else:
        click.echo(explain(decision, reader.tag, locales))
    if decision.outcome is Outcome.UNKNOWN:
        near = nearest(capability, rules.ids.get("capability", ()))
        if near and near != capability:
            click.echo(f"did you mean `{near}`?", err=True)
    return 0 if decision else 1


def parse_holding(text: str) -> Holding:
    """A holding as the command line gives it: `ID`, `ID=N`, `ID@DATE` or `ID=N@DATE`.

    Raises:
        UsageError: no id, count or date where one should be.
    """
    rest, at, date = text.partition("@")
    id, count = number_after_equals(rest, "--hold") if "=" in rest else (rest, 1)
    if not id:
        raise UsageError(f"`--hold {text}` names nothing", help="write `--hold ID`, `ID=N` or `ID=N@DATE`")
    return Holding(id, count, day(date, "--hold") if at else None)


def _usage(texts: tuple[str, ...]) -> dict[str, int]:
    """`METRIC=N` of each text; a metric given twice has no one value."""
    usage: dict[str, int] = {}
    for text in texts:
        metric, number = number_after_equals(text, "--usage")
        if metric in usage:
            raise UsageError(f"`--usage` gives `{metric}` twice", help="give each metric once")
        usage[metric] = number
    return usage
