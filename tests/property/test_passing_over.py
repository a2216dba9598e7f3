"""What is passed over by its words says nothing: reading goes the same with every sieve wide open."""

import functools

import msgspec
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from engine.grammar import Grammar, render, split_sentences
from engine.grammar.demands import Triggers
from engine.grammar.sieve import Sieve
from engine.grammar.tokens import keys, tokenize, words
from engine.localedata.vocabulary import KINDS
from engine.model.spans import Span
from engine.pages.blocks import AnyBlock, Heading, Item, List, Page, Paragraph, Piece, Row, Table, Text
from engine.rules.from_pages import from_page
from tests.laws import examples

from .strategies import grammar_of, in_each_language, requirements

LAW = examples(60, HealthCheck.too_slow)

HERE = Span("page.md", 1, 1, 1, 1)
MARKS = (
    "(",
    ") ",
    ", ",
    ". ",
    ".",
    ": ",
    "? ",
    " - ",
    "-",
    "/",
    "+ ",
    "’",
    "\u00ad",
    "\u00a0",
    "\u0301",
    "½",
    "ﬁ",
    "Ⅷ",
    "4.5",
)


@functools.cache
def wide_open(language: str) -> Grammar:
    """A language whose reading passes over nothing by its words, and tries every phrase at every place."""
    grammar = grammar_of(language)
    all_pass = Sieve(((),))
    reader = grammar.matcher.needs
    assert reader is not None
    return msgspec.structs.replace(
        grammar,
        matcher=msgspec.structs.replace(
            grammar.matcher, needs=msgspec.structs.replace(reader, openings=None, demands=())
        ),
        reading={
            form: (patterns, Triggers({}, tuple(range(len(patterns))), frozenset()))
            for form, (patterns, _) in grammar.reading.items()
        },
        of_licences=all_pass,
        of_holders=all_pass,
        of_subjects=all_pass,
        across_sentences=all_pass,
    )


@functools.cache
def texts(language: str) -> st.SearchStrategy[str]:
    """Texts of the names, words and openings of sentences of a language, and requirements among them."""
    grammar = grammar_of(language)
    locale = grammar.locale
    names = st.sampled_from([surface for term in locale.terms for surface in term.surfaces])
    told = [word for name in sorted(locale.word_lists) for word in locale.words(name)]
    parts = [part for entry in locale.entries for source in entry.read for part in source.text.split("{")[0].split()]
    written = requirements().map(lambda rule: render(grammar, [rule], "sentence"))
    pieces = st.one_of(
        names.map(lambda name: f"{name} "),
        names.map(str.upper),
        st.sampled_from(told).map(lambda word: f"{word} "),
        st.sampled_from(parts or told).map(lambda part: f"{part} "),
        st.sampled_from(MARKS),
        st.text(max_size=3),
        written.map(lambda sentence: f"{sentence} "),
    )
    return st.lists(pieces, max_size=8).map(lambda some: " ".join("".join(some).split()))


def text_of(visible: str) -> Text:
    """A text of a page."""
    return Text(visible, (Piece(0, HERE.path, 1, 1),))


def blocks_of(language: str) -> st.SearchStrategy[AnyBlock]:
    """A block of a page: what its texts say counts differently in each."""
    some = texts(language).map(text_of)
    paragraphs = some.map(lambda text: Paragraph(span=HERE, text=text))
    items = paragraphs.map(lambda paragraph: Item(blocks=(paragraph,), span=HERE))
    rows = st.tuples(some, some).map(lambda cells: Row(cells=cells, span=HERE))
    return st.one_of(
        paragraphs,
        some.map(lambda text: Heading(span=HERE, level=2, text=text, anchor="a")),
        st.lists(items, min_size=1, max_size=3).map(lambda few: List(span=HERE, ordered=False, items=tuple(few))),
        st.tuples(rows, rows).map(lambda both: Table(span=HERE, header=both[0], rows=both[1:])),
    )


@in_each_language
@LAW
@given(data=st.data())
def test_reading_a_page_gives_the_same_where_nothing_is_passed_over(language: str, data: st.DataObject) -> None:
    blocks = data.draw(st.lists(blocks_of(language), min_size=1, max_size=4))
    page = Page(
        path=HERE.path,
        key="page.md",
        folder=language,
        language=language,
        title=data.draw(texts(language)),
        front_matter={},
        front_matter_lines={},
    ).holding(blocks)
    quick, plain = (from_page(page, grammar, lambda _: "") for grammar in (grammar_of(language), wide_open(language)))
    assert quick == plain


@in_each_language
@LAW
@given(data=st.data())
def test_names_are_found_alike_in_a_text_and_in_its_tokens(language: str, data: st.DataObject) -> None:
    lexicon = grammar_of(language).lexicon
    text = data.draw(texts(language))
    for kind in KINDS:
        assert lexicon.named(kind, text) == lexicon.whole(kind, tokenize(text))
        if lexicon.mentions((kind,), tokenize(text)):
            assert Sieve(lexicon.paths((kind,))).lets_pass(words(text))


@in_each_language
@LAW
@given(data=st.data())
def test_the_tokens_of_sentences_are_those_of_their_text(language: str, data: st.DataObject) -> None:
    text = data.draw(texts(language) | st.text())
    bounds = split_sentences(text, grammar_of(language).locale.words("abbreviations"))
    assert tuple(key for start, end in bounds for key in keys(text[start:end])) == keys(text)
