"""`charter schema`: the JSON Schemas of what people and programs write and read."""

from pathlib import Path

import click

from engine.model.rule_file import rules_schema_text
from engine.report.writing import write_file
from engine.rules.settings import schema_text

_SCHEMAS = {"settings": schema_text, "rules": rules_schema_text}


@click.command()
@click.argument("which", type=click.Choice(list(_SCHEMAS)), default="settings")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file.")
def schema(which: str, out: Path | None) -> int:
    """Print the JSON Schema of the settings, by which an editor checks and completes `charter.toml`; or of rules files.

    Begin `charter.toml` with the line `#:schema charter.schema.json`, which names the file written beside it.

    \b
    Examples:
      charter schema
      charter schema --out docs/charter.schema.json
      charter schema rules
    """
    text = _SCHEMAS[which]()
    if out is None:
        click.echo(text, nl=False)
    else:
        write_file(out, text)
    return 0
