"""`charter ask`: may the holder of these licences do this, and which sentence says so."""

from pathlib import Path

import click

from engine.cli.asking import (
    answer_language_option,
    asked_of,
    asked_option,
    holdings_of,
    question_of,
    question_options,
    suggest,
)
from engine.cli.options import cache_option, find_locales, locales_option
from engine.entitlement import decide
from engine.entitlement.explain import explain
from engine.entitlement.explanation import explained, explained_lines
from engine.report.answers import decision_data, explained_data
from engine.report.data import as_json


@click.command()
@click.argument("capability")
@question_options
@click.option("--why", "reasons", is_flag=True, help="Show the whole tree of what is asked, met or not.")
@answer_language_option
@asked_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@cache_option
@locales_option
def ask(
    capability: str,
    holds: tuple[str, ...],
    channel: str | None,
    edition: str | None,
    market: str | None,
    usages: tuple[str, ...],
    at: str | None,
    reasons: bool,
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
      charter ask sale-module --hold user:sales-user@2026-06-30 --at 2026-07-01 --why --language de
    """
    locales = find_locales(locales_folder, docs)
    reader = locales.get(language)
    holdings = holdings_of(holds)
    question = question_of(channel, edition, market, usages, at)
    rules = asked_of(docs, locales, cached).rules
    decision = decide(rules, capability, holdings, **question._asdict())
    tree = None
    if reasons:
        tree = explained(rules, decision, reader.tag, locales)
    if form == "json":
        why = {} if tree is None else {"why": explained_data(tree)}
        click.echo(as_json({**decision_data(decision, reader.tag), **why}))
    else:
        click.echo(explain(decision, reader.tag, locales))
        for line in () if tree is None else explained_lines(tree, reader, locales):
            click.echo(line)
    suggest(decision.nearest)
    return 0 if decision else 1
