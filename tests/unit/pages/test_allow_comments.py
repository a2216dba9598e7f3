"""Comments that allow something, and the lines that they speak of."""

from collections.abc import Callable

import pytest

from engine.pages.blocks import AllowComment
from engine.rules import Docs

Read = Callable[[dict[str, str]], Docs]

ALLOW = "<!-- charter: allow x - why -->"


def comments(read_files: Read, text: str, path: str = "en/x.md") -> list[AllowComment]:
    (page,) = (page for page in read_files({path: text}).tree.pages if page.path == path)
    return list(page.allow_comments)


def reach(read_files: Read, text: str, path: str = "en/x.md") -> list[tuple[int, int]]:
    return [(comment.first, comment.last) for comment in comments(read_files, text, path)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{ALLOW}\nText of\ntwo lines.\n\nMore.\n", (2, 3)),
        (f"{ALLOW}\n\n\nText.\n\nMore.\n", (4, 4)),
        (f"Before.\n{ALLOW}\n\n# Heading\n\nText.\n", (4, 4)),
        (f"{ALLOW}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\nText.\n", (3, 6)),
        (f"{ALLOW}\n\n* one\n* two\n\n  more\n\nText.\n", (3, 6)),
        (f"* one\n\n  {ALLOW}\n\n  more\n* two\n", (5, 5)),
        (f"> [!NOTE]\n> {ALLOW}\n>\n> Text.\n\nText.\n", (4, 4)),
        (f"{ALLOW}\n\n```\ncode\n```\n", (3, 5)),
        (f"{ALLOW}\n---\ntitle: x\n---\n\nText.\n", (2, 4)),
        (f"---\ntitle: x\n---\n\n{ALLOW}\n\nText.\n", (7, 7)),
        (f"Text.\n\n{ALLOW}\n", (0, 0)),
        (f"Text {ALLOW} goes on\nhere.\n", (1, 1)),
        (f"| a | b |\n|---|---|\n| 1 | 2 {ALLOW} |\n| 3 | 4 |\n", (3, 3)),
        ("<!-- charter: allow-page x - why -->\n\nText.\n\nMore.\n", (1, 6)),
        ("<!--\n  charter: allow\n  x - why\n-->\nText.\n", (5, 5)),
    ],
)
def test_a_comment_speaks_of_the_block_that_follows_or_of_its_own_line(
    read_files: Read, text: str, lines: tuple[int, int]
) -> None:
    assert reach(read_files, text) == [lines]


def test_two_comments_over_a_block_both_speak_of_it(read_files: Read) -> None:
    assert reach(read_files, f"{ALLOW}\n\n{ALLOW}\n\nText.\n") == [(5, 5), (5, 5)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("{/* charter: allow x - why */}\n\nText.\n", (3, 3)),
        ("Text.\n\n{/* charter: allow-page x - why */}\n", (1, 4)),
    ],
)
def test_mdx_has_comments_of_its_own(read_files: Read, text: str, lines: tuple[int, int]) -> None:
    assert reach(read_files, text, "en/x.mdx") == [lines]


@pytest.mark.parametrize(
    "text",
    [
        "<!-- charter allow x -->\n",
        "<!-- charter: allows x -->\n",
        "<!-- a charter: allow x -->\n",
        f"```\n{ALLOW}\n```\n",
        f"Write `{ALLOW}` there.\n",
    ],
)
def test_other_comments_and_code_allow_nothing(read_files: Read, text: str) -> None:
    assert comments(read_files, f"{text}\nText.\n") == []


def test_place_and_text_are_kept(read_files: Read) -> None:
    (comment,) = comments(read_files, f"Text.\r\n\r\n  {ALLOW}\r\n\r\nMore.\r\n")
    assert (comment.text, comment.first) == ("x - why", 5)
    span = comment.span
    assert (span.path, span.line, span.column, span.end_line, span.end_column) == ("en/x.md", 3, 3, 3, 3 + len(ALLOW))


def test_a_comment_in_an_included_file_speaks_of_that_file(read_files: Read) -> None:
    docs = read_files({"en/x.md": "[!include[T](includes/t.md)]\n", "en/includes/t.md": f"{ALLOW}\n\nText.\n"})
    (page,) = docs.tree.pages
    assert [(c.span.path, c.first, c.last) for c in page.allow_comments] == [("en/includes/t.md", 3, 3)]
