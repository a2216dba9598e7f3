"""The tables in the HTML of a block, each beside the block that it was made of."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from engine.pages.blocks import AnyBlock, Table
from engine.pages.descent import tables_in

_TABLE = re.compile(r"<table>\n<thead>\n.*?</table>\n", re.DOTALL)
_ROW = re.compile(r"<tr>\n(.*?)</tr>\n", re.DOTALL)
_CELL = re.compile(r'<t[dh](?: style="[^"]*")?>(.*?)</t[dh]>\n', re.DOTALL)


class TableSource(NamedTuple):
    """A table with its HTML, which is unsanitised."""

    table: Table
    html: str
    cells: tuple[tuple[str, ...], ...]
    """The HTML in each cell, row by row, from the header on."""


def table_sources(block: AnyBlock) -> list[TableSource]:
    """The tables of a top-level block; none where an author's own HTML looks so much alike that it is unclear."""
    tables = list(tables_in((block,)))
    sources = _TABLE.findall(block.html) if tables else []
    if len(sources) != len(tables):
        return []
    found = [
        TableSource(table, source, tuple(tuple(_CELL.findall(row)) for row in _ROW.findall(source)))
        for table, source in zip(tables, sources, strict=True)
    ]
    return [source for source in found if _fits(source.table, source.cells)]


def _fits(table: Table, cells: Sequence[Sequence[str]]) -> bool:
    return [len(row) for row in cells] == [len(row.cells) for row in (table.header, *table.rows)]
