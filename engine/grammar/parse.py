"""Sentence -> abstract rules."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from engine.grammar.compile import CompiledEntry, Grammar
from engine.grammar.needs import Needed
from engine.grammar.tokens import Token, tokenize
from engine.localedata.vocabulary import HOLDABLE
from engine.model.rules import AnyRule

LONGEST = 1000
"""Tokens beyond which a text is no sentence and is not tried."""


class Match(msgspec.Struct, frozen=True):
    """A pattern that covers a sentence: its meaning, the slots and the free remainder."""

    entry: CompiledEntry
    line: int
    """Line of the pattern in `grammar.toml`."""
    values: dict[str, object]
    note: str | None = None


class Reading(msgspec.Struct, frozen=True):
    """One way to understand a sentence."""

    rules: tuple[AnyRule, ...]
    pattern: str
    """Meaning and line of the pattern: `cell.grants:12`."""
    notes: tuple[str, ...] = ()


def parse(grammar: Grammar, text: str, form: str, subject: str = "") -> tuple[Reading, ...]:
    """Every different reading of a sentence: none means unread, several mean ambiguous. Never raises.

    Args:
        text: visible text of one sentence.
        form: how it appears: `cell`, `sentence` or `introduction`.
        subject: the licence of its row, for a cell.
    """
    found: dict[frozenset[AnyRule], Reading] = {}
    for match in matches(grammar, text, form):
        build = match.entry.meaning.build
        if build is None:
            continue
        rules = build(match.values, subject)
        reading = Reading(rules, f"{match.entry.meaning.id}:{match.line}", (match.note,) if match.note else ())
        known = found.get(frozenset(rules))
        if known is None or len(reading.notes) < len(known.notes):
            found[frozenset(rules)] = reading
    return tuple(found.values())


def matches(grammar: Grammar, text: str, form: str) -> Iterator[Match]:
    """Every pattern of a form that covers the text."""
    tokens = tokenize(text)
    if not tokens or len(tokens) > LONGEST:
        return
    present = {token.key for token in tokens}
    for entry in grammar.entries.get(form, ()):
        for pattern in entry.read:
            if not pattern.demands <= present:
                continue
            for values in grammar.matcher.match(pattern.tree, tokens):
                note = _note(grammar, text, tokens, values)
                if not isinstance(note, bool):
                    yield Match(entry, pattern.source.line, {**values}, note)


def parse_needs(grammar: Grammar, text: str) -> Needed | None:
    """A requirement phrase that stands alone, as a list item does; None when it is none, or says two things."""
    tokens = tokenize(text)
    needs = grammar.matcher.needs
    if needs is None or len(tokens) > LONGEST:
        return None
    readings = needs.read(tokens, 0)
    found = {needed for end, needed in readings if all(token.key in ".,;" for token in tokens[end:])}
    return found.pop() if len(found) == 1 else None


def _note(grammar: Grammar, text: str, tokens: Sequence[Token], values: Mapping[str, object]) -> str | bool | None:
    """The free remainder of a match; False when it could carry meaning, so that the match does not count."""
    bounds = values.get("note")
    if bounds is None:
        return None
    start, end = (int(bound) for bound in bounds)  # type: ignore[attr-defined]
    rest = [token for token in tokens if token.start >= start]
    if any(token.key[0].isdigit() for token in rest):
        return False
    for guard in grammar.guards:
        if any(tuple(t.key for t in rest[i : i + len(guard)]) == guard for i in range(len(rest))):
            return False
    if grammar.lexicon.mentions((*HOLDABLE, "capability", "channel"), rest):
        return False
    return text[start:end].rstrip(" .")
