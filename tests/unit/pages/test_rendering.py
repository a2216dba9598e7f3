import pytest

from engine.pages.blocks import Include

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
