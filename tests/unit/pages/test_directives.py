import pytest

from engine.pages.blocks import Alert, Heading, Include, List, Paragraph, Quote, Table

from .conftest import ReadText
from .walking import all_texts, only


@pytest.mark.parametrize("kind", ["NOTE", "tip", "Warning", "CAUTION", "iMPORTANT"])
def test_alert_kinds_in_any_case(read: ReadText, kind: str) -> None:
    page, _ = read(f"> [!{kind}]\n> One\n> two.")
    alert = only(page.blocks, Alert)
    assert alert.kind == kind.lower()
    assert [text.visible for text in all_texts(page.blocks)] == ["One two."]
    assert (alert.span.line, alert.span.end_line) == (1, 3)


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("> [!NOTE]\n> Text", "en/page.md:2:3"),
        ("> [!NOTE] Text", "en/page.md:1:11"),
        ("> [!NOTE]\n>\n>Text", "en/page.md:3:2"),
        ("1. a\n\n   > [!NOTE]  \n   > Text", "en/page.md:4:6"),
        ("> [!NOTE]\nText", "en/page.md:2:1"),
    ],
)
def test_alert_text_keeps_its_place(read: ReadText, source: str, place: str) -> None:
    page, _ = read(source)
    text = list(all_texts([only(page.blocks, Alert)]))[-1]
    assert text.visible == "Text"
    assert str(text.span()) == place


def test_alerts_hold_blocks_and_nest(read: ReadText) -> None:
    page, _ = read("> [!NOTE]\n> * a\n> * b\n>\n> > [!TIP]\n> > c\n>\n> > d")
    outer = page.blocks[0]
    assert isinstance(outer, Alert)
    assert [type(block) for block in outer.blocks] == [List, Alert, Quote]


@pytest.mark.parametrize("source", ["> [!OTHER]\n> a", "> [!NOTE](b)", "> a\n> [!NOTE]", "[!NOTE]\na", "> `[!NOTE]`"])
def test_no_alert(read: ReadText, source: str) -> None:
    page, _ = read(source)
    assert not [block for block in page.blocks if isinstance(block, Alert)]


@pytest.mark.parametrize(
    "directive",
    ["[!include[T](part.md)]", "[!INCLUDE [T](part.md)]", '[!Include[](part.md "T")]', "[!include[T](<part.md>)]"],
)
def test_block_includes_carry_the_blocks_of_the_file(read: ReadText, directive: str) -> None:
    page, findings = read(f"Before\n  {directive}\nAfter", {"en/part.md": "<!-- c -->\n# Part\n\nText"})
    _, include, _ = page.blocks
    assert isinstance(include, Include)
    assert include.target == "part.md"
    assert str(include.span) == "en/page.md:2:3"
    assert include.span.end_column == 3 + len(directive)
    assert [text.visible for text in all_texts([include])] == ["Part", "Text"]
    assert [str(block.span) for block in include.blocks] == ["en/part.md:1:1", "en/part.md:2:1", "en/part.md:4:1"]
    assert findings == ()
    assert page.depends == ("en/part.md",)


def test_inline_includes_are_atomic_pieces(read: ReadText) -> None:
    part = "---\nuid: p\n---\n<!-- c -->\nthe **part**\n\nin two\n"
    page, _ = read("Take [!include[T](part.md)], please.", {"en/part.md": part})
    text = only(page.blocks, Paragraph).text
    assert text.visible == "Take the part in two, please."
    (mark,) = (mark for mark in text.marks if mark.kind == "include")
    assert (text.visible[mark.start : mark.end], mark.target) == ("the part in two", "part.md")
    span = text.span(mark.start, mark.end)
    assert (span.path, span.column, span.end_column) == ("en/page.md", 6, 6 + len("[!include[T](part.md)]"))


def test_inline_includes_in_cells_items_and_links(read: ReadText) -> None:
    source = "1. [!include[T](p.md)]. More\n\n| [!include[T](p.md)] | a [!include[T](p.md)] |\n|---|---|\n"
    page, _ = read(source, {"en/p.md": "part"})
    assert [text.visible for text in all_texts(page.blocks)] == ["part. More", "part", "a part"]


def test_an_include_alone_in_an_item_is_its_paragraph_or_a_block(read: ReadText) -> None:
    files = {"en/one.md": "<!-- c -->\nOne **paragraph**.", "en/more.md": "One.\n\n* Two\n\n# Head"}
    page, _ = read("1. [!include[T](one.md)]\n\n   Next\n1. [!include[T](more.md)]\n\n# Head\n", files)
    assert isinstance(page.blocks[0], List)
    first, second = page.blocks[0].items
    assert [type(block) for block in first.blocks] == [Paragraph, Paragraph]
    paragraph = first.blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.visible == "One paragraph."
    assert str(paragraph.text.span()) == "en/page.md:1:4"
    assert [type(block) for block in second.blocks] == [Include]
    assert isinstance(page.blocks[1], Heading)
    assert page.blocks[1].anchor == "head-1"


@pytest.mark.parametrize("source", ["`[!include[T](p.md)]`", "\\[!include[T](p.md)]", "    [!include[T](p.md)]"])
def test_quoted_directives_include_nothing(read: ReadText, source: str) -> None:
    page, findings = read(source)
    assert page.depends == ()
    assert findings == ()


def test_a_table_after_an_include_is_a_table(read: ReadText) -> None:
    page, _ = read("[!include[T](p.md)]\n| a |\n|---|\n| b |", {"en/p.md": "part"})
    assert [type(block) for block in page.blocks] == [Include, Table]
