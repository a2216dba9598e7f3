"""The blocks inside of blocks."""

from collections.abc import Iterator, Sequence

from engine.pages.blocks import Alert, AnyBlock, Include, List, Quote, Table, Tabs


def parts_of(block: AnyBlock) -> Iterator[Sequence[AnyBlock]]:
    """The runs of blocks that stand directly in a block: one per list item or tab, one of a box or include."""
    match block:
        case Alert() | Quote() | Include():
            yield block.blocks
        case List():
            for item in block.items:
                yield item.blocks
        case Tabs():
            for tab in block.tabs:
                yield tab.blocks
        case _:
            pass


def tables_in(blocks: Sequence[AnyBlock]) -> Iterator[Table]:
    """Every table among blocks, however deep it stands, in order of the page."""
    for block in blocks:
        if isinstance(block, Table):
            yield block
        for part in parts_of(block):
            yield from tables_in(part)
