"""What can be compared of a leaf without understanding its language."""

import re
import unicodedata

import msgspec

from engine.alignment.addresses import neutral_address
from engine.alignment.leaves import ALERT, CODE, INCLUDE, PARAGRAPH, Leaf
from engine.grammar import Grammar
from engine.grammar.tokens import tokenize
from engine.localedata.vocabulary import HOLDABLE
from engine.pages.blocks import Page, Text

_NUMBER = re.compile(r"\d+(?:[.,:'’\u00a0\u202f ]\d+)*")
_NOT_DIGIT = re.compile(r"\D+")
_NOT_WORD = re.compile(r"[\W_]+")
_NAME = re.compile(r"\b(?:[A-Z][A-Z0-9]+|\w*[a-z][A-Z]\w*|\w+(?:[._]\w+)+)\b")
_COMBINING = re.compile("[\u0300-\u036f]")
_GRAM = 4

_WEIGHTS = {"link": 2.0, "image": 3.0, "code": 2.0, "include": 3.0, "number": 1.0, "id": 2.0, "word": 0.7, "name": 1.0}
"""How much it says that two leaves share an anchor of a kind."""


_PRODUCTS = (*HOLDABLE, "capability", "feature")
"""Kinds of ids that name something of the product; the names of others are words that stand everywhere."""


class Traits(msgspec.Struct, frozen=True):
    """The anchors, the length and the letters of a leaf."""

    kind: str
    length: int
    anchors: dict[str, float]
    """Neutral anchor -> its weight."""
    grams: frozenset[str]
    """The runs of four letters: related languages share many where they say the same."""
    emphasised: int = 0
    """How many words or names are set in bold."""
    level: int = 0
    """Of a heading its level, of an item the depth of its list."""
    boxed: bool = False
    """Whether it stands in an alert."""
    first_id: str = ""
    """The id that the first cell of a row names."""


class Reader:
    """Computes traits of the leaves of one page, each once."""

    def __init__(self, page: Page, grammar: Grammar, languages: frozenset[str]) -> None:
        self._page = page
        self._grammar = grammar
        self._languages = languages
        self._known: dict[int, Traits] = {}

    def address(self, target: str | None) -> str:
        """The neutral form of a target on this page."""
        return neutral_address(self._page.path, self._page.folder, target or "", self._languages)

    def targets(self, leaf: Leaf) -> tuple[tuple[str, str], ...]:
        """(kind, neutral address) of every link, image and include of a leaf."""
        found = [
            (mark.kind, self.address(mark.target))
            for text in leaf.texts
            for mark in text.marks
            if mark.target is not None
        ]
        if leaf.kind == INCLUDE:
            found.append(("include", self.address(leaf.content)))
        return tuple(sorted(found))

    def traits(self, leaf: Leaf) -> Traits:
        """The traits of a leaf of this page."""
        known = self._known.get(id(leaf))
        if known is None:
            known = self._known[id(leaf)] = self._read(leaf)
        return known

    def _read(self, leaf: Leaf) -> Traits:
        boxed = leaf.box(ALERT) is not None
        if leaf.kind in (CODE, INCLUDE):
            visible = leaf.content if leaf.kind == CODE else ""
            targets = {f"{kind} {address}": _WEIGHTS[kind] for kind, address in self.targets(leaf)}
            return Traits(leaf.kind, length_of(visible), {**_spelled(visible), **targets}, letters(visible))
        if len(leaf.texts) == 1:
            return msgspec.structs.replace(
                self.traits_of_text(leaf.texts[0]), kind=leaf.kind, level=leaf.level, boxed=boxed
            )
        cells = [self.whole_text(text) for text in leaf.texts]
        anchors: dict[str, float] = {}
        for cell in cells:
            anchors.update(cell.anchors)
        first_id = self._whole(leaf.texts[0].visible)
        emphasised = sum(cell.emphasised for cell in cells)
        return Traits(
            leaf.kind, length_of(leaf.visible), anchors, letters(leaf.visible), emphasised, leaf.level, boxed, first_id
        )

    def whole_text(self, text: Text) -> Traits:
        """The traits of all of a text of this page."""
        known = self._known.get(id(text))
        if known is None:
            known = self._known[id(text)] = self.traits_of_text(text)
        return known

    def traits_of_text(self, text: Text, start: int = 0, end: int | None = None) -> Traits:
        """The traits of a stretch of a text."""
        end = len(text.visible) if end is None else end
        visible = text.visible[start:end]
        anchors = _spelled(visible)
        emphasised = 0
        for mark in text.marks:
            if start <= mark.start and mark.end <= end:
                if mark.kind == "strong":
                    emphasised += 1
                elif mark.kind == "code":
                    anchors[f"code {text.visible[mark.start : mark.end]}"] = _WEIGHTS["code"]
                elif mark.target is not None and (address := self.address(mark.target)) != "#":
                    anchors[f"{mark.kind} {address}"] = _WEIGHTS[mark.kind]
        for name in self._grammar.lexicon.every_name(tokenize(visible)):
            kind = name.partition(" ")[0]
            anchors[f"id {name}"] = _WEIGHTS["id" if kind in _PRODUCTS else "word"]
        return Traits(PARAGRAPH, length_of(visible), anchors, letters(visible), emphasised)

    def _whole(self, visible: str) -> str:
        tokens = tokenize(visible)
        ids = [f"{kind} {id}" for kind in (*HOLDABLE, "capability") for id in self._grammar.lexicon.whole(kind, tokens)]
        return ids[0] if len(ids) == 1 else ""


def length_of(visible: str) -> int:
    """How many characters a reader sees, however they are composed."""
    return len(visible) if visible.isascii() else len(unicodedata.normalize("NFC", visible))


def _spelled(visible: str) -> dict[str, float]:
    """The numbers, and the names that no language translates."""
    anchors = {f"number {_NOT_DIGIT.sub('', found)}": _WEIGHTS["number"] for found in _NUMBER.findall(visible)}
    anchors.update((f"name {found}", _WEIGHTS["name"]) for found in _NAME.findall(visible))
    return anchors


def letters(visible: str) -> frozenset[str]:
    """The runs of four letters of a text, without case and accents, word bounds included."""
    text = visible.lower()
    if not text.isascii():
        text = _COMBINING.sub("", unicodedata.normalize("NFKD", text))
    text = f" {_NOT_WORD.sub(' ', text).strip()} "
    return frozenset(text[i : i + _GRAM] for i in range(len(text) - _GRAM + 1))
