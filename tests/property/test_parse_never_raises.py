"""parse(text, form) never raises, for any text and form; what it reads, it reads again alike."""

from hypothesis import example, given
from hypothesis import strategies as st

from engine.grammar import Grammar, Reading, parse, split_sentences
from engine.grammar.parse import matches, parse_needs

from .strategies import LAW, SUBJECT, grammar_of, in_each_language

FORMS = ("cell", "sentence", "introduction", "heading", "need", "no-such-form", "")
HOSTILE = (
    "",
    " ",
    "{",
    "[]",
    "\\",
    "\x00",
    "\ud800",
    "a" * 5000,
    ", " * 900,
    "((((",
    "\N{RIGHT-TO-LEFT OVERRIDE}-",
    "İ",
    "\u00ad",
    "\u0301",
)


def words_of(grammar: Grammar) -> list[str]:
    """The words that the language's own patterns and names consist of, and its marks."""
    texts = [source.text for entry in grammar.locale.entries for source in (*entry.write, *entry.read)]
    words = {word.strip("[](){}.,") for text in texts for word in text.replace("|", " ").split()}
    names = {surface for term in grammar.locale.terms for surface in term.surfaces}
    lists = {word for words in grammar.locale.word_lists.values() for word in words}
    return sorted(words | names | lists | {",", ".", ":", "(", ")", "-", "–", "…"})


def read_everywhere(grammar: Grammar, text: str) -> list[tuple[Reading, ...]]:
    """What each form makes of a text."""
    split_sentences(text, grammar.locale.words("abbreviations"))
    parse_needs(grammar, text)
    list(matches(grammar, text, "heading"))
    return [parse(grammar, text, form, SUBJECT) for form in FORMS]


@in_each_language
@LAW
@given(text=st.text())
def test_any_text_is_read_or_left_unread(language: str, text: str) -> None:
    grammar = grammar_of(language)
    assert read_everywhere(grammar, text) == read_everywhere(grammar, text)


@in_each_language
def test_hostile_texts_say_nothing(language: str) -> None:
    for text in HOSTILE:
        assert not any(read_everywhere(grammar_of(language), text)), repr(text)


@in_each_language
@LAW
@example(data=None)
@given(data=st.data())
def test_any_mix_of_the_grammars_own_words_is_read_or_left_unread(language: str, data: st.DataObject | None) -> None:
    grammar = grammar_of(language)
    words = words_of(grammar)
    text = " ".join(data.draw(st.lists(st.sampled_from(words), max_size=30)) if data else words)
    for readings in read_everywhere(grammar, text):
        assert len({frozenset(reading.rules) for reading in readings}) == len(readings)
        assert all(reading.rules for reading in readings)
