"""Which words of two languages stand for each other, learnt from the texts of a tree that correspond.

A word and its translation occur in the same texts again and again (Melamed 2000: models of translational equivalence
among words). Only the first letters of a word count, so that its inflected forms are one.
"""

import functools
import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?::\d+)?")
_SHORTEST = 3
_STEM = 7
"""Letters of a word that count."""
_SEEN = 3
"""In so many texts must a word occur before anything is known of it."""
_EVERYWHERE = 0.08
"""Words in more than this share of all texts say nothing of a text."""
_LIFT = 5.0
"""So many times more often than by chance must two words occur together,"""
_TOGETHER = 0.3
"""and in this share of their texts (the geometric mean of both shares)."""
_ASKED = 150
"""So many texts of a word tell enough of it."""

Stems = AbstractSet[str]


def stems(visible: str) -> frozenset[str]:
    """The words of a text as they are compared: their first letters, and its numbers."""
    found = _WORD.findall(visible.lower())
    return frozenset(word[:_STEM] for word in found if len(word) >= _SHORTEST or word.isdigit())


class TextGroup(NamedTuple):
    """What the languages of one page say."""

    languages: Sequence[str]
    texts: Sequence[Sequence[str]]
    """Column by column the stems of what each language says, joined by spaces; empty where one has nothing."""


class _Telling(NamedTuple):
    """The words of a text that tell something, as they are looked for in texts of another language."""

    words: tuple[tuple[str, float, Mapping[str, float]], ...]
    """(stem, its weight, its partners), in alphabetical order."""
    reach: Stems
    """All partners: a text without any of them says nothing of this one."""


class Lexicon:
    """What corresponding texts tell of some words of several languages."""

    def __init__(self, groups: Iterable[TextGroup], wanted: Stems) -> None:
        """
        Args:
            groups: the texts of all pages.
            wanted: the stems that will be asked about; of others nothing is known.
        """
        # One object for each stem: counting then stays in the processor's cache.
        known = {stem: stem for stem in wanted}
        self._texts: list[dict[str, tuple[str, ...]]] = []
        self._places: dict[str, dict[str, list[int]]] = {}
        for languages, columns in groups:
            places = [self._places.setdefault(language, defaultdict(list)) for language in languages]
            for texts in columns:
                if sum(map(bool, texts)) < 2:
                    continue
                number = len(self._texts)
                own: dict[str, tuple[str, ...]] = {}
                for language, there, text in zip(languages, places, texts, strict=True):
                    if text:
                        own[language] = found = tuple([known[stem] for stem in text.split() if stem in known])
                        for stem in found:
                            there[stem].append(number)
                self._texts.append(own)
        self._partners: dict[tuple[str, str, str], Mapping[str, float]] = {}
        self._telling: dict[tuple[str, Stems, str], _Telling] = {}

    @property
    def texts(self) -> int:
        """How many texts it was learnt from: those that at least two languages have."""
        return len(self._texts)

    def weight(self, language: str, stem: str) -> float:
        """How much a word says of a text that it stands in: nothing where it stands everywhere."""
        seen = self._seen(language, stem)
        if seen > _SEEN and seen > _EVERYWHERE * len(self._texts):
            return 0.0
        return math.log(1 + len(self._texts) / max(seen, _SEEN))

    def partners(self, language: str, stem: str, other: str) -> Mapping[str, float]:
        """The words of another language that may stand for a word: how often they do, from 0 to 1."""
        key = language, stem, other
        if key not in self._partners:
            self._partners[key] = {**self._learnt(*key), stem: 1.0}
        return self._partners[key]

    def _seen(self, language: str, stem: str) -> int:
        """In how many texts a word stands."""
        return len(self._places.get(language, {}).get(stem, ()))

    def _learnt(self, language: str, stem: str, other: str) -> dict[str, float]:
        places = self._places.get(language, {}).get(stem, [])
        if len(places) < _SEEN or not self.weight(language, stem):
            return {}
        every = -(-len(places) // _ASKED)
        texts = (self._texts[number].get(other, ()) for number in places[::every])
        together = Counter(itertools.chain.from_iterable(texts))
        # A word has no fewer texts than it shares with another: fewer than these never make the share.
        least = max(_SEEN, _TOGETHER**2 * len(places)) / every
        found: dict[str, float] = {}
        for their, some in together.items():
            if some < least:
                continue
            seen, both = self._seen(other, their), some * every
            if both * len(self._texts) >= _LIFT * len(places) * seen > 0:
                share = both / math.sqrt(len(places) * seen)
                if share >= _TOGETHER:
                    found[their] = min(1.0, share)
        return found

    def said(self, language: str, text: Stems, other: str, there: Stems, beside: Stems = frozenset()) -> float:
        """The share of what a text says that a text of another language says too.

        Args:
            language: of the text.
            text: the stems of what may be said.
            other: the other language.
            there: the stems of what that one says.
            beside: the stems of what the first language says there, if anything: what they explain tells nothing.
        """
        telling = self._told_by(language, frozenset(text), other)
        if telling.reach.isdisjoint(there):
            return 0.0
        total = covered = 0.0
        for stem, weight, partners in telling.words:
            if stem in beside:
                continue
            total += weight
            common = partners.keys() & there
            if common and any(self._is_best(language, other, their, partners[their], beside) for their in common):
                covered += weight
        return covered / total if total else 0.0

    def _told_by(self, language: str, text: Stems, other: str) -> _Telling:
        key = language, text, other
        if key not in self._telling:
            weighed = ((stem, self.weight(language, stem)) for stem in sorted(text))
            words = tuple((stem, weight, self.partners(language, stem, other)) for stem, weight in weighed if weight)
            self._telling[key] = _Telling(words, frozenset().union(*(partners for _, _, partners in words)))
        return self._telling[key]

    def _is_best(self, language: str, other: str, their: str, likeness: float, beside: Stems) -> bool:
        """Whether no word beside one stands for the same as well as that does."""
        if not beside:
            return True
        if their in beside:
            return False
        back = self.partners(other, their, language)
        return all(back[each] < likeness for each in back.keys() & beside)


@functools.lru_cache(maxsize=4096)
def split(text: str) -> frozenset[str]:
    """The stems of a text that are joined by spaces."""
    return frozenset(text.split())
