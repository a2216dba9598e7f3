"""A page -> the statements it makes, and what of its rules cannot be read."""

from collections.abc import Callable, Sequence

from engine.grammar import Grammar
from engine.grammar.parse import may_match
from engine.model.spans import Span
from engine.pages.blocks import Alert, AnyBlock, Heading, Include, Item, List, Page, Paragraph, Quote, Table, Tabs
from engine.rules.collector import Collector
from engine.rules.features import FeatureHolder
from engine.rules.front_matter import FrontMatterKeys, read_front_matter
from engine.rules.lists import (
    introduces,
    is_metered,
    is_products,
    item_text,
    read_combinations,
    read_features,
    read_metered,
    read_products,
)
from engine.rules.page_reading import PageReading, Section
from engine.rules.plan_tables import read_plan_table
from engine.rules.requirements import read_badge, read_introduced_list, read_item, read_sentences
from engine.rules.scenarios import opens_scenarios, read_scenarios
from engine.rules.tables import header_columns, licence_columns, read_licence_table, section_of


def from_page(
    page: Page, grammar: Grammar, quote: Callable[[Span], str], settings: FrontMatterKeys | None = None
) -> PageReading:
    """Read the rules of a page.

    Args:
        page: the page.
        grammar: the grammar of its language.
        quote: gives the source text of a span.
        settings: which front matter keys state availability.
    """
    collector = Collector(page, grammar, quote)
    if page.redirect is None:
        collector.market = _market(collector, page)
        read_front_matter(collector, settings or FrontMatterKeys())
        _Walk(collector).blocks(page.blocks)
    return collector.reading()


def _market(collector: Collector, page: Page) -> str | None:
    """The market whose name is the page's title."""
    ids = collector.grammar.lexicon.named("market", page.title)
    return ids[0] if len(ids) == 1 else None


class _Walk:
    """Goes through the blocks in order, knowing the section that each stands in."""

    def __init__(self, collector: Collector) -> None:
        self.collector = collector
        self.open: list[tuple[int, Section | None]] = []
        self.examples = 0
        """Level of the heading over examples that stands around this place; 0 for none."""
        self.features = FeatureHolder(collector)

    def blocks(self, blocks: Sequence[AnyBlock]) -> None:
        taken: AnyBlock | None = None
        for number, block in enumerate(blocks, 1):
            if block is taken:
                continue
            if isinstance(block, Paragraph) and number < len(blocks):
                following = blocks[number]
                if isinstance(following, List) and self.introduced(block, following):
                    taken = following
                    continue
            if isinstance(block, List) and (holder := self.features.holder) is not None:
                read_features(self.collector, block, holder)
                continue
            self.features.read(block)
            self.block(block)

    def introduced(self, block: Paragraph, items: List) -> bool:
        """State a list together with the paragraph that introduces it. False when it introduces no rules."""
        if not may_match(self.collector.grammar, block.text.visible, "introduction"):
            return False
        if read_introduced_list(self.collector, block.text, items):
            return True
        if introduces(self.collector, block.text, "products"):
            read_products(self.collector, items, self.section)
            return True
        if introduces(self.collector, block.text, "metered"):
            read_metered(self.collector, items)
            return True
        return False

    def block(self, block: AnyBlock) -> None:
        match block:
            case Paragraph():
                read_sentences(self.collector, block.text)
            case List():
                self.list(block)
            case Heading():
                self.heading(block)
            case Table():
                self.table(block)
            case Alert() | Quote() | Include():
                self.blocks(block.blocks)
            case Tabs():
                for tab in block.tabs:
                    self.blocks(tab.blocks)
            case _:
                pass

    def heading(self, block: Heading) -> None:
        self.collector.anchor = block.anchors[0] if block.anchors else block.anchor
        while self.open and self.open[-1][0] >= block.level:
            self.open.pop()
        visible = block.text.visible
        is_told = may_match(self.collector.grammar, visible, "heading")
        if not self.examples or block.level <= self.examples:
            self.examples = block.level if is_told and opens_scenarios(self.collector, visible) else 0
        section = section_of(self.collector, visible) if is_told else None
        self.open.append((block.level, section))
        if section is not None:
            self.collector.open_section(section, block.span)
        elif not read_badge(self.collector, block.text):
            read_sentences(self.collector, block.text)

    def table(self, block: Table) -> None:
        if self.examples:
            read_scenarios(self.collector, block)
            return
        columns = licence_columns(self.collector, block)
        # A table elsewhere that ends with a column of licences lists something else.
        if columns is not None and (self.section or columns.licence < columns.description):
            read_licence_table(self.collector, block, columns, self.section)
        elif not read_plan_table(self.collector, block):
            licences = header_columns(self.collector, block).get("licence")
            for row in block.rows:
                for index, cell in enumerate(row.cells):
                    if not read_item(self.collector, cell, bare=index == licences):
                        read_sentences(self.collector, cell)

    def list(self, block: List) -> None:
        """State a list that nothing introduces, by what its items name."""
        if read_combinations(self.collector, block):
            return
        if self.section is not None and is_products(self.collector, block):
            read_products(self.collector, block, self.section)
        elif is_metered(self.collector, block):
            read_metered(self.collector, block)
        else:
            for item in block.items:
                self.item(item)

    def item(self, item: Item) -> None:
        text = item_text(item)
        if text is not None and read_item(self.collector, text):
            self.blocks(item.blocks[1:])
        else:
            self.blocks(item.blocks)

    @property
    def section(self) -> Section | None:
        """The innermost licence section around this place."""
        return next((section for _, section in reversed(self.open) if section is not None), None)
