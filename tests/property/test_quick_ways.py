"""Where most of what there is can be done quicker, the quick way gives what the plain one does."""

import posixpath
from collections import Counter
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from site_builder import readback, search
from site_builder.routes import relative

ODD = "aA9 ½²™ﬁİßſéÅåÄøœ­é́-–…’'_·\n\xa0Ⅳª①가Σς"
TEXT = st.text(st.sampled_from(ODD) | st.characters(codec="utf-8"), max_size=40)

TAGS = (
    "p",
    "li",
    "ul",
    "ol",
    "h2",
    "table",
    "tr",
    "td",
    "div",
    "aside",
    "blockquote",
    "strong",
    "em",
    "a",
    "span",
    "pre",
)
ABOUT = st.sampled_from(
    ("", ' class="alert"', ' href="x" title="y"', " data-charter-generated", ' title="data-charter-generated"')
)
WORDS = st.sampled_from(("one", "two &amp; three", "\n", " ", "", "&lt;p&gt;", "e = mc²"))
PIECES = st.one_of(
    WORDS,
    st.builds(lambda tag, about: f"<{tag}{about}>", st.sampled_from((*TAGS, "br", "hr", "img")), ABOUT),
    st.builds(lambda tag: f"</{tag}>", st.sampled_from(TAGS)),
    st.builds(lambda tag, about, text: f"<{tag}{about}>{text}</{tag}>", st.sampled_from(TAGS), ABOUT, WORDS),
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_pages_are_read_back_as_a_parser_reads_them(content: str) -> None:
    article = f"<article data-charter-article>{content}</article>"
    quick, plain = readback._Reader("x.md"), readback._Reader("x.md")
    assert readback._read_plain(article, quick)
    parser = readback._Parser(plain)
    parser.feed(article)
    parser.close()
    assert quick.root.blocks == plain.root.blocks


@given(TEXT)
def test_words_are_counted_as_they_are_found(text: str) -> None:
    assert search._counted(text) == Counter(search._runs_of(text))


PLACES = st.lists(st.sampled_from(("a", "b", "å", "c:d", "index.html")), min_size=1, max_size=4).map("/".join)


@given(PLACES, PLACES)
def test_addresses_lead_from_place_to_place(place: str, target: str) -> None:
    found = unquote(relative(place, target))
    assert posixpath.normpath(posixpath.join("/", posixpath.dirname(place), found)) == f"/{target}"
