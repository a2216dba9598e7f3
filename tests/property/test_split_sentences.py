"""Sentences cover their text without loss: between them stands nothing but space, and they stand in order."""

from hypothesis import example, given
from hypothesis import strategies as st

from engine.grammar import render, split_sentences
from engine.model.rules import AnyRule

from .strategies import LAW, grammar_of, in_each_language, rows

pieces = st.sampled_from(
    ("A", "b", "etc.", "e.g.", "z.B.", ".", "!", "?", "…", '"', ")", " ", "\n", "\u00a0", "7", "ö")
)
texts = st.text() | st.lists(pieces).map("".join)
abbreviations = st.lists(st.sampled_from(("etc.", "e.g.", "z.B.", "")), unique=True)


@LAW
@example(text="One. Two", known=[])
@example(text="etc. B. ", known=["etc."])
@given(text=texts, known=abbreviations)
def test_sentences_cover_the_text_without_loss(text: str, known: list[str]) -> None:
    bounds = split_sentences(text, known)
    edges = [0, *(edge for bound in bounds for edge in bound), len(text)]
    assert edges == sorted(edges)
    gaps = [text[end:start] for end, start in zip(edges[::2], edges[1::2], strict=True)]
    assert all(gap.strip() == "" for gap in gaps)
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in bounds)


@LAW
@given(text=texts, known=abbreviations)
def test_a_sentence_is_not_split_further(text: str, known: list[str]) -> None:
    for start, end in split_sentences(text, known):
        sentence = text[start:end]
        assert split_sentences(sentence, known) == ((0, len(sentence)),)


@in_each_language
@LAW
@given(rules=rows)
def test_what_is_written_splits_where_each_sentence_is_written_alone(language: str, rules: frozenset[AnyRule]) -> None:
    grammar = grammar_of(language)
    text = render(grammar, rules, "cell")
    sentences = [text[start:end] for start, end in split_sentences(text, grammar.locale.words("abbreviations"))]
    assert " ".join(sentences) == text
    assert all(sentence.endswith(".") for sentence in sentences)
    assert len(sentences) <= 2 * len(rules)
