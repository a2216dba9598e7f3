from engine.pages.blocks import Alert, Heading, List, Paragraph, Quote, Table
from site_builder.readback import read_back


def blocks(article: str) -> tuple[object, ...]:
    page = f"<p>before</p><nav><h2>x</h2></nav><article class='page' data-charter-article>{article}</article><p>x</p>"
    return read_back(page, "x.md")


def test_blocks_are_seen_as_a_reader_sees_them() -> None:
    found = blocks(
        "<h2>A <b>B</b><a data-charter-generated>#</a></h2><p>One<br>two\nthree &amp; <code>c</code></p>"
        "<aside class='alert alert-tip'><p data-charter-generated>Tip</p><p>T</p></aside>"
        "<blockquote><p>Q</p></blockquote>"
    )
    heading, paragraph, alert, quote = found
    assert isinstance(heading, Heading)
    assert (heading.level, heading.text.visible) == (2, "A B")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.visible == "One two three & c"
    assert isinstance(alert, Alert)
    assert len(alert.blocks) == 1
    assert isinstance(quote, Quote)


def test_tables_and_nested_lists() -> None:
    table, items = blocks(
        "<div><table><thead><tr><th>A</th></tr></thead><tbody><tr><td><span>1</span>"
        "<ul data-charter-generated><li>badge</li></ul></td></tr></tbody></table></div>"
        "<ol><li>x<ul><li><p>y</p></li></ul></li></ol>"
    )
    assert isinstance(table, Table)
    assert [cell.visible for row in (table.header, *table.rows) for cell in row.cells] == ["A", "1"]
    assert isinstance(items, List)
    text, inner = items.items[0].blocks
    assert isinstance(text, Paragraph)
    assert isinstance(inner, List)


def test_a_page_without_article_says_nothing() -> None:
    assert read_back("<p>x</p>", "x.md") == ()


def test_any_text_is_read_without_raising() -> None:
    for text in ("</table></li></p>", "<li>a<td>b</h2>", "<ul><p>x</ul>y", "<table><tr></table>", "&#xD800;&bogus;<"):
        blocks(text)


def test_texts_of_equal_length_stand_in_different_places() -> None:
    html = "<article data-charter-article><p>You need this.</p><p>You need that.</p></article>"
    first, second = read_back(html, "en/x.md")
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert first.text.span() != second.text.span()
