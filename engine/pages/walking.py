"""Every block and every text of a page, in order of reading, whatever it is nested in."""

from collections.abc import Iterable

from engine.pages.blocks import Alert, AnyBlock, Heading, Include, List, Paragraph, Quote, Table, Tabs, Text


def each_block(blocks: Iterable[AnyBlock]) -> list[AnyBlock]:
    """The blocks and those inside of them, each container before its content. Included blocks name their own file."""
    found: list[AnyBlock] = []
    _gather(blocks, found)
    return found


def _gather(blocks: Iterable[AnyBlock], found: list[AnyBlock]) -> None:
    # Whole trees are walked many times: a list that grows is twice as fast as generators in generators.
    for block in blocks:
        found.append(block)
        if isinstance(block, (Paragraph, Heading)):
            continue
        if isinstance(block, List):
            for item in block.items:
                _gather(item.blocks, found)
        elif isinstance(block, (Alert, Quote, Include)):
            _gather(block.blocks, found)
        elif isinstance(block, Tabs):
            for tab in block.tabs:
                _gather(tab.blocks, found)


def each_text(blocks: Iterable[AnyBlock]) -> list[Text]:
    """The texts of the blocks: headings, paragraphs, the cells of tables with their headers, titles of tabs."""
    texts: list[Text] = []
    for block in each_block(blocks):
        if isinstance(block, (Paragraph, Heading)):
            texts.append(block.text)
        elif isinstance(block, Table):
            for row in (block.header, *block.rows):
                texts += row.cells
        elif isinstance(block, Tabs):
            texts += (tab.title for tab in block.tabs)
    return texts
