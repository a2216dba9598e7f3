"""What a translator wrote in a PO file -> the page with these texts, and the reasons where a text cannot be taken."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from engine.change.exchange.edits import Edit, applied, as_source
from engine.change.exchange.entries import Entry, Side
from engine.change.exchange.front_texts import FrontText
from engine.change.exchange.insertions import fits, insertion
from engine.change.exchange.pages import PageExchange
from engine.change.exchange.passages import Passage
from engine.change.exchange.placeholders import LostError, in_language, written_back
from engine.change.exchange.po_file import PoEntry, PoPage
from engine.change.exchange.shape import Range, is_same_but, shape_of
from engine.change.mutation.filetext import FileText, read_file_text
from engine.findings.codes import N_
from engine.grammar import Grammar

CHANGED = N_("the page changed since the export: export it anew")
ORIGINAL_CHANGED = N_("the text that it translates changed since the export: export it anew")
GONE = N_("no block has this id: the page or its original changed since the export")
FUZZY = N_("it is still marked fuzzy")
LOST = N_("placeholders are lost or not known: {placeholders}")
ONE_LINE = N_("the text must stay on one line, and none of its lines may be empty")
STRUCTURE = N_("with this text the page would have other blocks than before")
NO_PAGE = N_("there is no such page to translate")
BY_HAND = N_("write this block into the page by hand: where it belongs is not certain")


class Refusal(msgspec.Struct, frozen=True):
    """A text that was not taken over."""

    path: str
    """The PO file."""
    line: int
    context: str
    reason: str
    """The message, in English."""
    arguments: dict[str, str] = {}


class PageImport(msgspec.Struct, frozen=True):
    """What a PO file makes of a page. Nothing is written."""

    page: str
    path: str
    """The file, relative to the docs folder."""
    before: bytes | None
    """None for a page that is new."""
    after: bytes
    """Empty for a page that is not made."""
    taken: int
    """Texts that were taken over."""
    looked_at: tuple[str, ...]
    """Ids of the blocks whose translation is confirmed by this."""
    originals: tuple[str, ...]
    refusals: tuple[Refusal, ...]


def import_page(root: Path, found: PageExchange, po: PoPage, language: str) -> PageImport:
    """Put the texts of a PO file into the page that it was exported from.

    Args:
        root: the docs folder.
        found: the page as it is.
        po: the file.
        language: the tag of the translation.
    """
    file = read_file_text(root, found.path)
    side = found.sides[language]
    assert file is not None  # noqa: S101 - it was decoded just now
    current = {entry.context: entry for entry in found.entries}
    refusals: list[Refusal] = []
    edits: list[Edit] = []
    lacking: dict[int, dict[int, tuple[Entry, str]]] = {}
    written: dict[str, PoEntry] = {}
    for each in po.entries:
        entry = current.get(each.context)
        if entry is None:
            if each.translation:
                refusals.append(refusal(po, each, GONE if po.digest == found.digest else CHANGED))
            continue
        written[each.context] = each
        if not each.translation or (entry.translation and each.translation == entry.translation.text):
            continue
        result = _edit(file, found, po, each, entry, side.writer.grammar)
        if isinstance(result, Refusal):
            refusals.append(result)
        elif isinstance(result, str):
            lacking.setdefault(entry.unit, {})[entry.cell] = entry, result
        else:
            edits.append(result)
    kept = _that_keep_the_page(root, side, file, edits)
    more = 0
    refusals += [refusal(po, written[e.entry.context], STRUCTURE) for e in edits if e.entry and e not in kept]
    for new, entries in _insertions(root, found, file, language, lacking, kept):
        if new is None:
            refusals += [refusal(po, written[entry.context], BY_HAND) for entry in entries]
        else:
            kept.append(new)
            more += len(entries) - 1
    text = applied(file.text, kept)
    refused = {refusal.context for refusal in refusals}
    looked_at = tuple(_looked_at(found, written, refused, {edit.entry.block for edit in kept if edit.entry}))
    return PageImport(
        found.page,
        found.path,
        file.encoded(),
        file.with_text(text).encoded(),
        len(kept) + more,
        looked_at,
        po.originals,
        tuple(sorted(refusals, key=lambda refusal: refusal.line)),
    )


def refusal(po: PoPage, entry: PoEntry, reason: str, **arguments: str) -> Refusal:
    """A text of a PO file that cannot be taken, and why."""
    return Refusal(str(po.path), entry.line, entry.context, reason, arguments)


def _edit(
    file: FileText, found: PageExchange, po: PoPage, each: PoEntry, entry: Entry, grammar: Grammar
) -> Edit | Refusal | str:
    """The edit that a translation makes; for a block that the page lacks, only its source text."""
    if each.is_fuzzy:
        return refusal(po, each, FUZZY)
    if po.digest != found.digest:
        return refusal(po, each, CHANGED)
    if each.original != entry.original.text:
        return refusal(po, each, ORIGINAL_CHANGED)
    try:
        text = source_text(each.translation, entry, grammar)
    except LostError as error:
        return refusal(po, each, LOST, placeholders=", ".join(map(str, error.args)))
    if entry.place is None:
        return text
    if isinstance(entry.place, FrontText):
        start = file.offset(entry.place.line, entry.place.start + 1)
        return Edit(start, start + entry.place.end - entry.place.start, entry.place.source(text), entry)
    new = entry.place.source(text)
    if new is None:
        return refusal(po, each, ONE_LINE)
    start, end = file.offset(*entry.place.first), file.offset(*entry.place.last)
    # An empty cell has no space to keep the text from its pipe.
    return Edit(start, end, new if entry.place.written else f"{new} ", entry)


def source_text(translation: str, entry: Entry, grammar: Grammar) -> str:
    """The source text of a translation.

    Raises:
        LostError: placeholders are missing, or are not known.
    """
    needed = (entry.original, entry.translation) if entry.translation else (entry.original,)

    def restore(name: str) -> str | None:
        lock = entry.meanings.get(name)
        return None if lock is None else in_language(lock, grammar)

    if entry.translation is None:
        needed = (msgspec.structs.replace(entry.original, locks={}),)
    return written_back(translation, needed, restore)


def _insertions(
    root: Path,
    found: PageExchange,
    file: FileText,
    language: str,
    lacking: Mapping[int, Mapping[int, tuple[Entry, str]]],
    edits: Sequence[Edit],
) -> Iterator[tuple[Edit | None, list[Entry]]]:
    """For each block that the page lacks, the edit that puts it in; None where its place is not certain."""
    done = list(edits)
    for unit, texts in sorted(lacking.items()):
        entries = [entry for entry, _ in texts.values()]
        whole = [entry for entry in found.entries if entry.unit == unit]
        original = read_file_text(root, found.sides[entries[0].of].source.path)
        new = insertion(found, language, file, original, texts) if original and len(whole) == len(texts) else None
        if new is not None and not fits(root, found, found.sides[language], file, done, new):
            new = None
        if new is not None:
            done.append(new)
        yield new, entries


def _that_keep_the_page(root: Path, side: Side, file: FileText, edits: Sequence[Edit]) -> list[Edit]:
    """The edits that leave the page its blocks: all at once, else one after the other."""
    if not edits:
        return []
    before = shape_of(root, side.source, side.writer.folder, side.language)

    def keep(some: Sequence[Edit], text: str) -> bool:
        source = as_source(side.source.path, file, text)
        places = [edit.entry.place for edit in some if edit.entry]
        ranges: list[Range] = [(place.first, place.last) for place in places if isinstance(place, Passage)]
        keys = [place.key for place in places if isinstance(place, FrontText)]
        return is_same_but(before, shape_of(root, source, side.writer.folder, side.language), ranges, keys)

    if keep(edits, applied(file.text, edits)):
        return list(edits)
    kept: list[Edit] = []
    for edit in edits:
        if keep([*kept, edit], applied(file.text, [*kept, edit])):
            kept.append(edit)
    return kept


def _looked_at(found: PageExchange, written: dict[str, PoEntry], refused: set[str], changed: set[str]) -> Iterator[str]:
    """The blocks that the translator finished: changed ones, and those that others had changed."""
    blocks: dict[str, list[Entry]] = {}
    for entry in found.entries:
        if entry.block:
            blocks.setdefault(entry.block, []).append(entry)
    for block, entries in blocks.items():
        if block not in changed and not any(entry.is_behind for entry in entries):
            continue
        texts = [written.get(entry.context) for entry in entries]
        if all(
            each is not None
            and each.translation
            and not each.is_fuzzy
            and each.original == entry.original.text
            and each.context not in refused
            for each, entry in zip(texts, entries, strict=True)
        ):
            yield block
