"""A requirement phrase among free words: "With the Core plan or a Sales Premium licence you may also ...".

Translators put what is needed anywhere in a sentence. Where no pattern reads one, it states what its only requirement
phrase names, provided that it holds a word of requiring, no negation, and no other name of something to hold. Two
phrases are one where a word between them says that the one is needed beside the other.
"""

from collections.abc import Sequence

import msgspec

from engine.grammar.compile import Grammar
from engine.grammar.needs import Needed
from engine.grammar.tokens import Token, holds
from engine.localedata.vocabulary import HOLDABLE
from engine.model.rules import PART, UPGRADE, WITHOUT, AnyRule, Describes, Includes, Limit, Requires, all_of

MOST_TOKENS = 120
"""Beyond this a sentence says more than one thing."""

_CLOSE = 3
"""Tokens within which a number stands before what it counts: "10 simultaneously active flows"."""

_CLAUSE_ENDS = frozenset(("-", ";", ":"))


class _Phrase(msgspec.Struct, frozen=True):
    """Where a requirement phrase stands, and what it says."""

    start: int
    end: int
    needed: Needed


def rules_around(grammar: Grammar, tokens: Sequence[Token], page: str) -> tuple[AnyRule, ...]:
    """What a sentence states in any order of its words; nothing where that is not certain.

    Args:
        grammar: of its language.
        tokens: the sentence.
        page: the capability id of its page.
    Returns:
        A requirement of the page, where the sentence speaks of "this feature", else of a part of it; what a plan
        bounds or includes; or a remark on moving up to a plan, or on those who lack something.
    """
    # Most sentences are passed over here: a phrase that counts has such a word in it.
    if len(tokens) > MOST_TOKENS or not any(token.key in grammar.holder_nouns for token in tokens):
        return ()
    phrases = _phrases(grammar, tokens)
    if len(phrases) == 2 and _is_beside(grammar, tokens, phrases):
        return _both(grammar, tokens, phrases, page)
    if len({phrase.needed for phrase in phrases}) != 1:
        return ()
    phrase = phrases[-1]
    before, after = tokens[: phrase.start], tokens[phrase.end :]
    if _goes_on_before(grammar, _before(grammar, tokens, phrase)):
        return ()
    ids = tuple(dict.fromkeys(id for group in phrase.needed.needs for id in group))
    moves = grammar.words["upgrading"].stand_in(tokens) and all(grammar.vocabulary.get("plan", id) for id in ids)
    if grammar.words["at_most"].stand_in(tokens) and not moves:
        return _limit(grammar, tokens, ids)
    if grammar.words["included"].stand_in(_clause_of(grammar, tokens, phrase, ids)):
        return _included(grammar, tokens, phrase, ids)
    lacking = grammar.words["without"].end(before)
    if lacking:
        before = before[:-lacking]
    if _changes_it(grammar, before, phrase) or _changes_it(grammar, after, phrase) or _goes_on(grammar, after):
        return ()
    if lacking:
        return tuple(Describes(id, WITHOUT) for id in ids)
    if moves:
        return tuple(Describes(id, UPGRADE) for id in ids)
    return _required(grammar, tokens, phrase, page)


def _required(grammar: Grammar, tokens: Sequence[Token], phrase: _Phrase, page: str) -> tuple[AnyRule, ...]:
    """The requirement of the page or of a part of it, where a word of requiring stands in the sentence."""
    if not (grammar.words["cues"].stand_in(tokens) or grammar.words["asking"].stand_in(tokens)):
        return ()
    of_page = grammar.words["this_page"].stand_in(tokens[: phrase.start]) or grammar.words["this_page"].stand_in(
        tokens[phrase.end :]
    )
    capability = page if of_page else page + PART
    conditional = not of_page and grammar.words["sometimes"].stand_in(tokens)
    return (Requires(capability, None, phrase.needed.needs, phrase.needed.scopes, conditional),)


def _is_beside(grammar: Grammar, tokens: Sequence[Token], phrases: Sequence[_Phrase]) -> bool:
    """Whether a word before one of two phrases says that it is needed beside the other: "X in addition to Y"."""
    return any(grammar.words["beside"].end(_before(grammar, tokens, phrase)) for phrase in phrases)


def _both(grammar: Grammar, tokens: Sequence[Token], phrases: Sequence[_Phrase], page: str) -> tuple[AnyRule, ...]:
    """The requirement of two phrases, both of which are needed."""
    first, second = phrases
    needs = all_of([frozenset(group) for phrase in phrases for group in phrase.needed.needs])
    scopes = tuple(sorted({*first.needed.scopes, *second.needed.scopes}))
    both = _Phrase(first.start, second.end, Needed(needs, scopes))
    for free in (tokens[: first.start], tokens[first.end : second.start], tokens[second.end :]):
        if _changes_it(grammar, free, both):
            return ()
    if _goes_on_before(grammar, _before(grammar, tokens, first)) or _goes_on(grammar, tokens[second.end :]):
        return ()
    return _required(grammar, tokens, both, page)


def _limit(grammar: Grammar, tokens: Sequence[Token], ids: tuple[str, ...]) -> tuple[AnyRule, ...]:
    """The bound of the one plan, where the sentence has one number and the name of what it counts close behind."""
    numbers = [position for position, token in enumerate(tokens) if token.key.isascii() and token.key.isdigit()]
    if len(ids) != 1 or grammar.vocabulary.get("plan", ids[0]) is None or len(numbers) != 1:
        return ()
    (number,) = numbers
    if _denies_bound(grammar, tokens[:number]):
        return ()
    for position in range(number + 1, number + 1 + _CLOSE):
        metrics = list(grammar.lexicon.names("capability", tokens, position))
        if metrics:
            return (Limit(ids[0], max(metrics)[1], int(tokens[number].key)),)
    return ()


def _denies_bound(grammar: Grammar, before: Sequence[Token]) -> bool:
    """Whether a negation stands before a number that is no part of its bound: "is not limited to", "no more than"."""
    present = tuple(token.key for token in before)
    for bound in sorted(grammar.words["at_most"].all, key=len, reverse=True):
        for start in range(len(present) - len(bound), -1, -1):
            if present[start : start + len(bound)] == bound:
                present = present[:start] + present[start + len(bound) :]
    return any(holds(present, negation) for negation in grammar.words["negation"].all)


def _included(grammar: Grammar, tokens: Sequence[Token], phrase: _Phrase, ids: tuple[str, ...]) -> tuple[AnyRule, ...]:
    """The licence that the plans of the phrase include, said in the first clause of the sentence."""
    stops = [position for position, token in enumerate(tokens) if token.key in _CLAUSE_ENDS]
    end = min((stop for stop in stops if stop >= phrase.end), default=len(tokens))
    clause = (*tokens[: phrase.start], *tokens[phrase.end : end])
    if grammar.words["negation"].stand_in(clause):
        return ()
    licences = [id for kind, id in grammar.lexicon.mentions(("licence", "plan"), clause, words=2) if kind == "licence"]
    plans = [id for id in ids if grammar.vocabulary.get("plan", id)]
    if len(licences) != 1 or len(plans) != len(ids):
        return ()
    return tuple(Includes(plan, licences[0]) for plan in plans)


def _clause_of(grammar: Grammar, tokens: Sequence[Token], phrase: _Phrase, ids: Sequence[str]) -> Sequence[Token]:
    """The sentence, where a phrase names plans; else what stands between the commas around it.

    "If you have an X licence, the screen includes a tab" says nothing about what the licence includes.
    """
    if all(grammar.vocabulary.get("plan", id) for id in ids):
        return tokens
    commas = [position for position, token in enumerate(tokens) if token.key == ","]
    first = max((comma for comma in commas if comma < phrase.start), default=-1)
    last = min((comma for comma in commas if comma >= phrase.end), default=len(tokens))
    return tokens[first + 1 : last]


def _phrases(grammar: Grammar, tokens: Sequence[Token]) -> list[_Phrase]:
    """The longest requirement phrases from the left that name something for certain."""
    reader = grammar.matcher.needs
    found: list[_Phrase] = []
    position = 0
    while reader is not None and position < len(tokens):
        if not reader.may_begin(tokens, position):
            position += 1
            continue
        ends = [(end, needed) for end, needed in reader.read(tokens, position) if needed.needs]
        end, needed = max(ends, key=lambda reading: reading[0], default=(position + 1, None))
        if needed is not None and _is_certain(grammar, tokens[position:end]):
            found.append(_Phrase(position, end, needed))
            position = end
        else:
            position += 1
    return found


def _is_certain(grammar: Grammar, phrase: Sequence[Token]) -> bool:
    """Whether a phrase has a word for licence or plan in it, and a name beside it.

    Names alone are also those of modules and screens, and "a user licence" alone is any.
    """
    nouns = grammar.holder_nouns
    articles = grammar.lexicon.articles
    return any(t.key in nouns for t in phrase) and any(t.key not in nouns and t.key not in articles for t in phrase)


def _changes_it(grammar: Grammar, free: Sequence[Token], phrase: _Phrase) -> bool:
    """Whether free words deny something, or name something else to hold."""
    if grammar.words["negation"].stand_in(free):
        return True
    ids = {id for group in phrase.needed.needs for id in group}
    mentioned = {*grammar.lexicon.mentions(HOLDABLE, free, words=2), *grammar.lexicon.mentions(("plan",), free)}
    capabilities = grammar.vocabulary.by_kind["capability"]
    return any(id not in ids and id not in capabilities for _, id in mentioned)


def _goes_on(grammar: Grammar, after: Sequence[Token]) -> bool:
    """Whether the list of what is needed goes on with words that no term knows: "a Core plan or an X licence"."""
    return bool(grammar.matcher.words.joining.begin_at(after, 0)) and any(
        token.key in grammar.holder_nouns for token in after[:6]
    )


def _goes_on_before(grammar: Grammar, before: Sequence[Token]) -> bool:
    """Whether the phrase is the end of a list that began with words that no term knows: "an X and a Core plan"."""
    return bool(grammar.matcher.words.joining.end(before))


def _before(grammar: Grammar, tokens: Sequence[Token], phrase: _Phrase) -> Sequence[Token]:
    """What stands before a phrase, without an article that belongs to it."""
    articles = grammar.lexicon.articles
    end = phrase.start
    while end and tokens[end - 1].key in articles:
        end -= 1
    return tokens[:end]
