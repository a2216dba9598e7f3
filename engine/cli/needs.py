"""`charter needs`: what it takes to be allowed something."""

import math
from pathlib import Path

import click

from engine.cli.asking import asked_of, asked_option, holdings_of, question_of, question_options, suggest
from engine.cli.options import cache_option, find_locales, locales_option
from engine.entitlement import decide
from engine.entitlement.names import holdable_names
from engine.entitlement.needs import needs as minimal_sets
from engine.findings import UsageError
from engine.report.data import as_json


@click.command()
@click.argument("capability")
@question_options
@click.option(
    "--price",
    "prices",
    multiple=True,
    metavar="ID=AMOUNT",
    help="Price of one: the cheapest set comes first; repeatable.",
)
@click.option("--no-legacy", "legacy", flag_value=False, default=True, help="Leave out what is no longer sold.")
@click.option("--language", metavar="TAG", help="Show names in this language  [default: ids].")
@asked_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@cache_option
@locales_option
def needs(
    capability: str,
    holds: tuple[str, ...],
    channel: str | None,
    edition: str | None,
    market: str | None,
    usages: tuple[str, ...],
    at: str | None,
    prices: tuple[str, ...],
    legacy: bool,
    language: str | None,
    docs: Path,
    form: str,
    cached: bool,
    locales_folder: Path | None,
) -> int:
    """Print every minimal set to add that gives CAPABILITY. Exit status 1 when there is none to add.

    \b
    Examples:
      charter needs sale-module
      charter needs log-in --channel web --hold login-rights --format json
      charter needs sale-module --language sv --price complete-crm-user=90 --price sales-user=40
    """
    locales = find_locales(locales_folder, docs)
    reader = locales.get(language) if language else None
    holdings = holdings_of(holds)
    question = question_of(channel, edition, market, usages, at)
    priced = dict(_price(text) for text in prices)
    rules = asked_of(docs, locales, cached).rules
    found = minimal_sets(rules, capability, holdings, prices=priced or None, legacy=legacy, **question._asdict())
    if form == "json":
        click.echo(as_json({"capability": capability, "needs": [list(group) for group in found]}))
    else:
        for group in found:
            click.echo(" + ".join(group) if reader is None else holdable_names(reader, group))
    if not found:
        suggest(decide(rules, capability, holdings, **question._asdict()).nearest)
    return 0 if found else 1


def _price(text: str) -> tuple[str, float]:
    """`ID=AMOUNT`, with a point before decimals.

    Raises:
        UsageError: no id, or no amount from 0 on.
    """
    id, _, amount = text.partition("=")
    try:
        value = float(amount)
    except ValueError:
        value = math.nan
    if not id or not 0 <= value < math.inf:
        raise UsageError(f"`--price {text}` is malformed", help="write `--price ID=AMOUNT` with a number from 0 on")
    return id, value
