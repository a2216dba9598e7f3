"""What an alignment is made of."""

from collections.abc import Callable, Iterator

import msgspec

from engine.alignment.leaves import Leaf
from engine.alignment.traits import Reader
from engine.grammar import Grammar
from engine.model.spans import Span
from engine.pages.blocks import Page

NONE = -1
"""In a column: the language has nothing there."""


class AlignablePage(msgspec.Struct, frozen=True):
    """A page with the grammar of its language."""

    page: Page
    grammar: Grammar


class AlignedPage(msgspec.Struct, frozen=True):
    """One of the pages, as leaves."""

    page: Page
    grammar: Grammar
    leaves: tuple[Leaf, ...]
    reader: Reader
    size: float
    """Logarithm of how long its texts are, to compare with the others'."""

    @property
    def language(self) -> str:
        """The language tag."""
        return self.page.language


class Move(msgspec.Struct, frozen=True):
    """Leaves that say the same in different sections."""

    column: int
    other: int


class Alignment(msgspec.Struct, frozen=True):
    """The pages of one key, by language tag, and what corresponds in them."""

    key: str
    pages: tuple[AlignedPage, ...]
    columns: tuple[tuple[int, ...], ...]
    """Per column the number of the leaf in each page, or `NONE`; in order of reading.

    A leaf that another language says in two stands in both columns.
    """
    moves: tuple[Move, ...]
    ratios: tuple[tuple[float, ...], ...]
    """[page][other page]: logarithm of how much longer the other's texts usually are."""
    quote: Callable[[Span], str]
    """The source text of a span."""

    def leaf(self, column: int, page: int) -> Leaf | None:
        """The leaf of a page in a column."""
        index = self.columns[column][page]
        return None if index == NONE else self.pages[page].leaves[index]

    def leaves(self, column: int) -> Iterator[tuple[int, Leaf]]:
        """(page, leaf) of a column, where there is one."""
        for page, index in enumerate(self.columns[column]):
            if index != NONE:
                yield page, self.pages[page].leaves[index]
