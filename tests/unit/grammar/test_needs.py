"""Requirement phrases: what is needed, in which groups."""

import itertools
from collections.abc import Callable

import pytest

from engine.grammar import Grammar, parse
from engine.grammar.meanings import SLOT_KINDS
from engine.grammar.needs import Needed, NeedsReader
from engine.grammar.parse import parse_needs
from engine.grammar.pattern import parse_pattern
from engine.grammar.tokens import tokenize
from engine.model.rules import Requires

from .conftest import Read, ReadNeeds

GrammarOf = Callable[[str], Grammar]

A, B, C, D = "a licence for Audience", "a licence for Satellite", "a licence for Pocket CRM", "log-in rights"
NAMES = {"audience": "A", "satellite": "B", "pocket-crm": "C", "login-rights": "D"}


def groups(found: tuple[tuple[str, ...], ...] | None) -> set[str] | None:
    """Needs as short text: {"AB", "C"} is (A or B) and C."""
    return None if found is None else {"".join(sorted(NAMES[id] for id in group)) for group in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (A, {"A"}),
        (f"{A} and {B}", {"A", "B"}),
        (f"{A} or {B}", {"AB"}),
        (f"{A}, {B} and {C}", {"A", "B", "C"}),
        (f"{A}, {B}, and {C}", {"A", "B", "C"}),
        (f"{A}, {B} or {C}", {"ABC"}),
        (f"{A}, {B}, or {C}", {"ABC"}),
        (f"{A} or {B} and {C}", {"AB", "C"}),
        (f"{A} and {B} or {C}", {"A", "BC"}),
        (f"{A} and {B}, or {C}", {"AC", "BC"}),
        (f"{A} or {B} and {C}, or {D}", {"ABD", "CD"}),
        (f"{A} and {B}, or {C} and {D}", {"AC", "AD", "BC", "BD"}),
        (f"either {A} or {B}", {"AB"}),
        (f"{D} and either {A} or {B}", {"D", "AB"}),
        (f"either {A} or {B}, and {D}", {"AB", "D"}),
        (f"one of these: {A} and {B}", {"AB"}),
        (f"at least one of the following licences: {A}, {B} and {C}", {"ABC"}),
        (f"{D} and at least one of {A} and {B}", {"D", "AB"}),
        (f"at least one of {A} or {B}", {"AB"}),
        (f"at least one of {A} and {B} and {C}", None),
        (f"at least one of {A} or {B} and {C}", None),
        (f"{D} or at least one of {A} and {B}", None),
        (f"{A}, as well as {B}", {"A", "B"}),
        (f"{A} and {A}", {"A"}),
        (f"{A} or {B} and {A}", {"A"}),
        ("a licence for Audience, Satellite or Pocket CRM", {"ABC"}),
        ("a licence for Audience or Satellite and log-in rights", {"AB", "D"}),
        ("Audience licence or Satellite license", {"AB"}),
    ],
)
def test_or_binds_closer_than_and_except_after_a_comma(text: str, expected: set[str] | None, needs: ReadNeeds) -> None:
    assert groups(needs("en", text)) == expected


@pytest.mark.parametrize("language", ["da", "de", "en", "nb", "nl", "sv"])
def test_of_several_one_will_do_in_every_language(language: str, grammar_of: GrammarOf, needs: ReadNeeds) -> None:
    locale = grammar_of(language).locale
    first, second = (locale.name_of("licence", id) for id in ("sales-premium", "service-premium"))
    for one_of in locale.words("one_of"):
        found = needs(language, f"{one_of} {first} {locale.words('and')[0]} {second}")
        assert found == (("sales-premium", "service-premium"),)


@pytest.mark.parametrize("end", ["", ".", ",", ";", " ;", "…and more"])
def test_a_phrase_may_end_with_a_mark_and_with_nothing_else(end: str, needs: ReadNeeds) -> None:
    assert groups(needs("en", f"{A} and {B}{end}")) == (None if end.startswith("…") else {"A", "B"})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a licence",
        "and",
        f"{A} and",
        f"{A}, {B}",
        f"{A} or the moon",
        f"{A} {B}",
        "a licence for the unheard-of",
    ],
)
def test_what_could_mean_something_else_is_no_requirement(text: str, needs: ReadNeeds) -> None:
    assert needs("en", text) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "eine Essential- oder Premium-Benutzerlizenz"),
        ("de", "eine Essential- oder eine Premium-Benutzerlizenz"),
        ("nl", "een Essential- of Premium-gebruikerslicentie"),
        ("sv", "en Essential- eller Premium-användarlicens"),
        ("da", "en Essential- eller Premium-brugerlicens"),
        ("no", "en Essential- eller Premium-brukerlisens"),
        ("en", "an Essential or Premium user plan"),
        ("en", "an Essential or a Premium user plan"),
    ],
)
def test_a_suspended_compound_names_both(language: str, text: str, needs: ReadNeeds) -> None:
    assert needs(language, text) == (("essential-user-plan", "premium-user-plan"),)


def test_a_phrase_gives_a_scope_to_the_licences_it_names(grammar_of: GrammarOf) -> None:
    found = parse_needs(grammar_of("en"), "a system licence for Standard CRM or Satellite, and a licence for Audience")
    assert found is not None
    assert found.needs == (("audience",), ("satellite", "standard-crm"))
    assert found.scopes == (("satellite", "system"), ("standard-crm", "system"))


def test_a_name_that_is_also_the_beginning_of_the_next_phrase_is_divided_rightly(
    grammar_of: GrammarOf,
) -> None:
    found = parse_needs(grammar_of("en"), "a licence for Audience or a system licence for System")
    assert found is not None
    assert found.needs == (("audience", "system"),)
    assert found.scopes == (("system", "system"),)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "To log in to SuperOffice CRM from a web client, you need log-in rights and a licence for Audience."),
        ("en", "You need log-in rights and a licence for Audience to log in to SuperOffice CRM from a web client."),
        (
            "nl",
            "Om u aan te melden bij SuperOffice CRM vanaf een webclient hebt u aanmeldrechten en een licentie voor "
            "Audience nodig.",
        ),
        (
            "de",
            "Für die Anmeldung bei SuperOffice CRM über einen Webclient benötigen Sie Anmelderechte und eine Lizenz "
            "für Audience.",
        ),
    ],
)
def test_a_sentence_states_a_requirement_over_a_channel(language: str, text: str, read: Read) -> None:
    rule = Requires("log-in", "web", (("audience",), ("login-rights",)))
    assert read(language, text, "sentence") == [((rule,), ())]


@pytest.mark.parametrize(("pairs", "said"), [(2, 4), (6, 64), (7, None), (11, None)])
def test_alternatives_of_pairs_multiply_up_to_a_bound(pairs: int, said: int | None, grammar_of: GrammarOf) -> None:
    grammar = grammar_of("en")
    names = [f"a licence for {term.forms['name']}" for term in grammar.locale.terms if term.kind == "licence"]
    members = [f"{one} and {other}" for one, other in itertools.islice(zip(names, reversed(names), strict=True), pairs)]
    found = parse_needs(grammar, ", or ".join(members))
    assert (len(found.needs) if found else None) == said


def test_phrases_that_can_be_divided_in_many_ways_are_not_divided_in_all(grammar_of: GrammarOf) -> None:
    grammar = grammar_of("en")
    bare = NeedsReader(grammar.lexicon, grammar.matcher.words, (parse_pattern("{licences|or}"),), SLOT_KINDS)
    licences = [term for term in grammar.locale.terms if term.kind == "licence"]
    tokens = tokenize(" or ".join(term.forms["name"] for term in licences))
    readings = list(bare.read(tokens, 0))
    assert (len(tokens), Needed((tuple(sorted(term.id for term in licences)),))) in readings
    assert len(readings) < 10_000


def test_a_hostile_requirement_stays_unread_and_does_not_hang(grammar_of: GrammarOf) -> None:
    sentence = "To log in to SuperOffice CRM, you need {}."
    assert len(parse(grammar_of("en"), sentence.format(f"{A} and {B}"), "sentence")) == 1
    for needed in (f", or {A} and ".join([B] * 90), f" and {A}, or ".join([B] * 90), " or ".join([A] * 200)):
        assert parse(grammar_of("en"), sentence.format(needed), "sentence") == ()
        assert parse_needs(grammar_of("en"), needed) is None
