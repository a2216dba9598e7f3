"""`charter impact`: who gains and who loses what, and what must change with the rules."""

import csv
import datetime as dt
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from engine.cli.options import (
    cache_option,
    console,
    day,
    docs_option,
    find_locales,
    languages_option,
    locales_option,
    progress_bar,
    shown_locale,
    ui_language_option,
)
from engine.cli.sides import read_sides
from engine.contract.codegen import typed_ids
from engine.contract.diff import Changes, compare
from engine.contract.impact import Holder, Impact, read_population, suppose
from engine.contract.impact import impact as count
from engine.contract.impact.code import uses_concerned
from engine.contract.impact.places import sentences_to_change
from engine.contract.scan import Use, known_ids, uses_in
from engine.contract.sides import Side
from engine.findings import UsageError
from engine.localedata import Locales
from engine.report.changes.text import print_changes
from engine.report.data import as_json
from engine.report.impact import impact_data, print_impact


@click.command()
@click.argument("sides", nargs=-1, metavar="[OLD NEW]")
@click.option("--set", "settings", multiple=True, metavar="RULE", help="What if, in a form shown below; repeatable.")
@click.option("--population", type=click.Path(path_type=Path), metavar="FILE", help="The holders: `.csv` or `.jsonl`.")
@click.option("--list", "out", type=click.Path(path_type=Path), metavar="FILE", help="Write who: `.csv` or `.jsonl`.")
@click.option("--code", "sources", multiple=True, type=click.Path(path_type=Path), metavar="SRC", help="Source code.")
@click.option("--channel", metavar="NAME", help="Over which capabilities would be used.")
@click.option("--at", metavar="DATE", help="The day asked about, as YYYY-MM-DD.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@docs_option
@languages_option
@ui_language_option
@cache_option
@locales_option
def impact(
    sides: tuple[str, ...],
    settings: tuple[str, ...],
    population: Path | None,
    out: Path | None,
    sources: tuple[Path, ...],
    channel: str | None,
    at: str | None,
    form: str,
    docs: Path,
    languages: tuple[str, ...],
    cached: bool,
    locales_folder: Path | None,
) -> int:
    """Who gains and who loses what when the rules of OLD become those of NEW, and what must change with them.

    With `--set`, NEW is the docs folder with some rules set otherwise. A population is a CSV file with the columns
    `holder`, `holds` (`core login-rights satellite=3@2027-01-31`) and maybe `usage` (`active-projects=70`), or JSON
    Lines with the same names. Exit status 1 when somebody loses something.

    \b
    What can be set:
      limit:PLAN:METRIC=N|unlimited|none      grant:LICENCE:CAPABILITY=yes|no
      include:HOLDER:FEATURE=yes|no           exclude:PLAN:CAPABILITY=yes|no
      require:CAPABILITY[:CHANNEL]=A/B+C|none  succeed:LICENCE=PLAN|none

    \b
    Examples:
      charter impact --set limit:core:active-projects=50
      charter impact --set limit:core:active-projects=50 --population holders.csv --list losers.csv
      charter impact docs/rules.lock.json docs --population holders.csv --format json
    """
    if bool(settings) == bool(sides) or len(sides) not in (0, 2):
        raise UsageError("name OLD and NEW, or what to `--set`", help="see `charter impact --help`")
    if out is not None and (population is None or out.suffix.lower() not in (".csv", ".jsonl")):
        raise UsageError("`--list` writes the holders of `--population`, as `.csv` or `.jsonl`")
    locales = find_locales(locales_folder, docs)
    asked = None if at is None else day(at, "--at")
    before, after = _sides(sides, settings, docs, locales, languages, cached)
    changes = compare(before.rules, after.rules, renamed_ids=locales.vocabulary.renamed)
    names = {rename.old: rename.new for rename in changes.renames} | locales.vocabulary.renamed
    found = None if population is None else _count(before, after, names, population, out, channel, asked)
    told = sentences_to_change(changes, before.rules if settings else after.rules)
    uses = _uses(before, changes, locales, sources, docs)
    if form == "json":
        click.echo(as_json(impact_data(changes, found, told, uses)))
    else:
        print_changes(console(), changes, shown_locale(locales))
        print_impact(console(), found, told, uses, shown_locale(locales))
    return 1 if found is not None and found.losing else 0


def _sides(
    names: tuple[str, ...],
    settings: tuple[str, ...],
    docs: Path,
    locales: Locales,
    languages: tuple[str, ...],
    cached: bool,
) -> tuple[Side, Side]:
    before, *others = read_sides(names or (str(docs),), docs, locales, languages=languages, cached=cached)
    return before, Side("--set", suppose(before.rules, settings)) if settings else others[0]


def _count(
    before: Side,
    after: Side,
    names: dict[str, str],
    population: Path,
    out: Path | None,
    channel: str | None,
    at: dt.date | None,
) -> Impact:
    with progress_bar("holders") as progress, _writing(out) as tell:
        holders = read_population(population, progress)
        try:
            return count(before.rules, after.rules, holders, names=names, channel=channel, at=at, tell=tell)
        except UsageError as error:
            where = str(population) if error.where is None or str(population) not in error.where else ""
            line = f":{error.where.removeprefix('line ')}" if error.where and where else ""
            raise UsageError(error.what, where=f"{where}{line}" if where else error.where, help=error.help) from None


@contextmanager
def _writing(out: Path | None) -> Iterator[Callable[[Holder, tuple[tuple[str, ...], tuple[str, ...]]], None] | None]:
    """Writes who loses and who gains, one line each, into a file beside its place until all is done."""
    if out is None:
        yield None
        return
    beside = out.with_name(f".{out.name}.new")
    try:
        with beside.open("w", encoding="utf-8", newline="") as file:
            if out.suffix.lower() == ".csv":
                rows = csv.writer(file)
                rows.writerow(["holder", "loses", "gains"])
                yield lambda holder, turned: rows.writerow([holder.name, " ".join(turned[0]), " ".join(turned[1])])
            else:
                yield lambda holder, turned: print(
                    json.dumps({"holder": holder.name, "loses": turned[0], "gains": turned[1]}, ensure_ascii=False),
                    file=file,
                )
        beside.replace(out)
    except OSError as error:
        raise UsageError(f"cannot write the list: {error.strerror or error}", where=str(out)) from None
    finally:
        beside.unlink(missing_ok=True)


def _uses(before: Side, changes: Changes, locales: Locales, sources: tuple[Path, ...], docs: Path) -> tuple[Use, ...]:
    """The places in code that name what changes; of the code that is named here, else in the settings."""
    settings = before.docs.settings.code if before.docs else None
    paths = sources or (tuple(docs / path for path in settings.paths) if settings else ())
    if not paths:
        return ()
    known = known_ids(
        typed_ids(before.rules, locales.vocabulary), locales.vocabulary.renamed, settings.calls if settings else ()
    )
    return uses_concerned(changes, uses_in(paths, known))
