"""A page that a language lacks, made of the page it is translated from and a translator's texts."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from engine.change.exchange.edits import Edit, applied
from engine.change.exchange.entries import Entry, Side
from engine.change.exchange.front_texts import FrontText
from engine.change.exchange.importing import (
    FUZZY,
    GONE,
    LOST,
    ONE_LINE,
    ORIGINAL_CHANGED,
    STRUCTURE,
    PageImport,
    Refusal,
    refusal,
    source_text,
)
from engine.change.exchange.pages import PageExchange
from engine.change.exchange.placeholders import LostError
from engine.change.exchange.po_file import PoEntry, PoPage
from engine.change.exchange.shape import is_same_but, shape_of
from engine.change.mutation.filetext import FileText, read_file_text
from engine.checks.uids import language_position, uid_of, uid_parts
from engine.findings.codes import N_
from engine.grammar import Grammar
from engine.pages.read import same_language
from engine.pages.source import decode
from engine.rules import Docs

UNTRANSLATED = N_("it is not translated yet: the page is made when all of it is")
_LABEL = re.compile(r"(language\s*:\s*[\"']?)([\w-]+)")
_UID = re.compile(r"(uid\s*:\s*[\"']?)([^\s\"']+)")


def new_page(docs: Docs, found: PageExchange, po: PoPage, language: str) -> PageImport:
    """Make the page, when all of its texts are translated.

    Args:
        docs: what was read.
        found: the page as the other languages have it.
        po: the translator's file.
        language: the tag of the translation.
    """
    root = docs.tree.root
    side = _side(found)
    file = read_file_text(root, side.source.path)
    assert file is not None  # noqa: S101 - it was decoded just now
    written = {each.context: each for each in po.entries}
    refusals: list[Refusal] = [
        refusal(po, each, GONE)
        for each in po.entries
        if each.translation and each.context not in {entry.context for entry in found.entries}
    ]
    edits: list[Edit] = []
    if any(each.translation for each in po.entries):
        for entry in found.entries:
            result = _edit(file, po, written.get(entry.context), entry, docs.grammars[language])
            (refusals if isinstance(result, Refusal) else edits).append(result)  # type: ignore[arg-type]
    made = b""
    if edits and not refusals:
        text = applied(file.text, [*edits, *_labels(docs, side, file, found.path, language)])
        if _is_page_of(root, found.path, side, file, text, language):
            made = file.with_text(text).encoded()
        else:
            refusals.append(Refusal(str(po.path), 1, found.page, STRUCTURE))
    blocks = tuple(dict.fromkeys(entry.block for entry in found.entries if entry.block))
    return PageImport(
        found.page, found.path, None, made, len(edits) if made else 0, blocks if made else (), po.originals,
        tuple(sorted(refusals, key=lambda each: each.line)),
    )  # fmt: skip


def _side(found: PageExchange) -> Side:
    """The file that the new one is made like: the one that the first text was taken from."""
    return found.sides[found.entries[0].of] if found.entries else next(iter(found.sides.values()))


def _edit(file: FileText, po: PoPage, each: PoEntry | None, entry: Entry, grammar: Grammar) -> Edit | Refusal:
    if each is None or not each.translation:
        line = each.line if each else 1
        return Refusal(str(po.path), line, entry.context, UNTRANSLATED)
    if each.is_fuzzy:
        return refusal(po, each, FUZZY)
    place = entry.source_place
    if each.original != entry.original.text or place is None:
        return refusal(po, each, ORIGINAL_CHANGED)
    try:
        text = source_text(each.translation, entry, grammar)
    except LostError as error:
        return refusal(po, each, LOST, placeholders=", ".join(map(str, error.args)))
    if isinstance(place, FrontText):
        start = file.offset(place.line, place.start + 1)
        return Edit(start, start + place.end - place.start, place.source(text), entry)
    new = place.source(text)
    if new is None:
        return refusal(po, each, ONE_LINE)
    return Edit(file.offset(*place.first), file.offset(*place.last), new, entry)


def _labels(docs: Docs, side: Side, file: FileText, path: str, language: str) -> Iterator[Edit]:
    """What front matter says of the language: its label, and the word of the uid that names it."""
    source = next((page for page in docs.tree.pages if page.path == side.source.path), None)
    if source is None:
        return
    folder = path.partition("/")[0]
    pages = [page for page in docs.tree.pages if page.redirect is None]
    usual = Counter(
        label
        for page in pages
        if page.folder == folder and isinstance(label := page.front_matter.get("language"), str)
        if same_language(label, language)
    )
    for key, pattern in (("language", _LABEL), ("uid", _UID)):
        line = source.front_matter_lines.get(key, 0)
        match = pattern.match(file.line(line))
        if match is None:
            continue
        new = usual.most_common(1)[0][0] if usual else folder
        if key == "uid":
            position = language_position(page for page in pages if uid_of(page))
            new = _uid(match[2], position, folder)
        start = file.offset(line, match.start(2) + 1)
        yield Edit(start, start + len(match[2]), new, None)


def _uid(uid: str, position: int | None, folder: str) -> str:
    parts = uid_parts(uid)
    if position is None or position >= len(parts):
        return uid
    start = sum(len(part) + 1 for part in parts[:position])
    return uid[:start] + folder + uid[start + len(parts[position]) :]


def _is_page_of(root: Path, path: str, side: Side, file: FileText, text: str, language: str) -> bool:
    """Whether the new page has the blocks of the other, whatever they say."""
    source, _ = decode(path, file.with_text(text).encoded())
    if source is None:
        return False
    before = shape_of(root, side.source, side.writer.folder, side.language)
    after = shape_of(root, source, path.partition("/")[0], language)
    everywhere = ((1, 1), (len(side.source.lines) + 1, 1))
    keys = {*before[0].front_matter, *after[0].front_matter}
    return is_same_but(before, after, [everywhere], keys)
