"""What corresponding texts tell of words."""

from hypothesis import given
from hypothesis import strategies as st

from engine.alignment.lexicon import Lexicon, TextGroup, stems

PAIRS = {
    "brush": "pensel",
    "lamp": "lampa",
    "frame": "ram",
    "glaze": "glasyr",
    "easel": "staffli",
    "spatula": "spatel",
    "varnish": "fernissa",
    "canvas": "duk",
    "pigment": "pigment",
    "sponge": "svamp",
    "chalk": "krita",
    "linen": "linne",
    "wax": "vax",
    "gloss": "glans",
}


def lexicon() -> Lexicon:
    """Four texts about each word."""
    texts = [
        (f"{verb} {word}", f"{their_verb} {theirs}")
        for verb, their_verb in (("clean", "rengör"), ("buy", "köp"), ("keep", "spara"), ("move", "flytta"))
        for word, theirs in PAIRS.items()
    ]
    wanted = frozenset(stem for pair in texts for text in pair for stem in text.split())
    return Lexicon([TextGroup(("en", "sv"), texts)], wanted)


LEXICON = lexicon()
words = st.frozensets(st.sampled_from(sorted(PAIRS)), max_size=5)


def test_words_that_occur_together_stand_for_each_other() -> None:
    assert LEXICON.partners("en", "brush", "sv") == {"pensel": 1.0, "brush": 1.0}
    assert LEXICON.partners("sv", "duk", "en") == {"canvas": 1.0, "duk": 1.0}


def test_a_word_that_stands_everywhere_says_nothing() -> None:
    assert LEXICON.weight("en", "clean") == 0
    assert LEXICON.weight("en", "brush") > 0


def test_a_word_never_seen_stands_for_itself_only() -> None:
    assert LEXICON.partners("en", "quote", "sv") == {"quote": 1.0}


@given(own=words)
def test_a_translation_says_all_of_it(own: frozenset[str]) -> None:
    theirs = frozenset(PAIRS[word] for word in own)
    assert LEXICON.said("en", own, "sv", theirs) == (1.0 if own else 0.0)


@given(own=words, other=words)
def test_the_share_is_that_of_the_words_in_common(own: frozenset[str], other: frozenset[str]) -> None:
    share = LEXICON.said("en", own, "sv", frozenset(PAIRS[word] for word in other))
    assert (share == 0) == (not own & other)
    assert (share == 1) == (bool(own) and own <= other)


@given(own=words, other=words)
def test_what_is_said_beside_tells_nothing(own: frozenset[str], other: frozenset[str]) -> None:
    there = frozenset(PAIRS[word] for word in own | other)
    assert LEXICON.said("en", own, "sv", there, own | other) == 0


def test_forms_of_a_word_are_one() -> None:
    assert stems("Varnishes, VARNISHED: 4:08, a 7") == {"varnish", "4:08", "7"}
