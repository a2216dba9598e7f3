"""Names in rules: another licence, channel or indicator than the page said."""

import functools
from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

import msgspec

from engine.change.mutation.cutting import replaced
from engine.change.mutation.manuscript import Leaf, Manuscript, leaves, sentences, stated_in
from engine.change.mutation.records import Change
from engine.grammar import Grammar
from engine.grammar.tokens import Token, keys, tokenize
from engine.localedata import Term
from engine.localedata.vocabulary import HOLDABLE
from engine.pages.blocks import Text


class Mention(NamedTuple):
    """A name in a text."""

    start: int
    end: int
    kind: str
    id: str


def renamed(manuscript: Manuscript, random: Random, *, kinds: Sequence[str]) -> Iterator[Change]:
    """Where a rule is said, another id of the same kind is named in the same inflected form."""
    for leaf, start, end in rule_sentences(manuscript):
        said = _ids(manuscript, leaf.text, start, end)
        for mention in mentions(manuscript.grammar, kinds, tokenize(leaf.text.visible)):
            if mention.id not in said or not start <= mention.start < end:
                continue
            name = _other_name(manuscript.grammar, mention, leaf.text.visible, said, random)
            edit = name and replaced(manuscript.file, leaf.text, mention.start, mention.end, name)
            if edit:
                yield Change(leaf.text.span(mention.start, mention.end), (edit,))


licence_renamed = functools.partial(renamed, kinds=HOLDABLE)
capability_renamed = functools.partial(renamed, kinds=("capability", "feature"))
channel_renamed = functools.partial(renamed, kinds=("channel",))
indicator_renamed = functools.partial(renamed, kinds=("indicator", "status"))


def rule_sentences(manuscript: Manuscript) -> Iterator[tuple[Leaf, int, int]]:
    """Every sentence that states a rule, or helps to, as (text, start, end)."""
    for leaf in leaves(manuscript):
        for start, end in sentences(manuscript, leaf.text):
            if stated_in(manuscript, leaf.text.span(start, end)):
                yield leaf, start, end


def mentions(grammar: Grammar, kinds: Sequence[str], tokens: Sequence[Token]) -> Iterator[Mention]:
    """Names of these kinds in a text, longest first from the left."""
    position = 0
    while position < len(tokens):
        found = [
            (end, kind, id)
            for kind in kinds
            for end, id in grammar.lexicon.names(kind, tokens, position, articles=False)
        ]
        if found:
            end, kind, id = max(found, key=lambda name: name[0])
            yield Mention(tokens[position].start, tokens[end - 1].end, kind, id)
            position = end
        else:
            position += 1


def _ids(manuscript: Manuscript, text: Text, start: int, end: int) -> set[str]:
    """Every id in the rules that a sentence states."""
    rules = [s.rule for s in stated_in(manuscript, text.span(start, end))]
    return set(_strings(msgspec.to_builtins(rules)))


def _strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _strings(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _strings(value)


def _other_name(grammar: Grammar, mention: Mention, visible: str, said: set[str], random: Random) -> str:
    """The name of another id in the form that the text uses; empty when there is none."""
    written = visible[mention.start : mention.end]
    own = grammar.locale.term(mention.kind, mention.id)
    forms = [form for form, name in own.forms.items() if keys(name) == keys(written)] if own else []
    others = [
        name
        for term in grammar.locale.terms
        if term.kind == mention.kind and term.id not in said and (name := _form(term, forms))
    ]
    if not others:
        return ""
    name = random.choice(others)
    return name[:1].upper() + name[1:] if written[:1].isupper() else name


def _form(term: Term, forms: Sequence[str]) -> str | None:
    return next((term.forms[form] for form in forms if form in term.forms), next(iter(term.forms.values()), None))
