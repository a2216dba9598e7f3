"""`charter terms`: the names of ids in a language."""

from pathlib import Path

import click

from engine.change.exchange.tbx import terms_as_tbx
from engine.change.term_drafts import draft_terms
from engine.change.term_toml import drafts_as_toml
from engine.cli.options import (
    docs_argument,
    find_locales_folder,
    interface_messages,
    locales_option,
    progress_bar,
)
from engine.findings import UsageError
from engine.findings.codes import N_
from engine.localedata import load_locales
from engine.report.writing import write_file
from engine.rules import read_docs


@click.group()
def terms() -> None:
    """Work on the names that a language has for licences, plans, capabilities and the rest.

    \b
    Examples:
      charter terms suggest docs --language sv
      charter terms export --format tbx --out terms.tbx
    """


@terms.command()
@docs_argument
@click.option("--language", required=True, metavar="TAG", help="The language that lacks terms.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Write to this new file.")
@locales_option
def suggest(docs: Path, language: str, out: Path | None, locales_folder: Path | None) -> int:
    """Draft the terms that a language lacks, for a person to confirm.

    A name is taken from the rows, headings and front matter of DOCS at whose place another language names the id.
    The draft is TOML for `terms.toml`; the locales themselves are never changed.

    \b
    Examples:
      charter terms suggest docs --language sv
      charter terms suggest docs --language fi --out fi-terms.toml
    """
    folder = find_locales_folder(locales_folder, docs)
    locales = load_locales(folder, incomplete=language)
    messages = interface_messages(locales)
    locale = locales.get(language)
    with progress_bar("reading") as progress:
        read = read_docs(docs, locales, progress=progress)
    if locale.tag not in read.rules.languages:
        raise UsageError(
            f"the docs folder has no pages in `{locale.tag}`", where=str(docs), help="name another language"
        )
    drafts = draft_terms(read, locales, locale.tag)
    if not drafts:
        click.echo(
            messages.format(N_("nothing is missing: `{language}` has every name"), language=locale.tag), err=True
        )
        return 0
    text = drafts_as_toml(drafts, locale, locales.vocabulary, messages)
    if out is None:
        click.echo(text, nl=False)
    else:
        _write(out, text)
    named = sum(bool(draft.name) for draft in drafts)
    click.echo(
        messages.format(
            N_("{named} names drafted, {unnamed} ids without one"), named=named, unnamed=len(drafts) - named
        ),
        err=True,
    )
    return 0


@terms.command()
@docs_argument
@click.option("--format", "form", type=click.Choice(["tbx"]), default="tbx", show_default=True)
@click.option("--language", "languages", multiple=True, metavar="TAG", help="Only this language; repeatable.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file.")
@locales_option
def export(docs: Path, form: str, languages: tuple[str, ...], out: Path | None, locales_folder: Path | None) -> int:
    """Give the terms of all languages to translators' tools, as TBX-Basic (ISO 30042).

    Each id is a concept with its note, and each name a term with its part of speech, its form, and whether it is
    preferred, admitted or deprecated.

    \b
    Examples:
      charter terms export --format tbx
      charter terms export --language sv --language en --out terms.tbx
    """
    locales = load_locales(find_locales_folder(locales_folder, docs))
    chosen = [locales.get(language) for language in languages] or list(locales.languages.values())
    text = terms_as_tbx(locales.vocabulary, chosen)
    if out is None:
        click.echo(text, nl=False)
    else:
        write_file(out, text)
    return 0


def _write(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError("the file exists", where=str(path), help="name a new file") from None
    except OSError as error:
        raise UsageError(f"cannot write the file: {error.strerror}", where=str(path)) from None
