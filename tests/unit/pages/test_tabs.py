import pytest

from engine.pages.blocks import Heading, List, Paragraph, Tabs

from .conftest import ReadText
from .walking import all_texts, only


@pytest.mark.parametrize("end", ["***", "---", ""])
def test_tabs_of_docfx(read: ReadText, end: str) -> None:
    page, _ = read(
        f"Before\n\n### [One & *two*](#tab/a)\n\nText\n\n#### Head\n\n### [ Three ](#tab/b)\n\n* b\n\n{end}\n"
    )
    _, tabs = page.blocks
    assert isinstance(tabs, Tabs)
    first, second = tabs.tabs
    assert (first.title.visible, str(first.title.span())) == ("One & two", "en/page.md:3:6")
    assert [type(block) for block in first.blocks] == [Paragraph, Heading]
    assert (second.title.visible, str(second.title.span()), [type(block) for block in second.blocks]) == (
        "Three",
        "en/page.md:9:7",
        [List],
    )
    assert (first.span.line, first.span.end_line, tabs.span.line) == (3, 7, 3)


def test_they_end_with_what_contains_them(read: ReadText) -> None:
    page, _ = read("1. a\n\n   # [One](#tab/a)\n\n   b\n\n# Head\n\n---\n")
    (item,) = only(page.blocks, List).items
    assert isinstance(item.blocks[1], Tabs)
    assert [text.visible for text in all_texts(page.blocks)] == ["a", "One", "b", "Head"]


def test_two_groups_and_their_html(read: ReadText) -> None:
    page, _ = read("# [One](#tab/a)\nb\n\n---\n\n# [Two](#tab/c)\nd\n\n---\n\ne\n", html=True)
    assert [type(block) for block in page.blocks] == [Tabs, Tabs, Paragraph]
    assert '<div class="tab">\n<p class="tab-title">One</p>\n<p>b</p>\n</div>' in page.blocks[0].html


def test_other_links_are_headings(read: ReadText) -> None:
    page, _ = read("# [One](#a)\n\n## See [two](#tab/a)\n\n> [a](#tab/b)\n")
    assert not [block for block in page.blocks if isinstance(block, Tabs)]
