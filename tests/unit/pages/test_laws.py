"""Laws over any content: reading never raises, and every piece of text stands where it says."""

import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.pages import read_page
from tests.laws import examples

from .walking import all_texts, check_maps

# fmt: off
_FRAGMENTS = [
    "# ", "## a", "> ", "> [!NOTE]", "[!tip] ", "- ", "1. ", "   ", "    ", "\t", "\n", "\n\n", "\r\n", "\r", "| ",
    "|", "\\|", "\n|---|---|\n", "|-", "**", "*", "_", "~~", "`", "``", "```\n", "[", "](", ")", "[a](b.md)", "![",
    "[a][b]", "\n[b]: c 'd'\n", "[!include[T](part.md)]", "[!include[T](page.md)]", "[!include[", "[!INCLUDE [",
    "(part.md)]", "<a id='x'/>", "<br>", "<!-- ", " -->", "<div>\n", "<http://a.b>", "&amp;", "&#0;", "\\", "\\\n",
    "  \n", "---\n", "---\ntitle: ", "===\n", "{#a}", "word", "å", "\u00a0", "\u2028", "\u000b", "\f", "\u0000",
    " ", "é", "🙂",
]
_MDX_FRAGMENTS = [
    *_FRAGMENTS, "<Note>", "</Note>", "<Tabs>\n", "</Tabs>", "<Tab title='a&amp;b'>", '<Tab title="\n">', "</Tab>",
    "<Steps>", "</Steps>", "<Step title={'a'}>", "</Step>", "<Frame caption='*a* \\b'>", "</Frame>", "<h1>", "</h1>",
    "<ul>", "<li>", "</li>", "</ul>", "<script>", "</script>", "<Own a={{b: 1}}", "/>", "<Part />", "<Part>",
    "</Part>", "import Part from './part.mdx'\n", "import Page from '/en/page.mdx'\n", "<Page/>",
    "export const a = {", "{/* ", " */}", "{", "}", "{'a'}", "{`b\n`}", "\\{", "<", ">", "=", "'", '"', "        ",
    "# [a](#tab/b)\n", "\n***\n",
]
# fmt: on
_MARKDOWN = st.lists(st.sampled_from(_FRAGMENTS) | st.text(max_size=3), max_size=40).map("".join)


_MDX = st.lists(st.sampled_from(_MDX_FRAGMENTS) | st.text(max_size=3), max_size=40).map("".join)


def _check(page_source: bytes, part: bytes = b"p **q** &lt;\n\n* r", suffix: str = ".md") -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "en").mkdir()
        (root / f"en/page{suffix}").write_bytes(page_source)
        (root / f"en/part{suffix}").write_bytes(part)
        page, findings, sources = read_page(root, f"en/page{suffix}", "en", "en", html=True)
        assert (page is not None) or findings
        if page is not None:
            check_maps(page.blocks, sources)


@examples(100)
@given(_MARKDOWN, _MARKDOWN)
@example("> | a\\| | `b\\|` |\n> |---|---|\n", "")
@example("- \ta\n\t `b\n \tc`", "")
@example("- a\n\t0---\nb", "")
def test_markdown(source: str, part: str) -> None:
    _check(source.encode("utf-8", "replace"), part.encode("utf-8", "replace"))


@examples(150)
@given(_MDX, _MDX)
@example("- a\n</Note>b<Note>\n c\n---", "")
@example("> <Note>a</Note>b\n> <li>c", "")
@example("- import Part from './part.mdx'\n\t0---\ntitle: ", "")
@example("<Tab title=' \\a '/>a<Note/>\n<div\n\ta>\tb", "")
def test_mdx(source: str, part: str) -> None:
    _check(source.encode("utf-8", "replace"), part.encode("utf-8", "replace"), ".mdx")


_TAGS = ["<{}>", "</{}>", "<{}/>", "<{} title='word'>", "<{} title={{'word'}}/>"]
_NAMES = ["Note", "Tabs", "Tab", "Steps", "Step", "Card", "Frame", "Own", "ul", "li", "h1", "div", "span", "Icon"]
_TAG = st.builds(str.format, st.sampled_from(_TAGS), st.sampled_from(_NAMES))


@examples(150)
@given(st.lists(_TAG | st.sampled_from([" word ", " word ", "\n", "\n\n", "\n* ", "\n    1. ", "\n> ", "{/*c*/}"])))
def test_tags_lose_no_words(parts: list[str]) -> None:
    source = "".join(parts)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "en").mkdir()
        (root / "en/page.mdx").write_text(source)
        page, _, _ = read_page(root, "en/page.mdx", "en", "en")
    assert page is not None
    seen = sum(text.visible.count("word") for text in all_texts(page.blocks))
    assert parts.count(" word ") <= seen <= source.count("word")


@examples(50)
@given(st.text(alphabet="\n \t|>-*`[]#<&\\a1.{}/'\"="))
def test_text_of_mdx(source: str) -> None:
    _check(source.encode(), suffix=".mdx")


@examples(50)
@given(st.text() | st.text(alphabet="\n\r \t|>-*_`[]()!#<&\\a1.~:"))
def test_text(source: str) -> None:
    _check(source.encode("utf-8", "replace"))


@examples(40)
@given(st.binary() | st.binary().map(b"\xff\xfe".__add__) | st.binary().map(b"---\n".__add__))
def test_bytes(source: bytes) -> None:
    _check(source)


@pytest.mark.parametrize(
    "source",
    [
        "> " * 10_000 + "x",
        "- " * 10_000 + "x",
        "[" * 10_000,
        "![" * 5_000 + "](a)" * 5_000,
        "***" * 10_000,
        "*a_ " * 5_000,
        "[!include[" * 5_000,
        "[!include[a](" * 2_000,
        "<!--" * 10_000 + "\n---\na: b\n---\n",
        "# " + "{#" * 10_000 + "}",
        "| a " * 500 + "\n" + "|---" * 500 + "\n" + "| b\n" * 200,
        "word " * 200_000,
        "x" * 1_000_000,
        "a" + " " * 1_000_000 + "b",
        "---\na: " + "{a: " * 10_000 + "\n---\n",
    ],
    ids=lambda source: source[:6].strip(),
)
@pytest.mark.parametrize("suffix", [".md", ".mdx"])
def test_time_and_depth_are_bounded(source: str, suffix: str) -> None:
    begin = time.process_time()
    _check(source.encode(), suffix=suffix)
    assert time.process_time() - begin < 20


@pytest.mark.parametrize(
    "source",
    [
        "<Note>" * 10_000,
        "<Note>\n" * 10_000,
        "<A>\n" * 5_000 + "</B>\n" * 5_000,
        "<A>\n" * 5_000 + "</A>\n" * 5_000,
        "a<div>" * 10_000,
        "a\n<A\n" * 10_000,
        "<A b=\n" * 10_000,
        "<A b='" * 10_000,
        "{" * 20_000,
        "{\n" * 10_000,
        "{/*" * 10_000,
        "{/*\n" * 10_000,
        "{'" * 10_000,
        "<!--\n" * 10_000,
        "<script>\n" * 10_000,
        "import a from 'b'\n" * 10_000,
        "export const a = {\n\n" * 5_000,
        "- <Note>\n" * 5_000,
        "`a``b```c````d" * 5_000 + "<Note>",
        "# [a](#tab/b)\n" * 5_000,
        "<Note>\n" * 5_000 + "</Note>\n" * 5_000,
        "> - " * 10 + "<Note>" * 20 + "a" + "</Note>" * 20 + "\n\n" + "<Part />" * 5,
        "<Steps><Step>" * 5_000 + "</Step></Steps>" * 5_000,
    ],
    ids=lambda source: source[:12],
)
def test_time_of_mdx_is_bounded(source: str) -> None:
    begin = time.process_time()
    _check(source.encode(), suffix=".mdx")
    assert time.process_time() - begin < 20
