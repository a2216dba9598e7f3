import pytest

from engine.pages.anchors import Anchors, author_anchors
from engine.pages.blocks import Heading

from .conftest import ReadText


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("Site licences", "site-licences"),
        ("Größe & Länge", "größe--länge"),
        ("a_b-c (d), e/f.", "a_b-c-d-ef"),
        ("日本語 ملف", "日本語-ملف"),
        ("²!?", ""),
    ],
)
def test_generated(text: str, anchor: str) -> None:
    assert Anchors().take(text) == anchor


def test_repeated_headings_are_counted() -> None:
    anchors = Anchors()
    assert [anchors.take(text) for text in ("a", "a", "a-1", "a", "A")] == ["a", "a-1", "a-1-1", "a-2", "a-3"]


@pytest.mark.parametrize(
    ("html", "anchors"),
    [
        ('<a id="x" />', ("x",)),
        ("<a id='x'></a><A NAME=y>", ("x", "y")),
        ('<a href="#x">', ()),
        ('<abbr id="x">', ()),
    ],
)
def test_written(html: str, anchors: tuple[str, ...]) -> None:
    assert author_anchors(html) == anchors


@pytest.mark.parametrize(
    "source",
    [
        '## <a id="x"></a>Head',
        '## Head <a name="x" />',
        '<a id="x"></a>\n\n## Head',
        '<a id="x" />\n\n## Head',
        "## Head {#x}",
        "Head {#x}\n---",
    ],
)
def test_headings_carry_the_author_s_anchors(read: ReadText, source: str) -> None:
    page, _ = read(source, html=True)
    heading = page.blocks[-1]
    assert isinstance(heading, Heading)
    assert (heading.text.visible, heading.anchor, heading.anchors) == ("Head", "head", ("x",))
    assert 'id="head"' in heading.html


def test_an_anchor_before_other_text_is_not_the_heading_s(read: ReadText) -> None:
    page, _ = read('<a id="x"></a>\n\nText\n\n## Head')
    heading = page.blocks[-1]
    assert isinstance(heading, Heading)
    assert heading.anchors == ()
