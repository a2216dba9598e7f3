"""The notation of patterns."""

import pytest

from engine.grammar.pattern import (
    Choice,
    Literal,
    Optional,
    PatternError,
    Sequence,
    Slot,
    flags_of,
    parse_pattern,
    slots_of,
)


def test_a_pattern_is_words_slots_alternatives_and_options() -> None:
    tree = parse_pattern("Access (to|for) {capabilities.dative|and}[ via {channels|or}][open_ended:, etc.]")
    assert tree == Sequence(
        (
            Literal("Access ", ("access",)),
            Choice((Sequence((Literal("to", ("to",)),)), Sequence((Literal("for", ("for",)),)))),
            Literal(" ", ()),
            Slot("capabilities", "dative", "and"),
            Optional(Sequence((Literal(" via ", ("via",)), Slot("channels", None, "or")))),
            Optional(Sequence((Literal(", etc.", (",", "etc", ".")),)), "open_ended"),
        )
    )
    assert [slot.name for slot in slots_of(tree)] == ["capabilities", "channels"]
    assert flags_of(tree) == ("open_ended",)


def test_an_option_may_have_alternatives() -> None:
    (optional,) = parse_pattern("[the|a]").parts
    assert isinstance(optional, Optional)
    options = (Sequence((Literal("the", ("the",)),)), Sequence((Literal("a", ("a",)),)))
    assert optional.body == Sequence((Choice(options),))


def test_brackets_may_be_words() -> None:
    (literal,) = parse_pattern(r"\(a\) \[b\]").parts
    assert literal == Literal("(a) [b]", ("(", "a", ")", "[", "b", "]"))


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("a [b", "`[` at column 3 is never closed"),
        ("a (b|c", "`(` at column 3 is never closed"),
        ("[a (b]", "unexpected `]` at column 6"),
        ("a] b", "unexpected `]` at column 2"),
        ("a) b", "unexpected `)` at column 2"),
        ("a | b", "unexpected `|` at column 3"),
        ("a } b", "unexpected `}` at column 3"),
        ("a \\ b", "unexpected `\\` at column 3"),
        ("{a", "malformed slot at column 1"),
        ("{}", "malformed slot at column 1"),
        ("x {a b}", "malformed slot at column 3"),
        ("x {A}", "malformed slot at column 3"),
        ("x {a.}", "malformed slot at column 3"),
        ("x {a|nor}", "malformed slot at column 3"),
    ],
)
def test_a_broken_pattern_tells_what_is_wrong_and_where(pattern: str, said: str) -> None:
    with pytest.raises(PatternError) as caught:
        parse_pattern(pattern)
    assert said in str(caught.value)
