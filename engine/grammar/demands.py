"""What a text must hold for a pattern to match it: most patterns are passed over by that, before anything is tried."""

import functools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import msgspec

from engine.grammar import pattern as p
from engine.grammar.lexicon import Lexicon
from engine.grammar.tokens import words

Demand: TypeAlias = frozenset[str]
"""Token keys of which a text must hold one."""


class Demands(msgspec.Struct, frozen=True):
    """What one pattern demands: a token of each of these."""

    of: tuple[Demand, ...]

    @property
    def together(self) -> tuple[tuple[str, ...], ...]:
        """Token keys: a text that meets the demands holds all of one of these."""
        certain = tuple(key for demand in self.of if len(demand) == 1 for key in demand)
        if certain or not self.of:
            return (certain,)
        return tuple((key,) for key in sorted(self.of[0]))

    def met_by(self, present: Collection[str]) -> bool:
        """Whether a text may match, by the keys of its tokens."""
        for demand in self.of:  # noqa: SIM110 (asked so often that a generator is felt)
            if demand.isdisjoint(present):
                return False
        return True


class Triggers(msgspec.Struct, frozen=True):
    """Which of many patterns may match, by one look at the words of a text."""

    by_word: dict[str, tuple[int, ...]]
    """Word -> the numbers of patterns, none of which matches without one of its words."""
    always: tuple[int, ...]
    """The patterns that may match whatever the words are."""
    words: frozenset[str]
    """Those of `by_word`."""

    def of(self, present: Collection[str]) -> Sequence[int]:
        """The numbers of the patterns that may match a text, by its `words`; in order."""
        if self.words.isdisjoint(present):
            return self.always
        found = set(self.always)
        for word in self.words.intersection(present):
            found.update(self.by_word[word])
        return sorted(found)


def triggers(demands: Sequence[Demands]) -> Triggers:
    """What to look for: of each pattern the demand that is met most seldom.

    Args:
        demands: of each pattern.
    """
    by_word: dict[str, list[int]] = {}
    always: list[int] = []
    known: dict[Demand, frozenset[str] | None] = {demand: one_of((demand,)) for each in demands for demand in each.of}
    rarities = {some: sum(2.0 ** -len(word) for word in some) for some in known.values() if some is not None}
    for number, each in enumerate(demands):
        told = [found for demand in each.of if (found := known[demand]) is not None]
        if not told:
            always.append(number)
            continue
        # Long words are rarer than short ones, and one is rarer than many.
        for word in min(told, key=rarities.__getitem__):
            by_word.setdefault(word, []).append(number)
    return Triggers({word: tuple(numbers) for word, numbers in by_word.items()}, tuple(always), frozenset(by_word))


def one_of(demands: Iterable[Demand]) -> frozenset[str] | None:
    """The `words` of which a text holds one if it holds any of these tokens; None where a token has no word."""
    found = {_longest_word(key) for demand in demands for key in demand}
    return None if "" in found else frozenset(found)


@functools.lru_cache(maxsize=8192)
def _longest_word(key: str) -> str:
    return max(sorted(words(key)), key=len, default="")


class Demanding:
    """Tells the demands of the patterns of one language."""

    def __init__(self, lexicon: Lexicon, phrases: Sequence[p.Sequence], slot_kinds: Mapping[str, str]) -> None:
        """
        Args:
            lexicon: the names of the language.
            phrases: the patterns of what may be needed.
            slot_kinds: slot -> the kind of its names.
        """
        self._lexicon = lexicon
        self._slot_kinds = slot_kinds
        self._needs = _any_of([list(self._parts(phrase)) for phrase in phrases])

    def of(self, tree: p.Sequence) -> Demands:
        """The demands of a pattern, the most selective ones first."""
        return Demands(tuple(sorted(dict.fromkeys(self._parts(tree)), key=len)))

    def _parts(self, node: p.Node) -> Iterator[Demand]:
        match node:
            case p.Literal(keys=words):
                yield from (frozenset((word,)) for word in words if word.isalnum())
            case p.Sequence(parts=parts):
                for part in parts:
                    yield from self._parts(part)
            case p.Choice(options=options):
                yield from _any_of([list(self._parts(option)) for option in options])
            case p.Slot(name="needs"):
                yield from self._needs
            case p.Slot(name=name) if name in self._slot_kinds:
                yield self._lexicon.first_words(self._slot_kinds[name])
            case _:
                pass


def _any_of(options: Sequence[Sequence[Demand]]) -> list[Demand]:
    """What is demanded when one of several options must match."""
    if not options or not all(options):
        return []
    common = [demand for demand in options[0] if all(demand in other for other in options)]
    return [*common, frozenset().union(*(min(option, key=len) for option in options))]
