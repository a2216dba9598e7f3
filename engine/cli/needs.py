"""`charter needs`: what it takes to be allowed something."""

from pathlib import Path

import click

from engine.cli.ask import parse_holding
from engine.cli.options import cache_of, cache_option, docs_option, find_locales, locales_option, progress_bar
from engine.entitlement.needs import needs as minimal_sets
from engine.report.data import as_json
from engine.rules import read_docs


@click.command()
@click.argument("capability")
@click.option("--hold", "holds", multiple=True, metavar="ID[=N][@DATE]", help="Held already; repeatable.")
@click.option("--channel", metavar="NAME", help="Over which it would be used, for example `web`.")
@docs_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@cache_option
@locales_option
def needs(
    capability: str,
    holds: tuple[str, ...],
    channel: str | None,
    docs: Path,
    form: str,
    cached: bool,
    locales_folder: Path | None,
) -> int:
    """Print every minimal set of licences that gives CAPABILITY. Exit status 1 when there is none to add.

    \b
    Examples:
      charter needs sale-module
      charter needs log-in --channel web --hold login-rights --format json
    """
    locales = find_locales(locales_folder, docs)
    holdings = frozenset(parse_holding(text) for text in holds)
    with progress_bar("reading") as progress:
        rules = read_docs(docs, locales, progress=progress, store=cache_of(docs, cached)).rules
    found = minimal_sets(rules, capability, holdings, channel=channel)
    if form == "json":
        click.echo(as_json({"capability": capability, "needs": [list(group) for group in found]}))
    else:
        for group in found:
            click.echo(" + ".join(group))
    return 0 if found else 1
