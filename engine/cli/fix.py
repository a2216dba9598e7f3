"""`charter check --fix` and `--diff`: mend what is safe to mend, or show what would be mended."""

import difflib
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import click

from engine.change.fixes import Fix, FixedFile, apply_fixes, find_fixes, write_fixed
from engine.cli.options import progress_bar
from engine.findings import CODES
from engine.findings.codes import N_
from engine.localedata import Locales, Messages
from engine.rules import read_docs

_LINES = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
"""Lines with their endings, as the pages are read."""


def fix_pages(
    docs: Path, locales: Locales, messages: Messages, *, languages: Collection[str] | None, preview: bool
) -> int:
    """Mend the pages of a docs folder and tell what was done, on standard error; the preview goes to standard output.

    Args:
        docs: the docs folder.
        locales: the languages.
        messages: the interface catalogue.
        languages: mend only the pages of these.
        preview: show the changes as a unified diff and write nothing.
    Returns:
        How many places were, or would be, mended.

    Raises:
        UsageError: a file that cannot be written, or that was changed meanwhile.
    """
    with progress_bar("reading") as progress:
        read = read_docs(docs, locales, languages=languages or None, progress=progress)
    files = apply_fixes(docs, find_fixes(read, locales))
    for file in files:
        if preview:
            click.echo("".join(_diff(file)), nl=False)
        else:
            write_fixed(docs, file)
            for line in _told(file, messages):
                click.echo(line, err=True)
    places = sum(len(file.fixes) for file in files)
    done = (
        N_("places to mend: {places}, in files: {files}")
        if preview
        else N_("places mended: {places}, in files: {files}")
    )
    click.echo(messages.format(done, places=places, files=len(files)), err=True)
    return places


def _told(file: FixedFile, messages: Messages) -> Iterator[str]:
    for fix in file.fixes:
        message = N_("`{found}` is now `{replacement}`") if fix.found else N_("`{replacement}` added")
        change = messages.format(message if fix.replacement else N_("`{found}` removed"), **_ends(fix))
        yield f"{fix.span}: {fix.code} {CODES[fix.code].name}: {change}"


def _ends(fix: Fix) -> dict[str, str]:
    return {"found": fix.found, "replacement": fix.replacement}


def _diff(file: FixedFile) -> Iterable[str]:
    before, after = (_LINES.findall(text) for text in file.texts())
    for line in difflib.unified_diff(before, after, f"a/{file.path}", f"b/{file.path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
