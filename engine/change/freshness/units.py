"""The blocks of pages that correspond, each with its signature in every language that has it."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from engine.alignment import AlignablePage, Alignment, align, page_groups
from engine.alignment.leaves import CODE, HEADING, INCLUDE, ROW, TAB, Leaf
from engine.alignment.quantities import quantities
from engine.alignment.records import AlignedPage
from engine.alignment.traits import Reader
from engine.cache import digest
from engine.change.freshness.signature import Signature
from engine.checks.per_group import per_group
from engine.grammar import split_sentences
from engine.grammar.tokens import tokenize
from engine.localedata.vocabulary import HOLDABLE
from engine.model.rules import Describes
from engine.model.spans import Span
from engine.model.statements import Statement
from engine.pages.blocks import Text
from engine.pages.workers import Progress
from engine.rules import Docs
from engine.rules.canonical import canonical_json

_DIGITS = 8
"""Hexadecimal digits of a digest: they are compared within one block only."""
_NAMED = (*HOLDABLE, "plan", "capability", "feature")
"""Kinds of ids that rows are about; of one name for two kinds, the first counts."""
_WHOLE = (HEADING, TAB)
"""Kinds of blocks that are one sentence."""


class Part(msgspec.Struct, frozen=True):
    """A sentence of a block."""

    cell: int
    """Which cell of a row; 0 in any other block."""
    digest: str
    text: str
    span: Span


class Said(msgspec.Struct, frozen=True):
    """A block as one language says it."""

    span: Span
    visible: str
    parts: tuple[Part, ...]
    signature: Signature
    places: tuple[tuple[str, int, int], ...] = ()
    """File, line and column where each of its texts begins to show: of a row one per cell."""


class Unit(msgspec.Struct, frozen=True):
    """One block in every language that has it."""

    kind: str
    """`heading`, `paragraph`, `item`, `step`, `row`, `header`, `code`, `include`, `tab` or `figure`."""
    name: str
    """The id of the vocabulary that a row is about; empty where there is none."""
    said: dict[str, Said]
    """By language tag."""


class PageUnits(msgspec.Struct, frozen=True):
    """The blocks of one page, or of one included file."""

    paths: dict[str, str]
    """Language tag -> the file, relative to the docs folder."""
    units: tuple[Unit, ...]
    """In order of reading."""


def page_units(docs: Docs, progress: Progress | None = None) -> dict[str, PageUnits]:
    """The blocks of every page that several languages have, by the page's path below the folder of its language.

    Args:
        docs: what was read.
        progress: told (pages compared, pages in all).
    """
    groups = {group.name: group for group in page_groups(docs.tree.pages)}
    stated = {reading.path: reading.statements for reading in docs.readings}

    def work(name: str) -> PageUnits:
        group = groups[name]
        pages = [AlignablePage(page, docs.grammars[page.language]) for page in group.pages]
        statements = [statement for path in group.files for statement in stated[path]]
        return _units(align(pages), statements)

    return per_group(docs, PageUnits, {name: group.files for name, group in groups.items()}, work, progress)


def lone_pages(docs: Docs) -> dict[str, PageUnits]:
    """The blocks of the pages that one language alone has."""
    grouped = {group.name for group in page_groups(docs.tree.pages)}
    return {
        page.key: _units(align([AlignablePage(page, docs.grammars[page.language])]), reading.statements)
        for page, reading in zip(docs.tree.pages, docs.readings, strict=True)
        if page.key not in grouped and page.redirect is None
    }


def said_on(page: AlignablePage, leaves: Sequence[Leaf], statements: Sequence[Statement]) -> tuple[Said, ...]:
    """The leaves of one page that is looked at alone."""
    reader = Reader(page.page, page.grammar, frozenset((page.page.language.lower(), page.page.folder.lower())))
    aligned = AlignedPage(page.page, page.grammar, tuple(leaves), reader, 0.0)
    by_line = _by_line(statements)
    return tuple(_said(aligned, leaf, by_line) for leaf in leaves)


def _units(alignment: Alignment, statements: Sequence[Statement]) -> PageUnits:
    by_line = _by_line(statements)
    known: dict[tuple[int, int], Said] = {}
    units: list[Unit] = []
    for column in range(len(alignment.columns)):
        members = list(alignment.leaves(column))
        said: dict[str, Said] = {}
        for page, leaf in members:
            place = (page, alignment.columns[column][page])
            if place not in known:
                known[place] = _said(alignment.pages[page], leaf, by_line)
            said[alignment.pages[page].language] = known[place]
        leaf = members[0][1]
        names = {_name(alignment.pages[page], one) for page, one in members}
        units.append(Unit(leaf.kind, names.pop() if len(names) == 1 else "", said))
    return PageUnits({page.language: page.page.path for page in alignment.pages}, tuple(units))


def _name(page: AlignedPage, leaf: Leaf) -> str:
    """The id that the first cell of a row names."""
    if leaf.kind != ROW:
        return ""
    tokens = tokenize(leaf.texts[0].visible)
    return next((id for kind in _NAMED for id in page.grammar.lexicon.whole(kind, tokens)), "")


_Lines = Mapping[tuple[str, int], Sequence[Statement]]


def _by_line(statements: Sequence[Statement]) -> _Lines:
    """What is stated on each line of each file. Remarks decide nothing and do not count."""
    found: dict[tuple[str, int], list[Statement]] = {}
    for statement in statements:
        if not isinstance(statement.rule, Describes):
            for line in range(statement.span.line, statement.span.end_line + 1):
                found.setdefault((statement.span.path, line), []).append(statement)
    return found


def _said(page: AlignedPage, leaf: Leaf, by_line: _Lines) -> Said:
    parts = tuple(_parts(page, leaf))
    words = "|".join(
        "+".join(part.digest for part in parts if part.cell == cell) for cell in range(max(1, len(leaf.texts)))
    )
    span = leaf.span
    rules = {s.rule for line in range(span.line, span.end_line + 1) for s in by_line.get((span.path, line), ())}
    stated = [quantity for text in leaf.texts for quantity in quantities(text.visible, page.language)]
    values = sorted(f"{q.kind} {q.unit} {sorted(map(str, q.values))}" for q in stated)
    signature = Signature(
        words, _short(canonical_json(rules)) if rules else "", _short("\n".join(values)) if values else ""
    )
    places = tuple((text.pieces[0].path, text.span().line, text.span().column) for text in leaf.texts)
    return Said(span, leaf.visible or leaf.content, parts, signature, places)


def _parts(page: AlignedPage, leaf: Leaf) -> Iterator[Part]:
    if leaf.kind in (CODE, INCLUDE):
        said = leaf.content if leaf.kind == CODE else page.reader.address(leaf.content)
        yield Part(0, _short(said), said, leaf.span)
        return
    for cell, text in enumerate(leaf.texts):
        whole = leaf.kind in _WHOLE or not text.visible
        abbreviations = page.grammar.locale.words("abbreviations")
        bounds = ((0, len(text.visible)),) if whole else split_sentences(text.visible, abbreviations)
        for start, end in bounds:
            if start < end or text.marks:
                said = _words(page.reader, text, start, end)
                yield Part(cell, _short(said), text.visible[start:end], text.span(start, end))


def _words(reader: Reader, text: Text, start: int, end: int) -> str:
    """The words of a sentence and where its links lead. Emphasis, line breaks and composition are no words."""
    words = unicodedata.normalize("NFC", " ".join(text.visible[start:end].split()))
    targets = [
        f"{mark.kind} {reader.address(mark.target)}"
        for mark in text.marks
        if mark.target is not None and start <= mark.start <= mark.end <= end
    ]
    return "\n".join((words, *targets))


def _short(text: str | bytes) -> str:
    return digest(text)[:_DIGITS]
