"""Lists in running text: "A, B and C", with the words of the language."""

import functools
from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

import msgspec
from babel import UnknownLocaleError
from babel.lists import format_list

from engine.grammar.lexicon import Lexicon
from engine.grammar.phrases import Phrases, WordLists
from engine.grammar.tokens import Token, keys
from engine.localedata import Locale

_Style: TypeAlias = Literal["standard", "or"]
_STYLES: dict[str, _Style] = {"and": "standard", "or": "or"}
"""Word list of `locale.toml` -> CLDR's name for a list joined by it."""


class ListWords(msgspec.Struct, frozen=True):
    """The words that join the members of a list."""

    conjunctions: Phrases
    """ "and" words."""
    disjunctions: Phrases
    """ "or" words."""
    joining: Phrases
    """Both."""
    either: Phrases
    """Words before the first of several alternatives."""
    one_of: Phrases
    """Words before several of which one will do, even when "and" joins them: "one of A and B"."""
    one_of_what: Phrases
    """Words that may stand between these and the first of them: "one of the following plans: A and B"."""
    again: Phrases
    """Prepositions that are said once more before a further member: "with A or with B"."""


def list_words(lists: WordLists) -> ListWords:
    """The list words among the word lists of a language."""
    both = Phrases((*lists["and"].all, *lists["or"].all))
    return ListWords(
        lists["and"], lists["or"], both, lists["either"], lists["one_of"], lists["one_of_what"], lists["again"]
    )


class Separator(msgspec.Struct, frozen=True):
    """What stands between two members."""

    kind: str
    """`and`, `or`, or `,` for a bare comma."""
    comma: bool
    end: int
    again: bool = False
    """Whether a preposition is said once more behind it: "or with"."""


def separator_at(tokens: Sequence[Token], position: int, words: ListWords) -> Separator | None:
    """The separator that begins at a position: a comma, an "and" or "or" word, or a comma before one."""
    comma = position < len(tokens) and tokens[position].key == ","
    after = position + 1 if comma else position
    for kind, choices in (("and", words.conjunctions), ("or", words.disjunctions)):
        if found := choices.begin_at(tokens, after):
            return Separator(kind, comma, after + len(found))
    return Separator(",", True, after) if comma else None


def list_ends(
    lexicon: Lexicon,
    kind: str,
    tokens: Sequence[Token],
    position: int,
    words: ListWords,
    join: str,
    *,
    strict: bool = False,
    articles: bool = True,
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Every list of names that begins at a position, as (position after it, ids in order of reading).

    At each member the longest name is taken, so that a conjunction inside a name does not split it.
    An `and` list is joined by "and" words alone; an `or` list by either, for "over A or B" and "over A and B"
    name the same two. A `strict` list is joined by the words of its kind alone, as where "A and B" asks for both.
    """
    members: list[str] = []
    kinds: set[str] = set()
    while True:
        longest = max(lexicon.names(kind, tokens, position, articles=articles or not members), default=None)
        if longest is None or longest[1] in members:
            return
        position, id = longest
        members.append(id)
        if len(members) == 1 or kinds & {"and", "or"}:
            yield position, tuple(members)
        separator = separator_at(tokens, position, words)
        if separator is None or (separator.kind == "or" and join == "and"):
            return
        if strict and separator.kind == "and" and join == "or":
            return
        kinds.add(separator.kind)
        position = separator.end


def join_names(locale: Locale, names: Sequence[str], join: str = "and") -> str:
    """A list as CLDR writes it, or with the language's own word where CLDR has no such list."""
    if len(names) < 2:
        return "".join(names)
    words, tag = locale.words(join), locale.tag.replace("-", "_")
    if _is_joined_by(words, _STYLES[join], tag):
        return format_list(list(names), style=_STYLES[join], locale=tag)
    return f"{', '.join(names[:-1])} {words[0]} {names[-1]}"


@functools.cache
def _is_joined_by(words: tuple[str, ...], style: _Style, tag: str) -> bool:
    """Whether CLDR knows the language and joins its lists by one of these words, so that they are read again."""
    try:
        sample = format_list(["1", "2"], style=style, locale=tag)
    except (UnknownLocaleError, ValueError):
        return False
    return keys(sample)[1:-1] in {keys(word) for word in words}
