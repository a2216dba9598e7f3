"""`charter mutate`: proof that the checks find drift."""

from pathlib import Path

import click

from engine.change.mutation import ALL_KINDS, Family, inject, tallies, thresholds
from engine.cli.options import (
    console,
    docs_argument,
    find_locales,
    interface_messages,
    locales_option,
    progress_bar,
)
from engine.pages.discovery import language_folders
from engine.report.data import as_json
from engine.report.mutations import mutations_data, print_missed, print_mutations

_NAMES = tuple(kind.name for kind in ALL_KINDS)


@click.command()
@docs_argument
@click.option(
    "--language", "languages", multiple=True, metavar="TAG", help="Change only this language's pages; repeatable."
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(_NAMES),
    metavar="NAME",
    help="Only this kind of mutation; repeatable.",
)
@click.option("--sample", type=click.IntRange(min=1), help="So many per language and kind  [default: all].")
@click.option("--seed", type=int, default=0, show_default=True, help="The same seed gives the same mutations.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--list-missed", is_flag=True, help="List what was missed even when enough was found.")
@click.option(
    "--threshold-rules",
    "rules",
    type=click.FloatRange(0, 100),
    default=99.0,
    show_default=True,
    help="Per cent of the mutations that change a rule.",
)
@click.option(
    "--threshold-structure",
    "structure",
    type=click.FloatRange(0, 100),
    default=97.0,
    show_default=True,
    help="Per cent of the mutations that change a page's structure.",
)
@locales_option
def mutate(
    docs: Path,
    languages: tuple[str, ...],
    kinds: tuple[str, ...],
    sample: int | None,
    seed: int,
    form: str,
    list_missed: bool,
    rules: float,
    structure: float,
    locales_folder: Path | None,
) -> int:
    """Inject drift into a copy of DOCS and count what the checks find at the right place.

    One mutation at a time, in one language at a time: a row dropped, a number changed, a sentence negated. Harmless
    edits, such as other line breaks or another wording of the same rule, must not be reported. Exit status 1 when
    less is found than the thresholds ask for, or a harmless edit is reported above `note`. DOCS itself is only read.

    \b
    Examples:
      charter mutate docs --sample 1
      charter mutate docs --language sv --kind rule-row-dropped --kind rule-negated
      charter mutate docs --sample 2 --seed 7 --format json > mutations.json
    """
    locales = find_locales(locales_folder, docs)
    messages = interface_messages(locales)
    wanted = language_folders(docs, locales.folders, languages or None).values()
    chosen = [kind for kind in ALL_KINDS if not kinds or kind.name in kinds]
    with progress_bar("injecting") as progress:
        results = inject(docs, locales, chosen, languages=wanted, sample=sample, seed=seed, progress=progress)
    counted = tallies(results, _NAMES)
    limits: dict[Family, float] = {"rules": rules, "structure": structure, "harmless": 100.0}
    sums = thresholds(counted, limits)
    missed = [result for result in results if not result.found and not result.aside]
    met = all(total.met for total in sums)
    if form == "json":
        click.echo(as_json(mutations_data(counted, sums, missed, seed)))
    else:
        out = console()
        print_mutations(out, counted, sums, messages)
        if list_missed or not met:
            print_missed(out, missed)
    return 0 if met else 1
