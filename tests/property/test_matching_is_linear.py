"""The work of reading a text is bounded by its length: no text, however made, takes the matcher far.

Work is counted, not timed: the states that the matcher holds and the members that requirement phrases try.
"""

from collections.abc import Iterator, Sequence

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from engine.grammar import Grammar, parse, render
from engine.grammar import pattern as p
from engine.grammar.match import Matcher, State
from engine.grammar.needs import Member, Needed, NeedsReader
from engine.grammar.parse import LONGEST, parse_needs
from engine.grammar.tokens import Token, tokenize
from engine.localedata.vocabulary import HOLDABLE
from engine.model.rules import Requires

from .strategies import LAW, SUBJECT, grammar_of, in_each_language

WORK_PER_TOKEN = 20
"""Measured: at most 1 on the long texts below. A matcher that tries combinations takes thousands, or for ever."""
FEWEST_TOKENS = 60
"""Short sentences are counted as if they had so many: the patterns of a form cost something on any text."""

count = {"states": 0, "members": 0}


class CountingMatcher(Matcher, frozen=True):
    """A matcher that counts the states it goes through."""

    def _step(self, node: p.Node, states: set[State], tokens: Sequence[Token]) -> set[State]:
        found = super()._step(node, states, tokens)
        count["states"] += len(found)
        return found


class CountingReader(NeedsReader, frozen=True):
    """A reader of requirement phrases that counts the members it tries and the readings it gives."""

    def read(self, tokens: Sequence[Token], position: int) -> Iterator[tuple[int, Needed]]:
        for found in super().read(tokens, position):
            count["members"] += 1
            yield found

    def _members(self, tokens: Sequence[Token], position: int) -> list[Member]:
        found = super()._members(tokens, position)
        count["members"] += 1 + len(found)
        return found


def counting(grammar: Grammar) -> Grammar:
    """The same grammar, counting its work."""
    reader = grammar.matcher.needs
    assert reader is not None
    counted = CountingReader(reader.lexicon, reader.words, reader.phrases, reader.slot_kinds)
    matcher = CountingMatcher(grammar.lexicon, grammar.matcher.words, counted, grammar.matcher.kinds)
    return msgspec.structs.replace(grammar, matcher=matcher)


def work(grammar: Grammar, text: str) -> int:
    """The states and members that reading a text in every form takes."""
    count.update(states=0, members=0)
    for form in ("cell", "sentence", "introduction", "heading"):
        parse(grammar, text, form, SUBJECT)
    parse_needs(grammar, text)
    return count["states"] + count["members"]


def long_texts(grammar: Grammar) -> Iterator[str]:
    """Texts near the greatest length, made to have many readings."""
    locale = grammar.locale
    conjunction, disjunction = locale.words("and")[0], locale.words("or")[0]
    holdables = [term for term in locale.terms if term.kind in HOLDABLE]
    names = [next(iter(term.forms.values())) for term in locale.terms if term.kind == "capability"]
    right = next(iter(next(term for term in holdables if term.id == "login-rights").forms.values()))
    opening = next(entry for entry in locale.entries if entry.id == "cell.grants").write[0].text.split("{")[0]
    yield opening + f" {conjunction} ".join(names * 40)
    yield opening + ", ".join(names * 40)
    yield opening + ", ".join(names) + f" {conjunction} " + f" {disjunction} ".join(names * 20)
    asked = render(grammar, [Requires("log-in", None, (("login-rights",),))], "sentence")
    for needs in (
        f" {conjunction} ".join([right] * 150),
        f", {disjunction} ".join([f"{right} {conjunction} {right}"] * 75),
        f", {right} {conjunction} ".join(f"{right}, {disjunction} {right}" for _ in range(40)),
    ):
        yield needs
        assert right in asked
        yield asked.replace(right, needs)
    yield " ".join([locale.words("either")[0]] * 900)
    yield "(" * 500 + ")" * 499


@in_each_language
def test_the_work_on_long_texts_grows_with_their_length_alone(language: str) -> None:
    grammar = counting(grammar_of(language))
    for text in long_texts(grammar):
        tokens = tokenize(text)[:LONGEST]
        taken = work(grammar, text[: tokens[-1].end])
        assert 0 < taken <= WORK_PER_TOKEN * len(tokens), text[:80]


@in_each_language
def test_a_text_longer_than_any_sentence_is_not_tried(language: str) -> None:
    grammar = counting(grammar_of(language))
    for text in long_texts(grammar):
        repeated = " ".join([text] * (LONGEST // len(tokenize(text)) + 1))
        assert work(grammar, repeated) == 0


@in_each_language
@LAW
@given(data=st.data())
def test_the_work_on_any_mix_of_words_grows_with_their_number_alone(language: str, data: st.DataObject) -> None:
    grammar = counting(grammar_of(language))
    locale = grammar.locale
    words = [surface for term in locale.terms for surface in term.surfaces]
    words += [word for name in ("and", "or", "either", "articles") for word in locale.words(name)] * 5 + [","] * 20
    openings = [source.text.split("{")[0] for entry in locale.entries for source in entry.write]
    text = data.draw(st.sampled_from(openings)) + " ".join(data.draw(st.lists(st.sampled_from(words), max_size=60)))
    assert work(grammar, text) <= WORK_PER_TOKEN * max(len(tokenize(text)), FEWEST_TOKENS)
