"""`charter po`: what pages say, for translators, and back."""

from collections.abc import Iterator
from pathlib import Path

import click

from engine.change.exchange.importing import NO_PAGE, PageImport, Refusal, import_page
from engine.change.exchange.new_pages import new_page
from engine.change.exchange.pages import Exchange
from engine.change.exchange.po_file import PoPage, po_text, read_po
from engine.change.fixes import FixedFile, write_fixed
from engine.change.freshness.kept_texts import KeptTexts
from engine.change.freshness.known import confirmed
from engine.change.freshness.lock import NAME, TranslationLock, load_lock, lock_text
from engine.change.freshness.units import page_units
from engine.cli.chosen import language_of
from engine.cli.options import (
    cache_of,
    cache_option,
    docs_argument,
    find_locales,
    interface_messages,
    locales_option,
    progress_bar,
    ui_language_option,
)
from engine.findings import UsageError
from engine.findings.codes import N_
from engine.localedata import Messages
from engine.report.data import as_json
from engine.report.writing import write_file
from engine.rules import Docs, read_docs, reread

_SUFFIX = ".po"


@click.group()
def po() -> None:
    """Give pages to translators as PO files, and take what they wrote.

    \b
    Examples:
      charter po export docs --language sv --from en --out for-sv
      charter po import docs for-sv
    """


@po.command()
@docs_argument
@click.option("--language", required=True, metavar="TAG", help="The language to translate into.")
@click.option(
    "--from", "originals", multiple=True, required=True, metavar="TAG", help="What to translate from; repeatable."
)
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="DIR", help="A new folder.")
@click.option("--page", "patterns", multiple=True, metavar="GLOB", help="Only these pages: `admin/*`; repeatable.")
@click.option("--todo", "only_todo", is_flag=True, help="Only pages with something to translate or to look at.")
@cache_option
@ui_language_option
@locales_option
def export(
    docs: Path,
    language: str,
    originals: tuple[str, ...],
    out: Path,
    patterns: tuple[str, ...],
    only_todo: bool,
    cached: bool,
    locales_folder: Path | None,
) -> int:
    """Write a PO file for each page of DOCS, with one entry for each block or cell.

    With several `--from`, the first that has a text gives it. Numbers, names, links, code and tags are placeholders,
    such as `{100}` or `{link1}`, that the translation must keep. What changed since `charter confirm` is fuzzy, with
    the text of before.

    \b
    Examples:
      charter po export docs --language sv --from en --out for-sv
      charter po export docs --language nl --from de --from en --page 'admin/license/*' --out for-nl --todo
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise UsageError("the folder is not empty", where=str(out), help="name a new folder")
    locales = find_locales(locales_folder, docs)
    messages = interface_messages(locales)
    with progress_bar("reading") as progress:
        read = read_docs(docs, locales, progress=progress, store=cache_of(docs, cached))
    tag = language_of(read, language)
    others = [language_of(read, original) for original in originals]
    if tag in others:
        raise UsageError(f"`{tag}` cannot be translated from itself", help="name another language with `--from`")
    with progress_bar("comparing") as progress:
        exchange = Exchange(read, load_lock(docs), tag, others, progress)
    pages = exchange.pages(patterns)
    entries = written = 0
    with progress_bar("writing") as progress:
        for number, page in enumerate(pages, 1):
            found = exchange.page(page)
            if found is not None and (not only_todo or any(e.is_behind or not e.translation for e in found.entries)):
                text = po_text(page, tag, others, found.digest, found.entries)
                path = out / f"{page}{_SUFFIX}"
                path.parent.mkdir(parents=True, exist_ok=True)
                write_file(path, text)
                entries += len(found.entries)
                written += 1
            if progress:
                progress(number, len(pages))
    done = N_("{entries} texts of {pages} pages written to {folder}")
    click.echo(messages.format(done, entries=entries, pages=written, folder=out))
    return 0


@po.command(name="import")
@docs_argument
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Tell what would be done, and write nothing.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@cache_option
@ui_language_option
@locales_option
def import_(
    docs: Path, files: tuple[Path, ...], dry_run: bool, form: str, cached: bool, locales_folder: Path | None
) -> int:
    """Put the texts of PO files into the pages of DOCS. Exit status 1 when texts were refused.

    FILES are PO files and folders of them. Only the bytes of texts that changed are written. A text is refused when
    placeholders are lost, when the page or the original changed since the export, or when the page would get other
    blocks; the rest is taken. A page that the language lacks is made when all of it is translated. What was taken is
    confirmed, as `charter confirm` does.

    \b
    Examples:
      charter po import docs for-sv
      charter po import docs for-sv/admin/license/learn/index.md.po --dry-run
      charter po import docs for-sv --format json
    """
    locales = find_locales(locales_folder, docs)
    messages = interface_messages(locales)
    read_files = [read_po(path) for path in _po_files(files)]
    with progress_bar("reading") as progress:
        read = read_docs(docs, locales, progress=progress, store=cache_of(docs, cached))
    lock = load_lock(docs)
    imports: list[tuple[str, PageImport]] = []
    refusals: list[Refusal] = []
    for language, originals in sorted({(file.language, file.originals) for file in read_files}):
        tag = language_of(read, language)
        others = [language_of(read, original) for original in originals]
        with progress_bar("comparing") as progress:
            exchange = Exchange(read, lock, tag, others, progress)
        for file in read_files:
            if (file.language, file.originals) == (language, originals):
                result = _import(read, exchange, file, tag)
                refusals += [result] if isinstance(result, Refusal) else result.refusals
                imports += [] if isinstance(result, Refusal) else [(tag, result)]
    changed = [result for _, result in imports if result.after and result.after != result.before]
    if not dry_run:
        for result in changed:
            _write(docs, result)
        again = reread(read, *(result.path for result in changed))
        _confirm(docs, again, KeptTexts(read.store), lock, imports)
    _tell(changed, refusals, messages, form)
    return 1 if refusals else 0


def _po_files(paths: tuple[Path, ...]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            found = sorted(path.rglob(f"*{_SUFFIX}"))
            if not found:
                raise UsageError("the folder holds no PO files", where=str(path), help="name what `export` wrote")
            yield from found
        else:
            yield path


def _import(read: Docs, exchange: Exchange, file: PoPage, language: str) -> PageImport | Refusal:
    found = exchange.page(file.page)
    if found is None:
        return Refusal(str(file.path), 1, file.page, NO_PAGE)
    if language in found.sides:
        return import_page(read.tree.root, found, file, language)
    return new_page(read, found, file, language)


def _write(docs: Path, result: PageImport) -> None:
    if result.before is not None:
        write_fixed(docs, FixedFile(result.path, result.before, result.after, (), "utf-8"))
        return
    path = docs / result.path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as new:
            new.write(result.after)
    except OSError as error:
        raise UsageError(f"cannot write the file: {error.strerror}", where=str(path)) from None


def _confirm(
    docs: Path, read: Docs, kept: KeptTexts, lock: TranslationLock | None, imports: list[tuple[str, PageImport]]
) -> None:
    """Record what translators finished; nothing where nobody began to confirm."""
    if lock is None or not any(result.looked_at for _, result in imports):
        return
    pages = page_units(read)
    for language, result in imports:
        units = pages.get(result.page)
        # Of a page that nobody confirmed, a few blocks say nothing: the rest would look like work.
        if units is None or not result.looked_at or (result.page not in lock.pages and result.before is not None):
            continue
        only = None if result.before is None else {result.page: result.looked_at}
        lock = confirmed(lock, {result.page: units}, [language], against=result.originals, only=only).lock
        kept.remember(docs, units.paths.values())
    write_file(docs / NAME, lock_text(lock))


def _tell(changed: list[PageImport], refusals: list[Refusal], messages: Messages, form: str) -> None:
    if form == "json":
        data = {
            "pages": [{"path": result.path, "texts": result.taken, "new": result.before is None} for result in changed],
            "refused": [
                {
                    "path": refusal.path,
                    "line": refusal.line,
                    "entry": refusal.context,
                    "reason": messages.format(refusal.reason, **refusal.arguments),
                }
                for refusal in refusals
            ],
        }
        click.echo(as_json(data))
        return
    for refusal in refusals:
        reason = messages.format(refusal.reason, **refusal.arguments)
        click.echo(f"{refusal.path}:{refusal.line}: {refusal.context}: {reason}")
    click.echo(
        messages.format(
            N_("{texts} texts of {pages} pages taken, {refused} refused"),
            texts=sum(result.taken for result in changed),
            pages=len(changed),
            refused=len(refusals),
        )
    )
