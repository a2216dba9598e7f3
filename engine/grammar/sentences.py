"""Where sentences end."""

import functools
import re
from collections.abc import Sequence

from engine.grammar.tokens import keys

ENDS = frozenset(key for mark in ".!?…" for key in keys(mark))
"""The marks that end sentences, as token keys."""

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[^\s])")
_LAST_WORD = re.compile(r"(\S+)$")


def split_sentences(text: str, abbreviations: Sequence[str] = ()) -> tuple[tuple[int, int], ...]:
    """The (start, end) of every sentence of a text, in characters, without surrounding space.

    A stop ends a sentence when a space and anything but a small letter follow, and when the word before
    it is no abbreviation of the language.

    INVARIANT: the tokens of the sentences, one after the other, have the keys of the tokens of the text.
    """
    known = _folded(tuple(abbreviations))
    bounds: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    for found in _END.finditer(text):
        if text[found.end()].islower():
            continue
        word = _LAST_WORD.search(text, start, found.start() + 1)
        if word and word[1].casefold().lstrip("(") in known:
            continue
        bounds.append((start, start + len(text[start : found.end()].rstrip())))
        start = found.end()
    if text[start:].strip():
        bounds.append((start, len(text.rstrip())))
    return tuple(bounds)


@functools.lru_cache(maxsize=64)
def _folded(abbreviations: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.casefold() for word in abbreviations)
