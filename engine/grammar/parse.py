"""Sentence -> abstract rules."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from engine.grammar.compile import CompiledEntry, Grammar
from engine.grammar.needs import Needed
from engine.grammar.tokens import Token, tokenize, words
from engine.localedata.vocabulary import HOLDABLE
from engine.model.rules import AnyRule

LOOSE = frozenset(("thing", "clause"))
"""Slots that any words can fill."""

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
    loose: bool = False
    """Whether a part of it is free words that name a thing."""


def parse(grammar: Grammar, text: str, form: str, subject: str = "") -> tuple[Reading, ...]:
    """Every different reading of a sentence: none means unread, several mean ambiguous. Never raises.

    Args:
        grammar: of its language.
        text: visible text of one sentence.
        form: how it appears: `cell`, `sentence` or `introduction`.
        subject: the licence of its row, for a cell.
    """
    return readings_of(tuple(matches(grammar, text, form)), subject)


def readings_of(candidates: Sequence[Match], subject: str = "") -> tuple[Reading, ...]:
    """The different readings that the matches of a sentence give, as `parse` does."""
    found: dict[frozenset[AnyRule], Reading] = {}
    # Known words outrank free ones: "this feature" is no thing that happens to be called so.
    freest = min((_free(match) for match in candidates), default=0)
    for match in candidates:
        if _free(match) > freest:
            continue
        build = match.entry.meaning.build
        if build is None:
            continue
        rules = build(match.values, subject)
        notes = (match.note,) if match.note else ()
        reading = Reading(rules, f"{match.entry.meaning.id}:{match.line}", notes, bool(LOOSE & match.values.keys()))
        known = found.get(frozenset(rules))
        if known is None or len(reading.notes) < len(known.notes):
            found[frozenset(rules)] = reading
    return tuple(found.values())


def _free(match: Match) -> int:
    """How many characters of a match are free words for a thing or clause."""
    length = 0
    for slot in LOOSE & match.values.keys():
        bounds = match.values[slot]
        if isinstance(bounds, tuple):
            length += int(bounds[1]) - int(bounds[0])
    return length


def may_match(grammar: Grammar, text: str, form: str) -> bool:
    """Whether a pattern of a form may cover a sentence of a text, by the words of the text."""
    return form in grammar.reading and bool(grammar.reading[form][1].of(words(text)))


def matches(grammar: Grammar, text: str, form: str) -> Iterator[Match]:
    """Every pattern of a form that covers the text."""
    if form not in grammar.reading:
        return
    patterns, triggers = grammar.reading[form]
    numbers = triggers.of(words(text))
    tokens = tokenize(text) if numbers else ()
    if not tokens or len(tokens) > LONGEST:
        return
    present = {token.key for token in tokens}
    for number in numbers:
        entry, pattern = patterns[number]
        if not pattern.demands.met_by(present):
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
    """The free words of a match; False when they could carry meaning, so that the match does not count."""
    found: list[str] = []
    needed = values.get("needs")
    ids = frozenset(id for group in needed.needs for id in group) if isinstance(needed, Needed) else frozenset()

    def restricts(grammar: Grammar, free: Sequence[Token]) -> bool:
        return _restricts(grammar, free, ids)

    def names_plan(bounds: object) -> bool:
        # A plan is written with a capital letter; in small letters its name may be an ordinary verb.
        written = [token for token in _inside(tokens, bounds) if not text[token.start].islower()]
        return bool(grammar.lexicon.mentions(("plan",), written))

    for slot, refuses in (("thing", restricts), ("note", _carries_meaning), ("clause", _names)):
        if bounds := values.get(slot):
            words = _words_between(grammar, text, tokens, bounds, refuses)
            if isinstance(words, bool) or (slot in LOOSE and names_plan(bounds)):
                return False
            found.append(words)
    return found[0] if found else None


def _words_between(
    grammar: Grammar,
    text: str,
    tokens: Sequence[Token],
    bounds: object,
    refuses: Callable[[Grammar, Sequence[Token]], bool],
) -> str | bool:
    start, end = (int(bound) for bound in bounds)  # type: ignore[attr-defined]
    return False if refuses(grammar, _inside(tokens, bounds)) else text[start:end].rstrip(" .")


def _inside(tokens: Sequence[Token], bounds: object) -> list[Token]:
    start, end = (int(bound) for bound in bounds)  # type: ignore[attr-defined]
    return [token for token in tokens if start <= token.start < end]


def _carries_meaning(grammar: Grammar, free: Sequence[Token]) -> bool:
    """Whether a remainder holds a number, a negation, a comparison or a known name."""
    return (
        any(token.key[0].isdigit() for token in free)
        or grammar.words["negation"].stand_in(free)
        or grammar.words["comparison"].stand_in(free)
        or bool(grammar.lexicon.mentions((*HOLDABLE, "capability", "channel"), free))
    )


def _restricts(grammar: Grammar, free: Sequence[Token], needed: frozenset[str]) -> bool:
    """Whether the name of a thing holds a negation, or a name of several words that somebody can hold.

    A name of one word ("Categorization") is also an ordinary word for what the licence is for; the name of what is
    needed anyway asks for nothing more.
    """
    if grammar.matcher.words.joining.begin_at(free, 0):
        # The list goes on: these words belong to what is needed.
        return True
    if grammar.words["negation"].stand_in(free):
        return True
    mentioned = grammar.lexicon.mentions(HOLDABLE, free, words=2)
    return any(id not in needed and (kind != "licence" or not _is_capability(grammar, id)) for kind, id in mentioned)


def _names(grammar: Grammar, free: Sequence[Token]) -> bool:
    """Whether a clause names something to hold, or speaks of a licence: it could ask for more."""
    if any(token.key in grammar.holder_nouns for token in free):
        return True
    mentioned = grammar.lexicon.mentions(HOLDABLE, free, words=2)
    return any(not _is_capability(grammar, id) for _, id in mentioned)


def _is_capability(grammar: Grammar, id: str) -> bool:
    return grammar.vocabulary.get("capability", id) is not None
