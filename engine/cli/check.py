"""`charter check`: where pages disagree with each other, or cannot be read."""

import datetime as dt
from pathlib import Path

import click

from engine.cli.checking import Run, check_pages, note_gone, write_baseline
from engine.cli.fix import fix_pages
from engine.cli.options import (
    at_option,
    cache_of,
    cache_option,
    docs_argument,
    find_locales,
    interface_messages,
    languages_option,
    locales_option,
    ui_language_option,
)
from engine.cli.output import FORMATS, TEXT, show
from engine.gate.selection import NEVER, SEVERITIES, fails


@click.command()
@docs_argument
@languages_option
@click.option("--format", "form", type=click.Choice(FORMATS), default=TEXT, show_default=True)
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file.")
@click.option("--select", multiple=True, metavar="CODES", help="Only these: `R`, `R005`, `rule-differs`; repeatable.")
@click.option("--ignore", multiple=True, metavar="CODES", help="All but these; repeatable.")
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, NEVER]),
    default=SEVERITIES[0],
    show_default=True,
    help="The least severity that gives exit status 1.",
)
@click.option("--changed", metavar="SINCE", help="Only about pages that changed since a git revision, in any language.")
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Not those that this file knows.")
@click.option(
    "--write-baseline",
    "new_baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a file that knows all of today's findings.",
)
@click.option("--fix", is_flag=True, help="First mend percent signs, closing pipes and wrong language labels.")
@click.option("--diff", "preview", is_flag=True, help="Show what `--fix` would mend, and write nothing.")
@at_option
@cache_option
@ui_language_option
@locales_option
def check(
    docs: Path,
    languages: tuple[str, ...],
    form: str,
    out: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    changed: str | None,
    baseline: Path | None,
    new_baseline: Path | None,
    fix: bool,
    preview: bool,
    at: dt.date,
    cached: bool,
    locales_folder: Path | None,
) -> int:
    """Check the pages of DOCS against each other. Exit status 1 when there is an error-level finding.

    The settings in DOCS/charter.toml give severities and allow exceptions. In a page,
    `<!-- charter: allow rule-differs - why [until 2027-01-31] -->` allows one in the block that follows,
    `allow-page` in the whole file.

    \b
    Examples:
      charter check docs
      charter check docs --language sv --language nl
      charter check docs --select R,F006 --ignore unknown-term --fail-on warning
      charter check docs --write-baseline charter-baseline.json
      charter check docs --baseline charter-baseline.json
      charter check docs --changed HEAD
      charter check docs --diff
      charter check docs --format sarif --out charter.sarif
      charter check docs --format github
      charter check docs --ui-language sv
    """
    locales = find_locales(locales_folder, docs)
    messages = interface_messages(locales)
    if fix or preview:
        places = fix_pages(docs, locales, messages, languages=languages or None, preview=preview)
        if preview:
            return 1 if places else 0
    run: Run = check_pages(
        docs,
        locales,
        languages=languages,
        select=select,
        ignore=ignore,
        changed=changed,
        at=at,
        store=cache_of(docs, cached),
    )
    if new_baseline is not None:
        write_baseline(run, new_baseline, messages)
        return 0
    if baseline is not None:
        run = run.without_known(baseline)
    show(run, form, out, messages, fail_on)
    note_gone(run, messages, on_error=form != TEXT or out is not None)
    return 1 if any(fails(finding, fail_on) for finding in run.findings) else 0
