from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from engine.pages.blocks import Include
from engine.pages.markdown import parse, render
from tests.laws import examples

from .conftest import ReadText
from .walking import only


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ('## <a id="x"></a>Head', '<h2 id="head"><a id="x"></a>Head</h2>\n'),
        ("## Head {#x}", '<h2 id="head"><a id="x"></a>Head</h2>\n'),
        ("> [!TIP]\n> Text", '<aside class="alert alert-tip" role="note">\n<p>Text</p>\n</aside>\n'),
        ("[a](å b.md)", "<p>[a](å b.md)</p>\n"),
        ("[a](<å b.md>) \\* &lt;", '<p><a href="å b.md">a</a> * &lt;</p>\n'),
        ("![a \\* b](c.png)", '<p><img src="c.png" alt="a * b" /></p>\n'),
        ("[!include[T](p.md)]", '<div data-from="en/p.md">\n<p>A <strong>part</strong></p>\n</div>\n'),
        ("a [!include[T](p.md)].", '<p>a <span data-from="en/p.md">A <strong>part</strong></span>.</p>\n'),
        ("* [!include[T](p.md)]", '<ul>\n<li>\n<span data-from="en/p.md">A <strong>part</strong></span></li>\n</ul>\n'),
        ("[!include[T](none.md)]", ""),
        ("**a** *b* ~~c~~ `d`", "<p><strong>a</strong> <em>b</em> <s>c</s> <code>d</code></p>\n"),
    ],
)
def test_html(read: ReadText, source: str, html: str) -> None:
    page, _ = read(source, {"en/p.md": "A **part**"}, html=True)
    assert page.blocks[0].html == html


def test_blocks_of_includes_carry_html_too(read: ReadText) -> None:
    page, _ = read("[!include[T](p.md)]", {"en/p.md": "# A\n\n> b"}, html=True)
    assert [block.html[:4] for block in only(page.blocks, Include).blocks] == ["<h1 ", "<blo"]


def test_no_html_unless_asked_for(read: ReadText) -> None:
    page, _ = read("# A\n\n[!include[T](p.md)]", {"en/p.md": "# A"})
    assert {block.html for block in page.blocks} == {""}


_BLOCKS = ("- ", "1. ", "> ", "# ", "    ", "```\n", "***\n", "|a|b|\n|-|:-|\n", "<b>\n", "[c]: d 'e'\n", "\n", "\n\n")
_WORDS = ("a", " ", "**", "*b*", "~~b~~", "`c`", "[d](e)", "![*f*](g)", "[c]", "&lt;", "\\*", '"', "<i>", "  \n")


def _as_text(tokens: Sequence[Token]) -> None:
    """Make plain text of entities and escapes, which the library knows no rule for."""
    for token in tokens:
        if token.type == "text_special":
            token.type = "text"
        _as_text(token.children or ())


@examples(400)
@given(st.lists(st.sampled_from((*_BLOCKS, *_WORDS)), max_size=20).map("".join))
@example("- a\n  > b\n- c\n  - d\n\n1. e")
def test_html_is_that_of_markdown_it(text: str) -> None:
    tokens = parse(text)
    _as_text(tokens)
    assert render(tokens) == RendererHTML().render(tokens, MarkdownIt("commonmark").options, {})
