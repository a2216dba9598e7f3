"""`charter preview`: the help site while it is being written."""

from pathlib import Path

import click

from engine.cache import open_cache
from engine.cli.options import (
    docs_argument,
    find_locales,
    interface_messages,
    locales_option,
    ui_language_option,
)
from engine.findings.codes import N_
from site_builder.preview import run


@click.command()
@docs_argument
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port; 0 for any that is free."
)
@ui_language_option
@locales_option
def preview(docs: Path, port: int, locales_folder: Path | None) -> int:
    """Show the help site of DOCS on this machine, built again as files change, with the findings of each page.

    Only this machine can reach it. Ctrl+C ends it.

    \b
    Examples:
      charter preview docs
      charter preview docs --port 8080 --ui-language sv
    """
    locales = find_locales(locales_folder, docs)
    messages = interface_messages(locales)

    def announce(address: str) -> None:
        click.echo(messages.format(N_("the site is at {address} until Ctrl+C is pressed"), address=address))

    run(docs, locales, open_cache(docs), messages, port, announce)
    return 0
