"""Negation: a sentence says the opposite, in the words that the language's `locale.toml` lists."""

import itertools
from collections.abc import Iterator
from random import Random

from engine.change.mutation.cutting import bounds, is_plain, replaced
from engine.change.mutation.edits import Edit
from engine.change.mutation.kinds.names import mentions, rule_sentences
from engine.change.mutation.manuscript import Leaf, Manuscript
from engine.change.mutation.records import Change
from engine.grammar.tokens import keys, tokenize
from engine.localedata.vocabulary import KINDS

_FEWEST_WORDS = 3
"""Words of the shortest text that can be negated: less is a name or a number."""


def rule_negated(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """A sentence that states a rule got a negation, or lost its own."""
    words = [word for word in manuscript.grammar.locale.words("negation") if len(keys(word)) == 1]
    for leaf, start, end in rule_sentences(manuscript):
        change = _lost(manuscript, leaf, start, end, words) or _got(manuscript, leaf, start, end, words, random)
        if change:
            yield change


def _lost(manuscript: Manuscript, leaf: Leaf, start: int, end: int, words: list[str]) -> Change | None:
    negations = {keys(word)[0] for word in words}
    for token in tokenize(leaf.text.visible):
        if start < token.start < end and token.key in negations and leaf.text.visible[token.start - 1] == " ":
            edit = replaced(manuscript.file, leaf.text, token.start - 1, token.end, "")
            if edit:
                return Change(leaf.text.span(start, end), (edit,))
    return None


def _got(manuscript: Manuscript, leaf: Leaf, start: int, end: int, words: list[str], random: Random) -> Change | None:
    """A negation between two words, neither within a name nor at its edge where markup stands."""
    visible = leaf.text.visible
    tokens = [token for token in tokenize(visible) if start <= token.start < end]
    names = list(mentions(manuscript.grammar, KINDS, tokens))
    places = [
        token.end
        for token, following in itertools.pairwise(tokens)
        if following.start == token.end + 1
        and visible[token.end] == " "
        and is_plain(manuscript.file, leaf.text, token.start, following.end)
        and not any(name.start < token.end < name.end for name in names)
    ]
    if not words or not places or len(tokens) < _FEWEST_WORDS:
        return None
    place = random.choice(places)
    offset, _ = bounds(manuscript.file, leaf.text.span(place, place + 1))
    return Change(leaf.text.span(start, end), (Edit(offset, offset, f" {words[0]}"),))
