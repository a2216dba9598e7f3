"""Rules as the vocabulary allows them, and the ways in which a text of them is read back.

Every law runs in each language. Examples are derived from the test itself, so a run is the same everywhere.
"""

import functools
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import strategies as st

from engine.grammar import Grammar, load_grammar, parse, split_sentences
from engine.grammar.parse import matches, parse_needs
from engine.grammar.render import render_heading, render_list
from engine.localedata import Locales, load_locales
from engine.localedata.vocabulary import HOLDABLE
from engine.model.rules import AnyRule, Describes, Grants, Quota, Requires, all_of
from tests.laws import examples

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("da", "de", "en", "nb", "nl", "sv")
SUBJECT = "sales-user"
"""The licence of the row in which a cell stands."""

LAW = examples(50, HealthCheck.too_slow)

in_each_language = pytest.mark.parametrize("language", LANGUAGES)


@functools.cache
def locales() -> Locales:
    """The project's locales."""
    return load_locales(ROOT / "locales")


@functools.cache
def grammar_of(language: str) -> Grammar:
    """A language, compiled once for all tests."""
    return load_grammar(locales().get(language), locales().vocabulary)


def _ids(kind: str, sort: str | None = None) -> list[str]:
    return [entry.id for entry in locales().vocabulary.of(kind) if sort in (None, entry.sort)]


capabilities = st.sampled_from(_ids("capability"))
things = st.sampled_from(_ids("capability", "thing"))
"""Capabilities that one has access to: they alone are counted, or built on."""
channels = st.sampled_from(_ids("channel"))
channel_sets = st.sets(channels).map(lambda found: tuple(sorted(found)))
holdables = st.sampled_from([id for kind in HOLDABLE for id in _ids(kind)])

describes = st.builds(Describes, st.just(SUBJECT), st.sampled_from(_ids("topic")))
grants = st.builds(
    Grants, st.just(SUBJECT), capabilities, st.none() | things, channels=channel_sets, open_ended=st.booleans()
)
requirements_in_row = st.builds(Requires, st.just("?"), st.none() | channels, st.just(((SUBJECT,),))).flatmap(
    lambda rule: st.builds(Requires, capabilities, st.just(rule.channel), st.just(rule.needs))
)
quotas = st.builds(Quota, st.just(SUBJECT), things, st.none() | st.sampled_from(_ids("unit")))

rows_of_one_kind = st.one_of(
    *(st.frozensets(rules, min_size=1, max_size=5) for rules in (describes, grants, requirements_in_row, quotas))
)
"""What the description of one licence may say, in rules of one kind."""

rows = st.frozensets(st.one_of(describes, grants, requirements_in_row, quotas), min_size=1, max_size=6)
"""The same, of any kinds."""


NAMES_OF_OTHERS = {("marketing", "user")}
"""A licence and a scope whose phrase is another licence's name in some language: pages call `marketing-user` so."""


def scopes_of(licence: str) -> list[str]:
    """The scopes that a sentence can give a licence in every language."""
    return [scope for scope in _ids("scope") if (licence, scope) not in NAMES_OF_OTHERS]


@st.composite
def requirements(draw: st.DrawFn) -> Requires:
    """A requirement in canonical form: groups of alternatives, some licences with the scope the sentence gives them."""
    groups = draw(st.lists(st.frozensets(holdables, min_size=1, max_size=4), min_size=1, max_size=4))
    needs = all_of(groups)
    licences = sorted({id for group in needs for id in group} & set(_ids("licence")))
    scoped = draw(st.lists(st.sampled_from(licences), unique=True)) if licences else []
    scopes = tuple((id, draw(st.sampled_from(scopes_of(id)))) for id in sorted(scoped))
    return Requires(draw(capabilities), draw(st.none() | channels), needs, scopes)


sections = st.tuples(
    st.sampled_from(_ids("scope")),
    st.none() | st.sampled_from(_ids("edition")),
    st.none() | st.sampled_from(_ids("lifecycle")),
)
"""What the heading over a licence table says: scope, edition, lifecycle."""


def read_cell(grammar: Grammar, text: str) -> list[frozenset[AnyRule]]:
    """Every way to read a description, which is one sentence or several; none when a sentence is unread."""
    whole = [frozenset(reading.rules) for reading in parse(grammar, text, "cell", SUBJECT)]
    if whole:
        return whole
    found: list[frozenset[AnyRule]] = [frozenset()]
    for start, end in split_sentences(text, grammar.locale.words("abbreviations")):
        readings = parse(grammar, text[start:end], "cell", SUBJECT)
        found = [before | frozenset(reading.rules) for before in found for reading in readings]
    return found


def read_sentence(grammar: Grammar, text: str) -> list[frozenset[AnyRule]]:
    """Every way to read a sentence of running text."""
    return [frozenset(reading.rules) for reading in parse(grammar, text, "sentence")]


def write_list(grammar: Grammar, rule: Requires) -> str:
    """A requirement as introduction and items, one a line."""
    introduction, items = render_list(grammar, rule)
    return "\n".join((introduction, *items))


def read_list(grammar: Grammar, text: str) -> list[frozenset[AnyRule]]:
    """Every way to read an introduction with its items; none when some line is unread."""
    introduction, *items = text.split("\n")
    needed = [parse_needs(grammar, item) for item in items]
    groups = [frozenset(group) for found in needed if found for group in found.needs]
    scopes = tuple(sorted({scope for found in needed if found for scope in found.scopes}))
    if None in needed:
        return []
    return [
        frozenset(
            Requires(rule.capability, rule.channel, all_of(groups), scopes)
            for rule in reading.rules
            if isinstance(rule, Requires)
        )
        for reading in parse(grammar, introduction, "introduction")
    ]


def write_heading(grammar: Grammar, section: tuple[str, str | None, str | None]) -> str:
    """The heading of a section."""
    return render_heading(grammar, *section)


def read_heading(grammar: Grammar, text: str) -> list[tuple[object, ...]]:
    """Every way to read a heading."""
    found = [
        tuple(match.values.get(name) for name in ("scope", "edition", "lifecycle"))
        for match in matches(grammar, text, "heading")
    ]
    return list(dict.fromkeys(found))
