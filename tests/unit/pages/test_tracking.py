"""The parser passes over rules that could do nothing, and makes the tokens that markdown-it makes."""

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from engine.pages.markdown import parse
from engine.pages.tracking import make_token
from tests.laws import examples

_FRAGMENTS = (
    *(
        "# ",
        "> ",
        "- ",
        "1. ",
        "    ",
        "\n",
        "\n\n",
        "| a |",
        "\n|---|\n",
        "---\n",
        "===\n",
        "```\n",
        "~~~",
        "[a]: b\n",
        "[a\\]b]: <c> 'd'\n",
        "[a\n",
        "]: b\n",
        "---|---\n",
    ),
    *(
        "**",
        "*",
        "_",
        "__",
        "~~",
        "`",
        "[",
        "](b)",
        "![",
        "!",
        "<b>",
        "<http://a.b>",
        "&amp;",
        "&",
        "\\",
        "\\*",
        "  \n",
    ),
    *("word", "två", " ", "a:b", "50% + $5 = {x} #1 @y ^z", "Ж"),
)


def _plain(tokens: list[Token]) -> list[tuple[object, ...]]:
    return [
        (
            token.type,
            token.tag,
            token.nesting,
            token.level,
            token.content,
            token.markup,
            token.info,
            token.map,
            token.attrs,
            token.block,
            token.hidden,
            _plain(token.children or []),
        )
        for token in tokens
    ]


def test_a_token_is_one_of_the_library() -> None:
    assert make_token("a", "b", 1, level=2) == Token("a", "b", 1, level=2)
    places = {"map": [0, 1], "children": [], "content": "c", "markup": "*", "meta": {"d": 1}, "block": True}
    assert make_token("a", "b", -1, **places) == Token("a", "b", -1, **places)


class _MarkdownIt(MarkdownIt):
    """The parser of the library, but for addresses, which stay as they are."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 (markdown-it's name)
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 (markdown-it's name)
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 (markdown-it's name)
        return link


_PLAIN = _MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_PLAIN.disable(["fragments_join", "text_join"])


def _agrees(text: str) -> None:
    assert _plain(parse(text)) == _plain(_PLAIN.parse(text))


@examples(400)
@given(st.lists(st.sampled_from(_FRAGMENTS), max_size=14).map("".join))
@example("word\n# word")
@example("a\n===\n\n1. b\n- c")
@example("> [a\n> b]: c\n\n[a b]")
@example("[a\\\nb]: c\n\n[a\\\nb]")
@example("[a]: b\n'c'\n[A]: d\n\n[a]")
@example("> [a]: b\n'c'\n\n[a]")
@example("[\u00a0]: b\n- [a]: b\n  (c)\n\n[a]")
def test_the_tokens_are_those_of_markdown_it(text: str) -> None:
    _agrees(text)


@examples(400)
@given(st.lists(st.sampled_from(("**", "**", *"*ab å.()!$|…\u00a0")), max_size=30).map("".join))
@example("a**b**c**d**e")
@example("**a****b**")
@example("a **b**, **(c)**d ** e**")
def test_strong_words_are_those_of_markdown_it(text: str) -> None:
    _agrees(text)


_LINKS = ("](", "](b)", "](<b c>)", "[r]", "[a](b)", "[a][R]", "![")
_INLINE = (*_LINKS, *("**", "~~", "<b>", "</a>", "&amp;", "b 'c'"), *"*_`[)]!<\\ aå.\n")


@examples(400)
@given(st.lists(st.sampled_from(_INLINE), max_size=30).map("".join))
@example("[" * 25 + "a](b)")
@example("*a [**b* c](d)** _e_")
@example("[![a](b)](c)![")
@example("![" * 19 + "[a][r]" + "](b)" * 19)
@example("[" * 19 + "[a](b)" + "]" * 19 + " [a][r]")
def test_running_text_is_that_of_markdown_it(text: str) -> None:
    _agrees(f"[r]: s 't'\n\n{text}")


@examples(200)
@given(st.text(alphabet="\n \t|>-*_`[]()!#<&\\a1.~:=+"))
def test_any_text_is_that_of_markdown_it(text: str) -> None:
    _agrees(text)
