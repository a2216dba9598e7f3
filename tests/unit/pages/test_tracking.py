"""The parser passes over rules that could do nothing, and makes the tokens that markdown-it makes."""

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from engine.pages.markdown import parse

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
            token.map,
            _plain(token.children or []),
        )
        for token in tokens
    ]


@given(st.lists(st.sampled_from(_FRAGMENTS), max_size=14).map("".join))
@example("word\n# word")
@example("a\n===\n\n1. b\n- c")
def test_the_tokens_are_those_of_markdown_it(text: str) -> None:
    own = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    own.disable(["fragments_join", "text_join"])
    assert _plain(parse(text)) == _plain(own.parse(text))
