"""Licence tables: a row defines a licence, its description says what the licence gives or is needed for."""

import msgspec

from engine.grammar import parse, split_sentences
from engine.grammar.parse import matches
from engine.grammar.tokens import tokenize
from engine.model.rules import Licence
from engine.pages.blocks import Row, Table, Text
from engine.rules.collector import Collector
from engine.rules.names import nearest_name
from engine.rules.page_reading import Columns, Section


def section_of(collector: Collector, heading: str) -> Section | None:
    """The section that a heading opens; None for any other heading."""
    for match in matches(collector.grammar, heading, "heading"):
        if match.entry.meaning.name != "section":
            continue
        return msgspec.convert(match.values, Section)
    return None


def header_columns(collector: Collector, table: Table) -> dict[str, int]:
    """Column ids of a header -> their index."""
    found: dict[str, int] = {}
    for index, cell in enumerate(table.header.cells):
        for id in collector.grammar.lexicon.named("column", cell.visible):
            found.setdefault(id, index)
    return found


def licence_columns(collector: Collector, table: Table) -> Columns | None:
    """The columns of a licence table, recognised by the terms of its header; None for any other table."""
    found = header_columns(collector, table)
    if found.keys() >= {"licence", "description"}:
        return Columns(found["licence"], found["description"])
    return None


def read_licence_table(collector: Collector, table: Table, columns: Columns, section: Section | None) -> None:
    """State what the rows of a licence table say."""
    if section is None:
        collector.unread(table.header.span, " | ".join(cell.visible for cell in table.header.cells))
    licences: list[str | None] = []
    for number, row in enumerate(table.rows):
        if len(row.cells) <= max(columns.licence, columns.description):
            collector.unread(row.span, " | ".join(cell.visible for cell in row.cells))
            licences.append(None)
            continue
        licence = _licence(collector, row, row.cells[columns.licence], section, number)
        licences.append(licence)
        if licence is not None:
            read_description(collector, row.cells[columns.description], licence)
    collector.keep_table(table, columns, section, licences)


def _licence(collector: Collector, row: Row, name: Text, section: Section | None, number: int) -> str | None:
    ids = collector.grammar.lexicon.whole("licence", tokenize(name.visible))
    if len(ids) != 1:
        if name.visible:
            suggestion = nearest_name(collector, "licence", name.visible)
            collector.name_unknown_row(section, number, name.span(), name.visible, suggestion)
        else:
            collector.unread(row.span, " | ".join(cell.visible for cell in row.cells))
        return None
    collector.name_row(section, number, ids[0])
    if section is not None:
        rule = Licence(ids[0], section.scope, section.edition, section.lifecycle)
        collector.state((rule,), name.span(), name.visible, "table.licence")
    return ids[0]


def read_description(collector: Collector, cell: Text, licence: str) -> None:
    """State what a description says: as one sentence, or sentence by sentence."""
    text = cell.visible
    if not text:
        return
    readings = parse(collector.grammar, text, "cell", licence)
    if readings:
        collector.settle(readings, cell.span(), text)
        return
    for start, end in split_sentences(text, collector.grammar.locale.words("abbreviations")):
        sentence = text[start:end]
        if not collector.settle(parse(collector.grammar, sentence, "cell", licence), cell.span(start, end), sentence):
            collector.unread(cell.span(start, end), sentence)
