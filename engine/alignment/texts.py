"""Texts and cells that correspond, and their sentences."""

from collections.abc import Iterator

import msgspec

from engine.alignment.leaves import CODE, FIGURE, HEADING, INCLUDE, TAB
from engine.alignment.likeness import of_anchors, of_lengths, of_letters
from engine.alignment.records import NONE, Alignment
from engine.alignment.traits import Traits
from engine.grammar import split_sentences
from engine.model.spans import Span
from engine.pages.blocks import Text

_SURE = 1.0
"""From which likeness two texts surely say the same."""
_WITHOUT_SENTENCES = (CODE, FIGURE, HEADING, INCLUDE, TAB)


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of a text."""

    text: Text
    start: int
    end: int
    traits: Traits

    @property
    def visible(self) -> str:
        """What shows of it."""
        return self.text.visible[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.text.span(self.start, self.end)


def bounds_of(alignment: Alignment, page: int, text: Text) -> tuple[tuple[int, int], ...]:
    """The (start, end) of the sentences of a text of a page."""
    return split_sentences(text.visible, alignment.pages[page].grammar.locale.words("abbreviations"))


def sentences_of(alignment: Alignment, page: int, text: Text) -> tuple[Sentence, ...]:
    """The sentences of a text of a page."""
    reader = alignment.pages[page].reader
    return tuple(
        Sentence(text, start, end, reader.traits_of_text(text, start, end))
        for start, end in bounds_of(alignment, page, text)
    )


def surely_same(alignment: Alignment, page: int, text: Text, other: int, there: Text, *, beside: float = 0.0) -> bool:
    """Whether two texts surely say the same, numbers and emphasis apart; `beside` is what else speaks for it."""
    one = alignment.pages[page].reader.whole_text(text)
    two = alignment.pages[other].reader.whole_text(there)
    mine = {anchor: weight for anchor, weight in one.anchors.items() if not anchor.startswith("number")}
    theirs = {anchor: weight for anchor, weight in two.anchors.items() if not anchor.startswith("number")}
    said = beside + of_letters(one.grams, two.grams) + of_anchors(mine, theirs)
    return said > 0 and of_lengths(one.length, two.length, alignment.ratios[page][other]) + said > _SURE


class Corresponding(msgspec.Struct, frozen=True):
    """A text, or a cell of a row, in several languages."""

    kind: str
    """The kind of leaf in the first of them."""
    cell: int
    """Which cell of a row; 0 for any other text."""
    texts: dict[int, Text]
    """Page -> its text."""
    column: int
    """The column of the alignment."""


def corresponding_texts(alignment: Alignment) -> Iterator[Corresponding]:
    """Every text or cell that several pages have; those that are joined elsewhere are left out."""
    shared = joined_leaves(alignment)
    for number, column in enumerate(alignment.columns):
        members = [(page, leaf) for page, leaf in alignment.leaves(number) if (page, column[page]) not in shared]
        members = [(page, leaf) for page, leaf in members if not any(box.kind == INCLUDE for box in leaf.boxes)]
        if len(members) < 2 or any(leaf.kind in _WITHOUT_SENTENCES for _, leaf in members):
            continue
        widths = {len(leaf.texts) for _, leaf in members}
        if len(widths) == 1:
            for cell in range(widths.pop()):
                yield Corresponding(
                    members[0][1].kind, cell, {page: leaf.texts[cell] for page, leaf in members}, number
                )


def joined_leaves(alignment: Alignment) -> frozenset[tuple[int, int]]:
    """(page, leaf) of the leaves that stand in several columns, and of what stands beside them there."""
    seen: set[tuple[int, int]] = set()
    several: set[tuple[int, int]] = set()
    for column in alignment.columns:
        for page, leaf in enumerate(column):
            if leaf != NONE:
                (several if (page, leaf) in seen else seen).add((page, leaf))
    if not several:
        return frozenset()
    return frozenset(
        (page, leaf)
        for column in alignment.columns
        if any(member in several for member in enumerate(column))
        for page, leaf in enumerate(column)
    )
