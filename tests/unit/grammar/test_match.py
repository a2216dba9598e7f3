"""Matching a pattern against a text: every way in which it covers all of it."""

from collections.abc import Callable

import pytest

from engine.grammar import Grammar
from engine.grammar.match import MOST_STATES
from engine.grammar.pattern import parse_pattern
from engine.grammar.tokens import tokenize


@pytest.fixture
def match(grammar_of: Callable[[str], Grammar]) -> Callable[[str, str], list[dict[str, object]]]:
    """Matches a pattern with the names of English."""
    matcher = grammar_of("en").matcher
    return lambda pattern, text: [dict(found) for found in matcher.match(parse_pattern(pattern), tokenize(text))]


Match = Callable[[str, str], list[dict[str, object]]]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("use it", "Use it"),
        ("use it.", "use it"),
        ("use it", "use it."),
        ("use it", "use it,."),
        ("use, then it", "use then it"),
        ("use then it", "use, then it"),
        ("[use] use it", "use it"),
        ("[use] use it", "use use it"),
        ("[use|take] use it", "use it"),
        ("(use|use it) it", "use it it"),
        ("(use|use it) it", "use it"),
        ("a [b [c]] d", "a b c d"),
        ("a [b [c]] d", "a b d"),
        ("a [b [c]] d", "a d"),
        (r"use \(it\)", "use (it)"),
    ],
)
def test_a_pattern_covers_a_text(pattern: str, text: str, match: Match) -> None:
    assert match(pattern, text) == [{}]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("use it", "use"),
        ("use it", "use it now"),
        ("use it", "now use it"),
        ("use it", ""),
        ("a [b [c]] d", "a c d"),
        ("(use|take) it", "it"),
        ("use it", "use; it"),
        (r"use \(it\)", "use it"),
    ],
)
def test_a_pattern_does_not_cover_another_text(pattern: str, text: str, match: Match) -> None:
    assert match(pattern, text) == []


def test_slots_hold_ids_and_lists_hold_tuples(match: Match) -> None:
    assert match("{capability} via {channels|or}", "the Sale module via a browser or third-party apps") == [
        {"capability": "sale-module", "channels": ("web", "third-party-apps")}
    ]


def test_a_flag_is_set_only_where_its_words_are_read(match: Match) -> None:
    assert match("{capability}[open_ended:, etc.]", "quotes, etc.") == [{"capability": "quotes", "open_ended": True}]
    assert match("{capability}[open_ended:, etc.]", "quotes") == [{"capability": "quotes"}]


def test_a_text_with_two_readings_gives_both(match: Match) -> None:
    found = match("{capabilities|and} and {capability}", "quotes and the Sale module and Standard CRM")
    assert found == [{"capabilities": ("quotes", "sale-module"), "capability": "standard-crm"}]
    found = match("[{capability} and] {capabilities|and}", "quotes and Standard CRM")
    assert sorted(found, key=len) == [
        {"capabilities": ("quotes", "standard-crm")},
        {"capability": "quotes", "capabilities": ("standard-crm",)},
    ]


def test_more_readings_than_any_sentence_has_are_none(match: Match) -> None:
    options = "[x] " * 9
    assert MOST_STATES < 2**9
    assert match(f"{options} y", "x " * 9 + "y") == [{}]
    flags = [f"[{letter}: x]" for letter in "abcdefghijkl"]
    assert len(match(" ".join([*flags[:5], "y"]), "x y")) == 5
    assert match(" ".join([*flags, "y"]), "x " * 5 + "y") == []
