"""Table rows without a closing pipe, in tables whose other rows have one."""

from engine.checks.once import once
from engine.model.spans import Span
from engine.pages.blocks import Table
from engine.pages.walking import each_block
from engine.rules import Docs


@once
def open_rows(docs: Docs) -> tuple[Span, ...]:
    """The place of every such row. A table that closes no row at all is written so on purpose."""
    found: set[Span] = set()
    for page in docs.tree.pages:
        for block in each_block(page.blocks):
            if isinstance(block, Table):
                rows = (block.header, *block.rows)
                if any(row.closed for row in rows):
                    found.update(row.span for row in rows if not row.closed)
    return tuple(sorted(found))
