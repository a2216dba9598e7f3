"""The tokens of a GFM table -> `Table`."""

from collections.abc import Sequence

from markdown_it.token import Token

from engine.model.spans import Span
from engine.pages.blocks import Row, Table, Text
from engine.pages.content_map import empty_map, row_maps
from engine.pages.inline import Includer, read_text
from engine.pages.source import Source
from engine.pages.tracking import COLUMN, LINE


def build_table(tokens: Sequence[Token], source: Source, first: int, span: Span, include: Includer) -> Table:
    """Read the rows of one table.

    Args:
        tokens: what stands between its opening and closing token.
        source: the file.
        first: how many lines of the file stand before the text that was parsed.
        span: the span of the table.
        include: called for each include in a cell.
    Returns:
        The table. As GFM has it, every row has as many cells as the header: missing ones are empty, further
        ones are left out.
    """
    rows: list[Row] = []
    cells: list[Token] = []
    for token in tokens:
        if token.type == "tr_open":
            cells = []
        elif token.type == "inline":
            cells.append(token)
        elif token.type == "tr_close":
            rows.append(_row(cells, source, first, include))
    return Table(header=rows[0], rows=tuple(rows[1:]), span=span)


def _row(cells: Sequence[Token], source: Source, first: int, include: Includer) -> Row:
    line = first + cells[0].meta[LINE]
    column = cells[0].meta[COLUMN]
    maps = row_maps(source, line, column)
    texts: list[Text] = [
        read_text(cell, maps[index] if index < len(maps) else empty_map(source, line), include)
        for index, cell in enumerate(cells)
    ]
    written = source.lines[line].rstrip()
    return Row(
        cells=tuple(texts),
        span=Span(source.path, line + 1, column + 1, line + 1, len(written) + 1),
        closed=written.endswith("|") and not written.endswith("\\|"),
    )
