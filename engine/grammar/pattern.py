r"""Patterns: the notation of `grammar.toml` and its tree.

words              themselves
{slot} {slot.form} a term of the slot's kind; written in that form, read in any
{slots|and}        a list of terms, joined by "and" (or "or") words
(one|other)        alternatives; the first is written
[more] [one|other] optional; written exactly when it holds slots and all of them are filled
[flag: more]       optional; sets the flag when read, written when the flag is set
{note}             a free remainder up to the end of the sentence; read only
\( \) \[ \]        the brackets themselves
"""

import re
from typing import TypeAlias

import msgspec

from engine.grammar.tokens import keys


class Literal(msgspec.Struct, frozen=True):
    """Words: `text` is written, `keys` are compared."""

    text: str
    keys: tuple[str, ...]


class Slot(msgspec.Struct, frozen=True):
    """A place that a term fills, in an inflected form where one is named."""

    name: str
    form: str | None = None
    join: str | None = None
    """`and` or `or` for a list."""


class Choice(msgspec.Struct, frozen=True):
    """Alternatives; the first is written."""

    options: tuple["Sequence", ...]


class Optional(msgspec.Struct, frozen=True):
    """A part that may be absent."""

    body: "Sequence"
    flag: str | None = None


class Sequence(msgspec.Struct, frozen=True):
    """Parts, one after the other."""

    parts: tuple["Node", ...]


Node: TypeAlias = "Literal | Slot | Choice | Optional | Sequence"


class PatternError(ValueError):
    """The notation of a pattern is broken; says what is wrong at which column."""


_SLOT = re.compile(r"\{([a-z]+)(?:\.([a-z-]+))?(?:\|(and|or))?\}")
_FLAG = re.compile(r"([a-z_]+):")
_LITERAL = re.compile(r"(?:\\[\[\]()]|[^\\\[\](){}|])+")


def parse_pattern(text: str) -> Sequence:
    """Read a pattern.

    Raises:
        PatternError: a bracket without its partner, or a malformed slot.
    """
    tree, position = _sequence(text, 0, stops="")
    if position < len(text):
        raise PatternError(f"unexpected `{text[position]}` at column {position + 1}")
    return tree


def _sequence(text: str, position: int, *, stops: str) -> tuple[Sequence, int]:
    parts: list[Node] = []
    while position < len(text) and text[position] not in stops:
        character = text[position]
        if character == "{":
            found = _SLOT.match(text, position)
            if found is None:
                raise PatternError(f"malformed slot at column {position + 1}")
            parts.append(Slot(found[1], found[2], found[3]))
            position = found.end()
        elif character == "(":
            node, position = _choice(text, position)
            parts.append(node)
        elif character == "[":
            node_, position = _optional(text, position)
            parts.append(node_)
        elif character in ")]}|":
            raise PatternError(f"unexpected `{character}` at column {position + 1}")
        else:
            found = _LITERAL.match(text, position)
            if found is None:
                raise PatternError(f"unexpected `{character}` at column {position + 1}")
            words = found[0].replace("\\", "")
            parts.append(Literal(words, keys(words)))
            position = found.end()
    return Sequence(tuple(parts)), position


def _choice(text: str, position: int) -> tuple[Choice, int]:
    opened = position
    options: list[Sequence] = []
    while True:
        option, position = _sequence(text, position + 1, stops="|)")
        options.append(option)
        if position >= len(text):
            raise PatternError(f"`(` at column {opened + 1} is never closed")
        if text[position] == ")":
            return Choice(tuple(options)), position + 1


def _optional(text: str, position: int) -> tuple[Optional, int]:
    opened = position
    position += 1
    flag = None
    found = _FLAG.match(text, position)
    if found:
        flag, position = found[1], found.end()
    options: list[Sequence] = []
    while True:
        option, position = _sequence(text, position, stops="|]")
        options.append(option)
        if position >= len(text):
            raise PatternError(f"`[` at column {opened + 1} is never closed")
        if text[position] == "]":
            body = options[0] if len(options) == 1 else Sequence((Choice(tuple(options)),))
            return Optional(body, flag), position + 1
        position += 1


def slots_of(node: Node) -> tuple[Slot, ...]:
    """Every slot of a pattern, in order."""
    match node:
        case Slot():
            return (node,)
        case Literal():
            return ()
        case Choice(options=options):
            return tuple(slot for option in options for slot in slots_of(option))
        case Optional(body=body):
            return slots_of(body)
        case Sequence(parts=parts):
            return tuple(slot for part in parts for slot in slots_of(part))


def flags_of(node: Node) -> tuple[str, ...]:
    """Every flag that a pattern can set."""
    match node:
        case Optional(body=body, flag=flag):
            return ((flag,) if flag else ()) + flags_of(body)
        case Choice(options=options):
            return tuple(flag for option in options for flag in flags_of(option))
        case Sequence(parts=parts):
            return tuple(flag for part in parts for flag in flags_of(part))
        case _:
            return ()
