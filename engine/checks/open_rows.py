"""Table rows without a closing pipe, in tables whose other rows have one."""

from collections.abc import Sequence

import msgspec

from engine.checks.once import once
from engine.checks.portions import in_portions
from engine.model.spans import Span
from engine.pages.blocks import Page, Table
from engine.pages.walking import each_block
from engine.rules import Docs


class OpenRows(msgspec.Struct, frozen=True):
    """The places of such rows."""

    spans: tuple[Span, ...]


@once
def open_rows(docs: Docs) -> tuple[Span, ...]:
    """The place of every such row. A table that closes no row at all is written so on purpose."""
    return tuple(sorted({span for portion in in_portions(docs, OpenRows, _of_pages) for span in portion.spans}))


def _of_pages(pages: Sequence[Page]) -> OpenRows:
    found: list[Span] = []
    for page in pages:
        for block in each_block(page.blocks):
            if isinstance(block, Table):
                rows = (block.header, *block.rows)
                if any(row.closed for row in rows):
                    found += (row.span for row in rows if not row.closed)
    return OpenRows(tuple(found))
