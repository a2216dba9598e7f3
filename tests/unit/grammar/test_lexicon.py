"""Names in running text: the longest first, each within its kind."""

from collections.abc import Callable

import pytest

from engine.grammar import Grammar
from engine.grammar.lexicon import Trie
from engine.grammar.tokens import keys, tokenize

from .conftest import ROW, Read


def capabilities(read: Read, language: str, text: str) -> list[set[str]]:
    """The capabilities that each reading grants."""
    return [{rule.capability for rule in rules} for rules, _ in read(language, text)]


def test_a_trie_gives_every_name_that_begins_at_a_place_shortest_first() -> None:
    trie = Trie()
    for name in ("Standard", "Standard CRM", "Standard CRM user", "CRM"):
        trie.add(keys(name), name)
    assert list(trie.lookup(tokenize("the Standard CRM user plan"), 1)) == [
        (2, "Standard"),
        (3, "Standard CRM"),
        (4, "Standard CRM user"),
    ]
    assert list(trie.lookup(tokenize("plan"), 0)) == []
    assert list(trie.lookup(tokenize("Standard"), 1)) == []


def test_a_name_is_entered_once() -> None:
    trie = Trie()
    trie.add(("a",), "x")
    trie.add(("a",), "x")
    trie.add(("a",), "y")
    assert list(trie.lookup(tokenize("a"), 0)) == [(1, "x"), (1, "y")]


def test_the_longest_name_is_found_where_one_begins_like_another(grammar_of: Callable[[str], Grammar]) -> None:
    lexicon = grammar_of("en").lexicon
    mentions = lexicon.mentions(("licence",), tokenize("Standard CRM user, Standard CRM and Pocket CRM apps"))
    assert mentions == (("licence", "standard-crm-user"), ("licence", "standard-crm"), ("licence", "pocket-crm"))


def test_a_whole_text_is_a_name_with_or_without_its_article(grammar_of: Callable[[str], Grammar]) -> None:
    lexicon = grammar_of("de").lexicon
    for text in ("Kundencenter", "das Kundencenter", "DAS KUNDEN\u00adCENTER", "„Kundencenter“"):
        assert lexicon.whole("capability", tokenize(text)) == ("customer-centre",)
    assert lexicon.whole("capability", tokenize("ein SuperOffice CRM")) == ("superoffice-crm",)
    assert lexicon.whole("capability", tokenize("das Kundencenter heute")) == ()
    assert lexicon.whole("no-such-kind", tokenize("Kundencenter")) == ()


def test_a_surface_form_names_an_id_of_each_kind_that_has_it(grammar_of: Callable[[str], Grammar]) -> None:
    lexicon = grammar_of("sv").lexicon
    name = tokenize("Remote Travel")
    assert lexicon.whole("licence", name) == lexicon.whole("capability", name) == ("remote-travel",)
    assert set(lexicon.mentions(("licence", "capability"), name)) == {("licence", "remote-travel")}
    audience = tokenize("SuperOffice Audience")
    assert [lexicon.whole(kind, audience) for kind in ("licence", "capability", "channel")] == [("audience",)] * 3


def test_a_name_shared_across_kinds_is_read_by_the_place_it_stands_in(read: Read) -> None:
    (((granted,), notes),) = read("en", "Access to SuperOffice Audience via SuperOffice Audience.")
    assert (granted.licence, granted.capability, granted.channels, notes) == (ROW, "audience", ("audience",), ())


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Access to functionality for anonymous and external users.", {"external-user-functions"}),
        ("en", "Allows you to define areas in Settings and maintenance.", {"define-areas"}),
        (
            "nl",
            "Toegang tot functies voor anonieme en externe gebruikers en offertes.",
            {"external-user-functions", "quotes"},
        ),
        (
            "da",
            "Adgang til tilbud, funktioner for anonyme og eksterne brugere og Remote Travel.",
            {"quotes", "external-user-functions", "remote-travel"},
        ),
        (
            "de",
            "Zugriff auf Funktionen für anonyme und externe Benutzer und SAINT-Statusmonitore.",
            {"external-user-functions", "saint-monitors"},
        ),
    ],
)
def test_a_conjunction_inside_a_name_does_not_split_it(language: str, text: str, found: set[str], read: Read) -> None:
    assert capabilities(read, language, text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Access to Standard CRM, the Sale module and SuperOffice Service.",
            {"standard-crm", "sale-module", "service-module"},
        ),
        ("Access to Standard CRM and the Sale module and quotes.", {"standard-crm", "sale-module", "quotes"}),
        ("Access to Standard CRM, Sale, as well as quotes.", {"standard-crm", "sale-module", "quotes"}),
        ("Access to Standard CRM, the Sale module, and quotes", {"standard-crm", "sale-module", "quotes"}),
    ],
)
def test_a_list_of_names_is_all_of_them(text: str, found: set[str], read: Read) -> None:
    assert capabilities(read, "en", text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Access to Standard CRM or the Sale module.",
        "Access to Standard CRM, the Sale module.",
        "Access to Standard CRM and.",
        "Access to Standard CRM and Standard CRM.",
        "Access to Standard CRM the Sale module.",
        "Access to Standard CRM and the unheard-of module.",
    ],
)
def test_a_list_that_is_not_joined_by_and_words_is_unread(text: str, read: Read) -> None:
    assert read("en", text) == []
