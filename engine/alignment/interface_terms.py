"""Interface terms: texts in bold that languages set in bold at the same places, again and again."""

import re
from collections.abc import Iterator

import msgspec

from engine.alignment.leaves import INCLUDE, ITEM, PARAGRAPH, ROW, STEP, Leaf
from engine.alignment.records import Alignment
from engine.alignment.texts import joined_leaves, surely_same
from engine.alignment.told import languages, quoted
from engine.findings import Related
from engine.model.spans import Span
from engine.pages.blocks import Text

_TEXTS = (PARAGRAPH, ITEM, STEP, ROW)
_BOTH = 1.0
"""What it says that both of two texts name something in bold."""
AGREEING = 3
"""So many languages that set the same in bold make it a term, whatever else is known of it."""
_ICON = re.compile(r"<(?:i|img|span|svg|Icon)\b|!\[", re.IGNORECASE)


class TermPair(msgspec.Struct, frozen=True):
    """Two terms of two languages that stand at the same place."""

    language: str
    term: str
    other: str
    their: str


class Term(msgspec.Struct, frozen=True):
    """A text in bold."""

    names: dict[str, str]
    """Language -> what stands there, as terms are compared."""
    visible: str
    """As it shows in the first of these languages."""
    place: Related


class TermGap(msgspec.Struct, frozen=True):
    """A text that sets fewer terms in bold than the same text of other languages."""

    language: str
    span: Span
    visible: str
    """As terms are compared."""
    having: tuple[str, ...]
    """The languages that set most terms in bold."""
    deviating: int
    """How many languages set fewer."""
    terms: tuple[Term, ...]
    """What they set in bold, one by one."""
    most: int
    """How many of the terms may be missing: what else is in bold, and each icon, stands for one."""


class TermUses(msgspec.Struct, frozen=True):
    """What the languages of one page say about interface terms."""

    pairs: tuple[TermPair, ...] = ()
    gaps: tuple[TermGap, ...] = ()


class _Bold(msgspec.Struct, frozen=True):
    """A text in bold, where it stands."""

    text: Text
    start: int
    end: int

    @property
    def visible(self) -> str:
        return self.text.visible[self.start : self.end]

    @property
    def span(self) -> Span:
        return self.text.span(self.start, self.end)


def term_uses(alignment: Alignment) -> TermUses:
    """The terms that stand for each other, and the texts that lack some."""
    pairs: dict[TermPair, None] = {}
    gaps: list[TermGap] = []
    joined = joined_leaves(alignment)
    for number, column in enumerate(alignment.columns):
        if any(member in joined for member in enumerate(column)):
            continue
        members = {page: leaf for page, leaf in alignment.leaves(number) if leaf.kind in _TEXTS}
        if len(members) < 2 or any(box.kind == INCLUDE for leaf in members.values() for box in leaf.boxes):
            continue
        bold = {page: tuple(_bold(leaf)) for page, leaf in members.items()}
        if any(bold.values()):
            pairs.update(dict.fromkeys(_pairs(alignment, bold)))
            gaps += _gaps(alignment, members, bold)
    return TermUses(tuple(pairs), tuple(gaps))


def _bold(leaf: Leaf) -> Iterator[_Bold]:
    for text in leaf.texts:
        for mark in text.marks:
            visible = text.visible[mark.start : mark.end]
            if mark.kind == "strong" and visible:
                yield _Bold(text, mark.start, mark.end)


def folded(visible: str) -> str:
    """A term as it is compared."""
    return " ".join(visible.casefold().split()).strip(" .:,;")


def _pairs(alignment: Alignment, bold: dict[int, tuple[_Bold, ...]]) -> Iterator[TermPair]:
    """Of texts that set equally many terms in bold: the first stands for the first."""
    for page, mine in bold.items():
        for other, theirs in bold.items():
            if page != other and len(mine) == len(theirs):
                language, their_language = languages(alignment, (page, other))
                for one, two in zip(mine, theirs, strict=True):
                    yield TermPair(language, folded(one.visible), their_language, folded(two.visible))


def _gaps(alignment: Alignment, members: dict[int, Leaf], bold: dict[int, tuple[_Bold, ...]]) -> Iterator[TermGap]:
    most = max(map(len, bold.values()))
    having = [page for page, own in bold.items() if len(own) == most]
    lacking = [page for page in bold if page not in having]
    first = having[0]
    for page in lacking:
        gap = most - len(bold[page])
        texts = zip(members[first].texts, members[page].texts, strict=False)
        beside = _BOTH if bold[page] else 0.0
        if len(having) < AGREEING and not all(
            not one.visible or surely_same(alignment, first, one, page, two, beside=beside) for one, two in texts
        ):
            continue
        # An icon stands for a term.
        gap -= len(_ICON.findall(alignment.quote(members[page].span)))
        if gap > 0:
            yield TermGap(
                alignment.pages[page].language,
                members[page].span,
                folded(members[page].visible),
                languages(alignment, having),
                len(lacking),
                tuple(_terms(alignment, having, bold)),
                gap,
            )


def _terms(alignment: Alignment, having: list[int], bold: dict[int, tuple[_Bold, ...]]) -> Iterator[Term]:
    for together in zip(*(bold[page] for page in having), strict=True):
        names = zip(languages(alignment, having), (folded(each.visible) for each in together), strict=True)
        yield Term(dict(names), together[0].visible, *quoted(alignment, [together[0].span]))
