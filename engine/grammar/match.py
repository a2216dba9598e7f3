"""Matching a pattern against tokens.

The matcher carries a set of states through the pattern, part by part, and never goes back: its work is
bounded by (parts of the pattern) x (positions) x (different bindings at a position), and terms are few.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

import msgspec

from engine.grammar import pattern as p
from engine.grammar.lexicon import Lexicon
from engine.grammar.lists import ListWords, list_ends
from engine.grammar.needs import Needed, NeedsReader
from engine.grammar.tokens import Token

Value: TypeAlias = str | int | tuple[str, ...] | Needed | bool

MOST_STATES = 256
"""Bound on states alive at once. Real sentences keep a handful; beyond it a sentence is hostile."""

LONGEST_THING = 60
"""Tokens of a free noun phrase."""


class State(msgspec.Struct, frozen=True):
    """Matched up to `position`, with these slots filled."""

    position: int
    bindings: tuple[tuple[str, Value], ...] = ()


class Matcher(msgspec.Struct, frozen=True):
    """What a language needs for matching: its names, list words and requirement phrases."""

    lexicon: Lexicon
    words: ListWords
    needs: NeedsReader | None
    kinds: dict[str, str]
    """Slot name -> kind of term, for slots in singular and plural."""

    def match(self, tree: p.Sequence, tokens: Sequence[Token]) -> tuple[dict[str, Value], ...]:
        """Every way in which the pattern covers all tokens, as slot -> value."""
        end = len(tokens)
        finals = (s for s in self._step(tree, {State(0)}, tokens) if self._at_end(s.position, tokens, end))
        return tuple(dict(bindings) for bindings in _unique(s.bindings for s in finals))

    def _step(self, node: p.Node, states: set[State], tokens: Sequence[Token]) -> set[State]:
        match node:
            case p.Literal(keys=keys):
                return {
                    State(after, s.bindings)
                    for s in states
                    if (after := _literal(keys, tokens, s.position)) is not None
                }
            case p.Sequence(parts=parts):
                for part in parts:
                    states = self._step(part, states, tokens)
                    if not states or len(states) > MOST_STATES:
                        return set()
                return states
            case p.Choice(options=options):
                return {found for option in options for found in self._step(option, states, tokens)}
            case p.Optional(body=body, flag=flag):
                taken = self._step(body, states, tokens)
                if flag:
                    taken = {State(s.position, (*s.bindings, (flag, True))) for s in taken}
                return states | taken
            case p.Slot():
                return {
                    State(end, (*s.bindings, (node.name, value)))
                    for s in states
                    for end, value in self._fill(node, tokens, s.position)
                }

    def _fill(self, slot: p.Slot, tokens: Sequence[Token], position: int) -> Iterator[tuple[int, Value]]:
        if slot.name == "note":
            if position < len(tokens):
                yield len(tokens), (str(tokens[position].start), str(tokens[-1].end))
        elif slot.name == "needs":
            if self.needs is not None:
                yield from self.needs.read(tokens, position)
        elif slot.name in ("thing", "clause"):
            for end in range(position + 1, min(len(tokens), position + LONGEST_THING) + 1):
                yield end, (str(tokens[position].start), str(tokens[end - 1].end))
        elif slot.name in ("number", "percent"):
            yield from _number(tokens, position, percent=slot.name == "percent")
        elif slot.join:
            yield from list_ends(self.lexicon, self.kinds[slot.name], tokens, position, self.words, slot.join)
        else:
            yield from self.lexicon.names(self.kinds[slot.name], tokens, position)

    @staticmethod
    def _at_end(position: int, tokens: Sequence[Token], end: int) -> bool:
        return all(token.key in ".:," for token in tokens[position:end])


_GROUPED = re.compile(r"\d{1,3}([.,]\d{3})+")
"""A whole number with its thousands set apart, in any notation."""


def _number(tokens: Sequence[Token], position: int, *, percent: bool) -> Iterator[tuple[int, int]]:
    """A whole number in digits, its thousands set apart or not, and the sign of per cent where one is wanted."""
    if position >= len(tokens):
        return
    digits = tokens[position].key
    if _GROUPED.fullmatch(digits):
        digits = re.sub(r"\D", "", digits)
    if not (digits.isascii() and digits.isdigit()):
        return
    after = position + 1
    while len(tokens[position].key) <= 3 and after < len(tokens) and re.fullmatch(r"[0-9]{3}", tokens[after].key):
        digits += tokens[after].key
        after += 1
    if not percent:
        yield after, int(digits)
    elif after < len(tokens) and tokens[after].key == "%":
        yield after + 1, int(digits)


def _literal(keys: tuple[str, ...], tokens: Sequence[Token], position: int) -> int | None:
    """The position after the words; a comma may stand or lack where a writer may set one."""
    for key in keys:
        if key == "," or (key in ".:" and position >= len(tokens)):
            if position < len(tokens) and tokens[position].key == key:
                position += 1
            continue
        if position < len(tokens) and tokens[position].key == "," and key.isalnum():
            position += 1
        if position >= len(tokens) or not _same(tokens[position].key, key):
            return None
        position += 1
    return position


def _same(key: str, wanted: str) -> bool:
    """Whether a token is the one wanted. The stop and the colon both end a sentence, before a list the latter."""
    return key == wanted or (key in ".:" and wanted in ".:")


def _unique(items: Iterator[tuple[tuple[str, Value], ...]]) -> list[tuple[tuple[str, Value], ...]]:
    return list(dict.fromkeys(items))
