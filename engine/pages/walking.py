"""Every block and every text of a page, in order of reading, whatever it is nested in."""

from collections.abc import Iterable, Iterator

from engine.pages.blocks import Alert, AnyBlock, Heading, Include, List, Paragraph, Quote, Table, Tabs, Text


def each_block(blocks: Iterable[AnyBlock]) -> Iterator[AnyBlock]:
    """The blocks and those inside of them, each container before its content. Included blocks name their own file."""
    for block in blocks:
        yield block
        match block:
            case List():
                for item in block.items:
                    yield from each_block(item.blocks)
            case Alert() | Quote() | Include():
                yield from each_block(block.blocks)
            case Tabs():
                for tab in block.tabs:
                    yield from each_block(tab.blocks)
            case _:
                pass


def each_text(blocks: Iterable[AnyBlock]) -> Iterator[Text]:
    """The texts of the blocks: headings, paragraphs, the cells of tables with their headers, titles of tabs."""
    for block in each_block(blocks):
        match block:
            case Heading() | Paragraph():
                yield block.text
            case Table():
                for row in (block.header, *block.rows):
                    yield from row.cells
            case Tabs():
                yield from (tab.title for tab in block.tabs)
            case _:
                pass
