"""A page -> the statements it makes, and what of its rules cannot be read."""

import itertools
from collections.abc import Callable, Sequence

from engine.grammar import Grammar
from engine.model.spans import Span
from engine.pages.blocks import Alert, AnyBlock, Heading, Include, List, Page, Paragraph, Quote, Table
from engine.rules.collector import Collector, Section
from engine.rules.requirements import read_introduced_list, read_sentences
from engine.rules.tables import licence_columns, read_licence_table, section_of


def from_page(page: Page, grammar: Grammar, quote: Callable[[Span], str]) -> Collector:
    """Read the rules of a page.

    Args:
        page: the page.
        grammar: the grammar of its language.
        quote: gives the source text of a span.
    """
    collector = Collector(page, grammar, quote)
    if page.redirect is None:
        _Walk(collector).blocks(page.blocks)
    return collector


class _Walk:
    """Goes through the blocks in order, knowing the section that each stands in."""

    def __init__(self, collector: Collector) -> None:
        self.collector = collector
        self.open: list[tuple[int, Section | None]] = []

    def blocks(self, blocks: Sequence[AnyBlock]) -> None:
        introduced: AnyBlock | None = None
        for block, following in itertools.zip_longest(blocks, blocks[1:]):
            if block is introduced:
                continue
            if (
                isinstance(block, Paragraph)
                and isinstance(following, List)
                and read_introduced_list(self.collector, block.text, following)
            ):
                introduced = following
                continue
            self.block(block)

    def block(self, block: AnyBlock) -> None:
        match block:
            case Heading():
                while self.open and self.open[-1][0] >= block.level:
                    self.open.pop()
                section = section_of(self.collector, block.text.visible)
                self.open.append((block.level, section))
                if section is not None:
                    self.collector.sections.append((section, block.span))
            case Table():
                columns = licence_columns(self.collector, block)
                if columns is not None:
                    read_licence_table(self.collector, block, columns, self.section)
            case Paragraph():
                read_sentences(self.collector, block)
            case List():
                for item in block.items:
                    self.blocks(item.blocks)
            case Alert() | Quote() | Include():
                self.blocks(block.blocks)
            case _:
                pass

    @property
    def section(self) -> Section | None:
        """The innermost licence section around this place."""
        return next((section for _, section in reversed(self.open) if section is not None), None)
