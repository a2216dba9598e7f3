"""`charter schema`: the JSON Schema of `charter.toml`."""

from pathlib import Path

import click

from engine.report.writing import write_file
from engine.rules.settings import schema_text


@click.command()
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file.")
def schema(out: Path | None) -> int:
    """Print the JSON Schema of the settings, by which an editor checks and completes `charter.toml`.

    Begin `charter.toml` with the line `#:schema charter.schema.json`, which names the file written beside it.

    \b
    Examples:
      charter schema
      charter schema --out docs/charter.schema.json
    """
    if out is None:
        click.echo(schema_text(), nl=False)
    else:
        write_file(out, schema_text())
    return 0
