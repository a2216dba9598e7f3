"""The tokens that a pattern can begin with: at most places of a text most patterns are passed over by one look."""

from collections.abc import Mapping, Sequence

import msgspec

from engine.grammar import pattern as p
from engine.grammar.lexicon import Lexicon
from engine.grammar.tokens import Token


class Beginnings(msgspec.Struct, frozen=True):
    """What one pattern can begin with, as token keys."""

    words: frozenset[str] = frozenset()
    """The first tokens of its words and names."""
    names: frozenset[str] = frozenset()
    """Those of its names, before which an article may stand."""
    articles: frozenset[str] = frozenset()

    def fit(self, tokens: Sequence[Token], position: int) -> bool:
        """Whether the pattern may stand at a position, where there is a token."""
        key = tokens[position].key
        if key in self.words:
            return True
        return key in self.articles and position + 1 < len(tokens) and tokens[position + 1].key in self.names


class Openings(msgspec.Struct, frozen=True):
    """Of many patterns, those that can begin at a place."""

    by_word: dict[str, tuple[int, ...]]
    """Token -> the numbers of the patterns that can begin with it."""
    by_name: dict[str, tuple[int, ...]]
    """The same for tokens that stand behind an article."""
    articles: frozenset[str]

    def at(self, tokens: Sequence[Token], position: int) -> Sequence[int]:
        """The numbers of the patterns that may stand at a position, in order."""
        if position >= len(tokens):
            return ()
        key = tokens[position].key
        found = self.by_word.get(key, ())
        if key in self.articles and position + 1 < len(tokens):
            named = self.by_name.get(tokens[position + 1].key)
            if named is not None:
                return sorted({*found, *named})
        return found


def openings(each: Sequence[Beginnings]) -> Openings:
    """What tells by one look which patterns can begin at a place.

    Args:
        each: what each of them can begin with.
    """
    by_word: dict[str, list[int]] = {}
    by_name: dict[str, list[int]] = {}
    for number, one in enumerate(each):
        for word in one.words:
            by_word.setdefault(word, []).append(number)
        for name in one.names if one.articles else ():
            by_name.setdefault(name, []).append(number)
    return Openings(
        {word: tuple(numbers) for word, numbers in by_word.items()},
        {name: tuple(numbers) for name, numbers in by_name.items()},
        frozenset().union(*(one.articles for one in each)),
    )


def beginnings(tree: p.Sequence, lexicon: Lexicon, slot_kinds: Mapping[str, str]) -> Beginnings:
    """What a pattern of names and words can begin with.

    Args:
        tree: the pattern. Its slots hold names, with or without an article.
        lexicon: the names of the language.
        slot_kinds: slot -> the kind of its names.
    """
    found, _ = _of_parts(tree.parts, lexicon, slot_kinds)
    return Beginnings(found.words, found.names, lexicon.articles if found.names else frozenset())


def _of_parts(parts: Sequence[p.Node], lexicon: Lexicon, slot_kinds: Mapping[str, str]) -> tuple[Beginnings, bool]:
    """What parts can begin with, and whether they can be absent."""
    found = Beginnings()
    for part in parts:
        first, absent = _of(part, lexicon, slot_kinds)
        found = _either(found, first)
        if not absent:
            return found, False
    return found, True


def _of(node: p.Node, lexicon: Lexicon, slot_kinds: Mapping[str, str]) -> tuple[Beginnings, bool]:
    match node:
        case p.Literal(keys=keys):
            return Beginnings(frozenset(keys[:1])), not keys
        case p.Slot(name=name):
            names = lexicon.first_words(slot_kinds[name])
            return Beginnings(names, names), False
        case p.Choice(options=options):
            found, optional = Beginnings(), False
            for option in options:
                first, absent = _of_parts(option.parts, lexicon, slot_kinds)
                found, optional = _either(found, first), optional or absent
            return found, optional
        case p.Optional(body=body):
            return _of_parts(body.parts, lexicon, slot_kinds)[0], True
        case p.Sequence(parts=parts):
            return _of_parts(parts, lexicon, slot_kinds)


def _either(one: Beginnings, other: Beginnings) -> Beginnings:
    return Beginnings(one.words | other.words, one.names | other.names)
