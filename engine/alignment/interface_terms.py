"""Interface terms: texts in bold that languages set in bold at the same places, again and again."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from engine.alignment.leaves import INCLUDE, ITEM, PARAGRAPH, ROW, STEP, Leaf
from engine.alignment.records import Alignment
from engine.alignment.texts import joined_leaves
from engine.model.spans import Span
from engine.pages.blocks import Text

_SEEN = 2
"""On so many pages must two terms stand for each other before they are known to."""
_TEXTS = (PARAGRAPH, ITEM, STEP, ROW)


class Emphasis(msgspec.Struct, frozen=True):
    """A text in bold."""

    term: str
    """Without case, spaces and stops at its ends."""
    text: Text
    start: int
    end: int

    @property
    def visible(self) -> str:
        """The text as it shows."""
        return self.text.visible[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.text.span(self.start, self.end)


class Emphases(msgspec.Struct, frozen=True):
    """What leaves that correspond set in bold."""

    column: int
    by_page: dict[int, tuple[Emphasis, ...]]


class KnownTerms:
    """Which terms of two languages stand for each other, learned from the pages themselves."""

    def __init__(self, pages: Iterable[tuple[Alignment, Iterable[Emphases]]]) -> None:
        """Learn from leaves that set equally many texts in bold: the first stands for the first."""
        self._names: dict[tuple[str, str, str], Counter[str]] = {}
        for alignment, found in pages:
            for language, term, other, theirs in {pair for each in found for pair in _pairs(alignment, each)}:
                self._names.setdefault((language, term, other), Counter())[theirs] += 1

    def known(self, language: str, term: str, other: str) -> bool:
        """Whether it is known what a term is called in another language."""
        return any(count >= _SEEN for count in self._names.get((language, term, other), Counter()).values())

    def names(self, language: str, term: str, other: str) -> frozenset[str]:
        """Everything that ever stood for a term in another language."""
        return frozenset(self._names.get((language, term, other), ()))


def emphases(alignment: Alignment) -> Iterator[Emphases]:
    """What is set in bold, wherever leaves of several languages correspond and one of them has something in bold."""
    joined = joined_leaves(alignment)
    for number, column in enumerate(alignment.columns):
        if any(member in joined for member in enumerate(column)):
            continue
        members = {page: leaf for page, leaf in alignment.leaves(number) if leaf.kind in _TEXTS}
        if len(members) < 2 or any(box.kind == INCLUDE for leaf in members.values() for box in leaf.boxes):
            continue
        bold = {page: tuple(_bold(leaf)) for page, leaf in members.items()}
        if any(bold.values()):
            yield Emphases(number, bold)


def _bold(leaf: Leaf) -> Iterator[Emphasis]:
    for text in leaf.texts:
        for mark in text.marks:
            visible = text.visible[mark.start : mark.end]
            # What introduces the rest of its text is no name of something on the screen.
            if mark.kind == "strong" and visible and ":" not in (visible[-1], text.visible[mark.end : mark.end + 1]):
                yield Emphasis(folded(visible), text, mark.start, mark.end)


def folded(visible: str) -> str:
    """A term as it is compared."""
    return " ".join(visible.casefold().split()).strip(" .:,;")


def _pairs(alignment: Alignment, each: Emphases) -> Iterator[tuple[str, str, str, str]]:
    for page, mine in each.by_page.items():
        for other, theirs in each.by_page.items():
            if page != other and len(mine) == len(theirs):
                languages = alignment.pages[page].language, alignment.pages[other].language
                for one, two in zip(mine, theirs, strict=True):
                    yield languages[0], one.term, languages[1], two.term
