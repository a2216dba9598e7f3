"""Short names that stand at the same place in several languages, and what each language usually calls a thing.

Pages whose blocks have the same shapes are compared place by place; where shapes differ, nothing is compared. Names
are headings and table cells of few words (`LABEL`), and a bold text that is the only one of its sentence (`BOLD`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from engine.checks.once import once
from engine.checks.portions import in_portions
from engine.model.spans import Span
from engine.pages.blocks import Code, Heading, List, Page, Paragraph, Table, Tabs, Text
from engine.pages.walking import each_block
from engine.rules import Docs

LABEL = "label"
BOLD = "bold"
_WORDS = 3
"""Words of the longest name."""
_LONGEST = 60
"""Characters of the longest name."""
_LETTERS = 3
"""Letters of the shortest name: shorter words are prepositions and the like, and mean many things."""
_ENOUGH = 3
"""Places that show what a language usually calls a thing."""
_USUAL = 0.6
"""Share of the places at which a language uses its usual name."""
_ENDING = 4
"""Letters of an ending: inflected forms differ within them."""
_SOFT_HYPHEN = "\u00ad"
_PUNCTUATION = " .:;,…"


class Name(NamedTuple):
    """A name and where it stands."""

    kind: str
    text: str
    span: Span


Place = dict[str, Name]
"""Language -> the name that it has at one place of a page."""


class Usage:
    """What one language calls the things of another."""

    def __init__(self, names: Mapping[str, Counter[str]]) -> None:
        """
        Args:
            names: name in the other language -> names in this one, with the number of places.
        """
        self.names = tuple(names)
        self._usual: dict[str, str] = {}
        for name, found in names.items():
            best, places = found.most_common(1)[0]
            if places >= max(_ENOUGH, _USUAL * found.total()):
                self._usual[name] = best

    def usual(self, name: str) -> str | None:
        """What this language usually calls what the other calls `name`; None where it has no habit."""
        return self._usual.get(name)

    def usual_names(self) -> frozenset[str]:
        """Every name that is what something is usually called."""
        return frozenset(self._usual.values())


class Named(msgspec.Struct, frozen=True):
    """The names of some topics."""

    of: dict[str, tuple[Place, ...]]
    """By topic."""


def aligned_texts(docs: Docs) -> Iterator[dict[str, Text]]:
    """The texts at every place of the pages that have the same shape in two languages or more, by language."""
    return (texts for pages in _by_topic(docs.tree.pages).values() for texts in _aligned(pages))


def _by_topic(pages: Iterable[Page]) -> dict[str, list[Page]]:
    topics: dict[str, list[Page]] = {}
    for page in pages:
        if page.redirect is None:
            topics.setdefault(page.topic, []).append(page)
    return topics


def _aligned(pages: Sequence[Page]) -> Iterator[dict[str, Text]]:
    """The texts at every place of a page."""
    shapes: dict[tuple[object, ...], dict[str, list[Text]]] = {}
    for page in pages if len(pages) > 1 else ():
        shape, texts = _shape(page)
        shapes.setdefault(shape, {})[page.language] = texts
    for alike in shapes.values():
        if len(alike) > 1:
            yield from (dict(zip(alike, row, strict=True)) for row in zip(*alike.values(), strict=True))


@once
def places_of(docs: Docs) -> tuple[Place, ...]:
    """The names at every place where two languages or more have one, by topic."""
    named = {topic: places for portion in in_portions(docs, Named, _named) for topic, places in portion.of.items()}
    found: dict[tuple[Span, ...], Place] = {}
    for topic in _by_topic(docs.tree.pages):
        # What several pages include counts once.
        found.update((tuple(name.span for name in place.values()), place) for place in named[topic])
    return tuple(found.values())


def _named(pages: Sequence[Page]) -> Named:
    return Named({topic: tuple(_places(alike)) for topic, alike in _by_topic(pages).items()})


def _places(pages: Sequence[Page]) -> Iterator[Place]:
    for texts in _aligned(pages):
        place = _names(texts)
        # What several languages include says nothing.
        if len({name.span for name in place.values()}) > 1:
            yield place


@once
def usages(docs: Docs) -> dict[tuple[str, str], Usage]:
    """(one language, another) -> what the other calls the things of the one."""
    counted: Counter[tuple[str, str, str, str]] = Counter()
    for place in places_of(docs):
        counted.update(
            (one, other, here.text, there.text)
            for one, here in place.items()
            for other, there in place.items()
            if one != other
        )
    found: dict[tuple[str, str], dict[str, Counter[str]]] = {}
    for (one, other, name, called), places in counted.items():
        found.setdefault((one, other), {}).setdefault(name, Counter())[called] = places
    return {languages: Usage(names) for languages, names in found.items()}


def is_form_of(name: str, other: str) -> bool:
    """Whether two names look like forms of one: letter case, an ending, or one within the other."""
    one, two = name.casefold(), other.casefold()
    if one in two or two in one:
        return True
    if one[-_ENDING:] == two[-_ENDING:]:
        # Alike at both ends is no inflection but another spelling.
        return False
    common = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    return common >= 0.6 * min(len(one), len(two))


def _shape(page: Page) -> tuple[tuple[object, ...], list[Text]]:
    """What the blocks of a page are, without their words, and the texts in them."""
    shape: list[object] = []
    texts: list[Text] = []
    for block in each_block(page.blocks):
        match block:
            case Heading():
                shape.append((Heading, block.level))
                texts.append(block.text)
            case Paragraph():
                shape.append(Paragraph)
                texts.append(block.text)
            case List():
                shape.append((List, block.ordered, len(block.items)))
            case Table():
                rows = (block.header, *block.rows)
                shape.append((Table, *(len(row.cells) for row in rows)))
                texts += (cell for row in rows for cell in row.cells)
            case Tabs():
                shape.append((Tabs, len(block.tabs)))
                texts += (tab.title for tab in block.tabs)
            case Code():
                shape.append(Code)
            case _:
                shape.append(type(block))
    return tuple(shape), texts


def _names(texts: dict[str, Text]) -> Place:
    """The names at a place, if all of its texts name something in the same way."""
    found = {tag: _name(text) for tag, text in texts.items()}
    names = {tag: name for tag, name in found.items() if name is not None}
    return names if len({name.kind for name in names.values()}) == 1 else {}


def _name(text: Text) -> Name | None:
    if not text.marks:
        if len(text.visible) > _LONGEST:
            return None
        start, end, kind = 0, len(text.visible), LABEL
    else:
        strong = [mark for mark in text.marks if mark.kind == "strong"]
        if len(strong) != 1:
            return None
        start, end, kind = strong[0].start, strong[0].end, BOLD
    name = text.visible[start:end].replace(_SOFT_HYPHEN, "").strip(_PUNCTUATION)
    if not 0 < len(name.split()) <= _WORDS or sum(map(str.isalpha, name)) < _LETTERS:
        return None
    return Name(kind, name, text.span(start, end))
