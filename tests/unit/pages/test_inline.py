import pytest

from engine.pages.blocks import Heading, List, Paragraph, Table, Text
from engine.pages.source import decode

from .conftest import ReadText
from .walking import all_texts, check_maps, only


def text_of(read: ReadText, source: str) -> Text:
    """The text of the one paragraph of a page, its map checked."""
    page, _ = read(source)
    decoded, _ = decode(page.path, source.encode())
    assert decoded is not None
    check_maps(page.blocks, {page.path: decoded})
    (text,) = all_texts(page.blocks)
    return text


@pytest.mark.parametrize(
    ("source", "visible"),
    [
        ("one\ntwo  \nthree\\\nfour", "one two three four"),
        ("  one <!-- not seen --> two", "one two"),
        ("one<br>two <br/> three", "one two three"),
        ("click <i class='x'></i> **here**", "click here"),
        ("![alt *text*](a.png) one ![b][c] two\n\n[c]: d.png", "one two"),
        ("R&amp;D &lt;x&gt; &#x41; &unknown;", "R&D <x> A &unknown;"),
        (r"\*not emphasis\* \a \\", r"*not emphasis* \a " + "\\"),
        ("a `` b ` c `` d ` e `", "a b ` c d e"),
        ("***both** one*", "both one"),
        ("**a*b** _c_ * d", "a*b c * d"),
        ("~~gone~~ ~~~one~~~ two", "gone ~one~ two"),
        ("<http://a.b/c?d=1> <a@b.c>", "http://a.b/c?d=1 a@b.c"),
        ("null \0 byte", "null \ufffd byte"),
        ("no\u00a0break", "no\u00a0break"),
        ("> > nested\n> > quote\nlazy", "nested quote lazy"),
        ("1. a\n\n   - one\n     two", "one two"),
        ("a  b", "a  b"),
    ],
)
def test_visible(read: ReadText, source: str, visible: str) -> None:
    page, _ = read(source)
    decoded, _ = decode(page.path, source.encode())
    assert decoded is not None
    check_maps(page.blocks, {page.path: decoded})
    assert [text.visible for text in all_texts(page.blocks)][-1] == visible


def test_marks(read: ReadText) -> None:
    text = text_of(read, "**See [the *page*][p]** and `code` ![](i.png)\n\n[p]: ../å%20b.md#x 'title'")
    assert text.visible == "See the page and code"
    assert [(mark.kind, text.visible[mark.start : mark.end], mark.target) for mark in text.marks] == [
        ("strong", "See the page", None),
        ("link", "the page", "../å%20b.md#x"),
        ("emphasis", "page", None),
        ("code", "code", None),
        ("image", "", "i.png"),
    ]


@pytest.mark.parametrize(
    ("source", "links"),
    [
        ('**<a href="x.md?a=1&amp;b=2">two</a>**', [("two", "x.md?a=1&b=2")]),
        ("<A class='b' HREF='x.md'>two</A> three", [("two", "x.md")]),
        ("<a href=x.md>**two</a> three**", [("two", "x.md")]),
        ('<a id="x"></a>[two <a name="y"></a>three](z.md)', [("two three", "z.md")]),
        ('<a href="x.md">never closed', []),
        ("<abbr>two</abbr></a>", []),
    ],
)
def test_an_authors_own_tag_is_a_link(read: ReadText, source: str, links: list[tuple[str, str]]) -> None:
    text = text_of(read, source)
    found = [(text.visible[mark.start : mark.end], mark.target) for mark in text.marks if mark.kind == "link"]
    assert found == links


@pytest.mark.parametrize(
    ("source", "part", "quote"),
    [
        ("a **bold** word", "bold word", "bold** word"),
        ("R&amp;D", "&", "&amp;"),
        ("> one\n> two *three*", "one two three", "one\n> two *three"),
        ("- a\n  - b [c](d) e", "b c", "b [c"),
        ("#   Head **ing** ##", "Head ing", "Head **ing"),
        ("Head\nline two\n---", "line", "line"),
        ("> - # deep", "deep", "deep"),
        ("`a` x `a`", "x a", "x `a"),
        ("a `b\nc` d", "b c", "b\nc"),
        ("<http://x.y>", "x.y", "x.y"),
    ],
)
def test_spans_quote_the_source(read: ReadText, source: str, part: str, quote: str) -> None:
    page, _ = read(source)
    decoded, _ = decode(page.path, source.encode())
    assert decoded is not None
    check_maps(page.blocks, {page.path: decoded})
    text = list(all_texts(page.blocks))[-1]
    start = text.visible.index(part)
    assert decoded.quote(text.span(start, start + len(part))) == quote


def test_a_text_without_visible_characters_has_a_span(read: ReadText) -> None:
    text = text_of(read, "   ![](a.png)")
    assert text.visible == ""
    assert (text.span().line, text.span().column) == (1, 4)


def test_a_setext_heading_and_a_heading_within_a_list(read: ReadText) -> None:
    page, _ = read("Title\n=====\n\n1. ## In *list* #\n")
    first, second = (block for block in (page.blocks[0], only(page.blocks, List).items[0].blocks[0]))
    assert isinstance(first, Heading)
    assert isinstance(second, Heading)
    assert (first.level, str(first.span), first.span.end_line) == (1, "en/page.md:1:1", 2)
    assert (second.level, second.text.visible, str(second.span)) == (2, "In list", "en/page.md:4:4")


class TestTables:
    def test_cells_of_equal_text_have_places_of_their_own(self, read: ReadText) -> None:
        page, _ = read("| a | a |\n|---|---|\n| b | b |\n")
        table = only(page.blocks, Table)
        assert [cell.span().column for cell in table.header.cells] == [3, 7]
        assert [cell.span().column for cell in table.rows[0].cells] == [3, 7]

    def test_escaped_pipes_and_code(self, read: ReadText) -> None:
        source = "> | a \\| b | `c \\| d` |\n> |---|---|\n> | \\|\\|e | f \\\\| g | h |"
        page, _ = read(source)
        decoded, _ = decode(page.path, source.encode())
        assert decoded is not None
        check_maps(page.blocks, {page.path: decoded})
        table = only(page.blocks, Table)
        assert [cell.visible for cell in table.header.cells] == ["a | b", "c | d"]
        assert [decoded.quote(cell.span()) for cell in table.header.cells] == ["a \\| b", "c \\| d"]
        assert [cell.visible for cell in table.rows[0].cells] == ["||e", "f | g"]
        assert decoded.quote(table.rows[0].cells[0].span(0, 1)) == "\\|"

    def test_rows_without_a_closing_pipe_and_with_other_numbers_of_cells(self, read: ReadText) -> None:
        source = "| a | b |\n|---|---|\n| c | d\n| e |\n| f | g | h |\ni \\|\n| | j \\||"
        page, _ = read(source)
        table = only(page.blocks, Table)
        assert [[cell.visible for cell in row.cells] for row in table.rows] == [
            ["c", "d"],
            ["e", ""],
            ["f", "g"],
            ["i |", ""],
            ["", "j |"],
        ]
        assert [row.closed for row in table.rows] == [False, True, True, False, True]
        assert (table.header.closed, table.rows[0].span.line, table.rows[1].cells[1].span().column) == (True, 3, 6)

    def test_two_sentences_and_links_in_a_cell(self, read: ReadText) -> None:
        source = "| a |\n|---|\n|  One [two](x.md)<br>three. Four.  |"
        page, _ = read(source)
        (cell,) = only(page.blocks, Table).rows[0].cells
        assert cell.visible == "One two three. Four."
        assert cell.span(0, 3).column == 4


def test_paragraphs_after_front_matter_count_lines_of_the_file(read: ReadText) -> None:
    page, _ = read("<!-- c -->\r\n---\r\ntitle: T\r\n---\r\n\r\nBody\r\n")
    paragraph = only(page.blocks, Paragraph)
    assert (str(paragraph.span), paragraph.text.pieces[0].line) == ("en/page.md:6:1", 6)
