"""Requirement phrases: "log-in rights and an Essential or Premium user plan".

Members are the phrases of `[need.*]` in `grammar.toml`. Between them "or" binds closer than "and", except that an
"or" after a comma, or before a preposition said again, where an "and" stands too, binds loosest: "A or B and C, or D"
and "with A or B and C or with D" are ((A or B) and C) or D. A bare comma is what the next word between members is.
Behind "one of", members that "and" joins are alternatives, too.
Within a member, names are alternatives and joined by "or" alone: "a licence for A and B" asks for both, and is not
read.
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import msgspec

from engine.grammar.beginnings import Openings
from engine.grammar.demands import Demands
from engine.grammar.lexicon import Lexicon
from engine.grammar.lists import ListWords, Separator, list_ends, separator_at
from engine.grammar.pattern import Choice, Literal, Node, Optional, Slot
from engine.grammar.pattern import Sequence as Tree
from engine.grammar.phrases import stands_at
from engine.grammar.tokens import Token
from engine.model.rules import Needs, all_of

Expression: TypeAlias = list[frozenset[str]]
"""Groups of alternatives, all of which must hold."""

MOST_MEMBERS, MOST_GROUPS, MOST_PATHS = 32, 64, 16
"""Bounds on one requirement: beyond them a text is hostile and stays unread."""


class Needed(msgspec.Struct, frozen=True):
    """A requirement as a phrase says it."""

    needs: Needs = ()
    scopes: tuple[tuple[str, str], ...] = ()
    """The scope that the phrase gives to a licence, as (id, scope)."""


class Member(msgspec.Struct, frozen=True):
    """One phrase: the ids it names (any of them will do) and the scope it gives them."""

    end: int
    ids: tuple[str, ...]
    scope: str | None = None
    solutions: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    """The parts of names said apart: "Sales Essentials or Premium", "Sales or Service Premium"."""


class Path(msgspec.Struct, frozen=True):
    """One way to divide the words read so far into members and what stands between them."""

    position: int
    members: tuple[Member, ...] = ()
    separators: tuple[Separator, ...] = ()
    one_of: int | None = None
    """The number of the member that "one of" stands before; None where it stands nowhere."""


class Sentence:
    """A sentence, and what is known of its phrases so far: several patterns ask about one sentence."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.keys = frozenset(token.key for token in tokens)
        self.members: dict[int, list[Member]] = {}
        """Position -> the phrases that begin there."""
        self.names: dict[tuple[str, int], tuple[tuple[int, tuple[str, ...]], ...]] = {}
        """Kind and position -> the lists of names that begin there, as `list_ends` gives them."""


class Last:
    """The sentence that was asked about last."""

    def __init__(self) -> None:
        self._sentence = Sentence(())

    def of(self, tokens: Sequence[Token]) -> Sentence:
        """What is known of a sentence."""
        # Taken and set as one, so that threads that read at the same time get no phrases of another sentence.
        last = self._sentence
        if last.tokens is not tokens:
            last = self._sentence = Sentence(tokens)
        return last


class NeedsReader(msgspec.Struct, frozen=True):
    """Reads requirement phrases in one language."""

    lexicon: Lexicon
    words: ListWords
    phrases: tuple[Tree, ...]
    slot_kinds: dict[str, str]
    by_parts: dict[tuple[str, str], str] = {}
    """(solution, level) -> the licence that is named by both; without a level, the class of all levels."""
    openings: Openings | None = None
    """Where phrases can begin; without it every phrase is tried everywhere."""
    demands: tuple[Demands, ...] = ()
    """What a sentence must hold for each phrase to stand in it; empty where nothing is known of that."""
    last: Last = msgspec.field(default_factory=Last)

    def read(self, tokens: Sequence[Token], position: int) -> Iterator[tuple[int, Needed]]:
        """Every requirement that begins at a position, as (position after it, requirement).

        Of several ways to divide the same words, the one with the fewest phrases counts: the longest names.
        """
        if not self.may_begin(tokens, position):
            return
        read_to: set[int] = set()
        paths = self._begun(tokens, Path(position))
        while paths:
            following: list[Path] = []
            reached: set[int] = set()
            for path in paths:
                for member in self._members(tokens, path.position):
                    members = (*path.members, member)
                    if not path.separators or path.separators[-1].kind != ",":
                        groups = _groups(members, path.separators, path.one_of)
                        if groups is None or member.end in read_to:
                            continue
                        reached.add(member.end)
                        scopes = tuple(sorted({(id, m.scope) for m in members if m.scope for id in m.ids}))
                        yield member.end, Needed(all_of(groups), scopes)
                    separator = separator_at(tokens, member.end, self.words)
                    if separator is not None and len(members) < MOST_MEMBERS:
                        after = Path(separator.end, members, (*path.separators, separator), path.one_of)
                        following += self._begun(tokens, after)
            read_to |= reached
            paths = following[:MOST_PATHS]

    def may_begin(self, tokens: Sequence[Token], position: int) -> bool:
        """Whether a requirement may begin at a position: at most there can none, and one look tells."""
        if self.openings is None:
            return True
        return any(self.openings.at(tokens, path.position) for path in self._begun(tokens, Path(position)))

    def _begun(self, tokens: Sequence[Token], path: Path) -> list[Path]:
        """Where a member may begin behind the words before it, the farthest first."""
        if path.one_of is None and (one_of := self.words.one_of.begin_at(tokens, path.position)):
            begin = path.position + len(one_of)
            begins = [begin]
            while what := self.words.one_of_what.begin_at(tokens, begin):
                begin += len(what)
                begins.append(begin)
            return [Path(at, path.members, path.separators, len(path.members)) for at in reversed(begins)]
        begin = path.position + len(self.words.either.begin_at(tokens, path.position))
        if not path.separators:
            return [msgspec.structs.replace(path, position=begin)]
        after = begin + len(self.words.again.begin_at(tokens, begin))
        last = msgspec.structs.replace(path.separators[-1], again=after > begin)
        return [msgspec.structs.replace(path, position=after, separators=(*path.separators[:-1], last))]

    def member(self, tokens: Sequence[Token], position: int) -> Member | None:
        """The longest phrase that begins at a position."""
        return next(iter(self._members(tokens, position)), None)

    def _members(self, tokens: Sequence[Token], position: int) -> list[Member]:
        """The phrases that begin at a position, longest first; of equally long ones the one that gives a scope."""
        if position >= len(tokens):
            return []
        sentence = self.last.of(tokens)
        if position not in sentence.members:
            sentence.members[position] = self._read_members(sentence, position)
        return sentence.members[position]

    def _read_members(self, sentence: Sentence, position: int) -> list[Member]:
        found: dict[int, Member] = {}
        may_begin = range(len(self.phrases)) if self.openings is None else self.openings.at(sentence.tokens, position)
        for number in may_begin:
            if self.demands and not self.demands[number].met_by(sentence.keys):
                continue
            for member in self._phrase(self.phrases[number], sentence, position):
                if member.end not in found or found[member.end].scope is None:
                    found[member.end] = member
        return [found[end] for end in sorted(found, reverse=True)]

    def _phrase(self, tree: Tree, sentence: Sentence, position: int) -> list[Member]:
        states = self._parts(tree.parts, sentence, Member(position, ()))
        return [named for state in states if (named := self._named(state)).ids]

    def _named(self, member: Member) -> Member:
        """A phrase whose names were said in parts, with the licences that they name."""
        pairs = [(solution, level) for solution in member.solutions for level in member.levels or ("",)]
        ids = tuple(self.by_parts[pair] for pair in pairs if pair in self.by_parts)
        if not member.levels and len(ids) < len(pairs):
            return Member(member.end, ())
        return Member(member.end, (*member.ids, *ids), member.scope)

    def _parts(self, parts: Sequence[Node], sentence: Sentence, state: Member) -> list[Member]:
        states = [state]
        for part in parts:
            if len(states) == 1:
                states = self._part(part, sentence, states[0])
            else:
                states = [after for before in states for after in self._part(part, sentence, before)]
        return states

    def _part(self, part: Node, sentence: Sentence, state: Member) -> list[Member]:
        # So many phrases are tried that matching the shape of a part is felt.
        if isinstance(part, Literal):
            if not stands_at(part.keys, sentence.tokens, state.end):
                return []
            return [msgspec.structs.replace(state, end=state.end + len(part.keys))]
        if isinstance(part, Slot):
            return self._slot(part.name, sentence, state)
        if isinstance(part, Optional):
            return [state, *self._parts(part.body.parts, sentence, state)]
        if isinstance(part, Choice):
            return [after for option in part.options for after in self._parts(option.parts, sentence, state)]
        return self._parts(part.parts, sentence, state)

    def _slot(self, name: str, sentence: Sentence, state: Member) -> list[Member]:
        replace = msgspec.structs.replace
        if name == "scope":
            scopes = self.lexicon.names("scope", sentence.tokens, state.end)
            return [replace(state, end=end, scope=scope) for end, scope in scopes]
        kind = self.slot_kinds[name]
        lists = self._lists(kind, sentence, state.end)
        if kind == "solution":
            return [replace(state, end=end, solutions=ids) for end, ids in lists]
        if kind == "level":
            return [replace(state, end=end, levels=ids) for end, ids in lists]
        return [replace(state, end=end, ids=ids) for end, ids in lists]

    def _lists(self, kind: str, sentence: Sentence, position: int) -> tuple[tuple[int, tuple[str, ...]], ...]:
        if (kind, position) not in sentence.names:
            # "Sales Essentials or Premium" are two levels of one solution; "or a Premium user plan" is a new phrase.
            articles = kind != "level"
            sentence.names[kind, position] = tuple(
                list_ends(
                    self.lexicon, kind, sentence.tokens, position, self.words, "or", strict=True, articles=articles
                )
            )
        return sentence.names[kind, position]


def _groups(members: Sequence[Member], separators: Sequence[Separator], one_of: int | None) -> Expression | None:
    """The members as one expression; None where it is not certain, or beyond `MOST_GROUPS`.

    Args:
        members: the phrases.
        separators: what stands between them.
        one_of: the number of the first of those of which one will do; None where all count by what joins them.
    """
    if one_of is None:
        return _combine(members, separators)
    kinds = [separator.kind for separator in separators[one_of:] if separator.kind != ","]
    if "and" not in kinds:
        return _combine(members, separators)
    before = separators[one_of - 1].kind if one_of else "and"
    if len(kinds) > 1 or before == "or":
        # Where the alternatives end, nobody can tell.
        return None
    alternatives = frozenset(id for member in members[one_of:] for id in member.ids)
    others = _combine(members[:one_of], separators[: one_of - 1]) if one_of else []
    return None if others is None else [*others, alternatives]


def _combine(members: Sequence[Member], separators: Sequence[Separator]) -> Expression | None:
    """The members as one expression, by the precedence that the module's head describes; None beyond `MOST_GROUPS`."""
    kinds = _kinds(separators)
    loosest = [
        i for i, s in enumerate(separators) if s.kind == "or" and "and" in kinds[:i] and _is_loose(separators, i)
    ]
    if loosest:
        cut = loosest[-1]
        left = _combine(members[: cut + 1], separators[:cut])
        right = _combine(members[cut + 1 :], separators[cut + 1 :])
        if left is None or right is None or len(left) * len(right) > MOST_GROUPS:
            return None
        return [a | b for a in left for b in right]
    groups: Expression = [frozenset(members[0].ids)]
    for member, kind in zip(members[1:], kinds, strict=False):
        if kind == "or":
            groups[-1] |= frozenset(member.ids)
        else:
            groups.append(frozenset(member.ids))
    return groups


def _is_loose(separators: Sequence[Separator], position: int) -> bool:
    """Whether a separator parts more than the members beside it: by a comma, or as the first to say "with" again."""
    separator = separators[position]
    return separator.comma or (separator.again and not any(before.again for before in separators[:position]))


def _kinds(separators: Sequence[Separator]) -> list[str]:
    kinds: list[str] = []
    following = "and"
    for separator in reversed(separators):
        if separator.kind != ",":
            following = separator.kind
        kinds.append(following)
    return kinds[::-1]
