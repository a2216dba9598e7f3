"""`charter explain`: what a code means."""

from pathlib import Path

import click

from engine.cli.options import console, find_locales, interface_messages, locales_option, ui_language_option
from engine.findings import CODES, UsageError
from engine.findings.naming import codes_named, nearest_code
from engine.report.data import as_json
from engine.report.explain import explanation_data, print_codes, print_explanation


@click.command()
@click.argument("name", metavar="[CODE|NAME]", required=False)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@ui_language_option
@locales_option
def explain(name: str | None, form: str, locales_folder: Path | None) -> int:
    """Explain a code or name of a finding: why it matters, how to mend it, an example. Without one, list them all.

    \b
    Examples:
      charter explain
      charter explain R005
      charter explain missing-include --ui-language nl
      charter explain R --format json
    """
    messages = interface_messages(find_locales(locales_folder, Path("docs")))
    codes = sorted(CODES if name is None else codes_named(name))
    if not codes:
        raise UsageError(f"there is no code or name `{name}`", help=f"nearest: `{nearest_code(name or '')}`")
    rows = [CODES[code] for code in codes]
    if form == "json":
        click.echo(as_json([explanation_data(row, messages) for row in rows]))
    elif len(rows) == 1:
        print_explanation(console(), rows[0], messages)
    else:
        print_codes(console(), rows, messages)
    return 0
