"""Texts of a file: exactly what a translator changes, and nothing of what is around it."""

import pytest

from engine.change.exchange.passages import Passages
from engine.pages.source import Source, decode

PAGE = """---
title: x
---

# Heading with `code` {#anchor}

Two lines
of a *paragraph*.

> [!NOTE]
> A note
> of two lines.

* item
  goes on

  1. step

| A | B \\| C |
|---|---|
| one |  | three
| `a\\|b` | d |

Setext
======
"""


def source(text: str, name: str = "en/a.md") -> Source:
    found, _ = decode(name, text.encode())
    assert found is not None
    return found


def all_passages(passages: Passages) -> list[str]:
    return [passage.written for passage in passages.all]


def replaced(text: str, old: str, new: str, name: str = "en/a.md") -> str | None:
    """The text of a file after the passage that begins with `old` was replaced."""
    passages = Passages(source(text, name))
    passage = next(p for p in passages.all if p.written.startswith(old))
    start, end = passages.offsets(passage)
    written = passage.source(new)
    return None if written is None else text[:start] + written + text[end:]


def test_passages_are_the_texts_of_all_blocks() -> None:
    assert all_passages(Passages(source(PAGE))) == [
        "Heading with `code`", "Two lines\nof a *paragraph*.", "A note\nof two lines.", "item\ngoes on", "step",
        "A", "B | C", "one", "", "`a|b`", "d", "Setext",
    ]  # fmt: skip


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_passage_that_is_put_back_changes_no_byte(ending: str) -> None:
    text = PAGE.replace("\n", ending)
    passages = Passages(source(text))
    assert len(passages.all) == 12
    for passage in passages.all:
        start, end = passages.offsets(passage)
        assert passage.source(passage.written) == text[start:end]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Heading", "Title", "# Title {#anchor}\n"),
        ("Two", "One line", "\nOne line\n\n>"),
        ("Two", "1\n2\n3", "\n1\n2\n3\n\n>"),
        ("A note", "1\n2\n3", "> 1\n> 2\n> 3\n\n"),
        ("item", "1\n2\n3", "* 1\n  2\n  3\n\n"),
        ("step", "1\n2", "  1. 1\n     2\n"),
        ("B |", "x | y | z", "| A | x \\| y \\| z |\n"),
        ("`a|b`", "`c|d`", "| `c\\|d` | d |\n"),
        ("Setext", "Two\nlines", "\nTwo\nlines\n======\n"),
    ],
)
def test_another_text_keeps_markers_pipes_and_indentation(old: str, new: str, expected: str) -> None:
    after = replaced(PAGE, old, new)
    assert after is not None
    assert expected in after


def test_line_endings_are_those_of_the_file() -> None:
    after = replaced(PAGE.replace("\n", "\r\n"), "A note", "1\n2\n3")
    assert after is not None
    assert "> 1\r\n> 2\r\n> 3\r\n\r\n" in after
    assert after.count("\n") == after.count("\r\n")


@pytest.mark.parametrize(("old", "new"), [("Heading", "a\nb"), ("one", "a\nb"), ("Two", "a\n\nb"), ("Two", "a\n  ")])
def test_what_would_be_another_block_cannot_be_written(old: str, new: str) -> None:
    assert replaced(PAGE, old, new) is None


def test_titles_of_components_and_tabs_are_passages() -> None:
    mdx = '<Tabs>\n<Tab title="First">\nText.\n</Tab>\n</Tabs>\n\n<Note>\n  In a box.\n</Note>\n'
    after = replaced(mdx, "First", "Erste", "en/a.mdx")
    assert after == mdx.replace("First", "Erste")
    assert replaced(mdx, "First", "a\nb", "en/a.mdx") is None
    docfx = "# [One](#tab/1)\n\nText.\n\n***\n"
    assert replaced(docfx, "One", "Ett") == docfx.replace("One", "Ett")


def test_a_place_is_found_in_its_passage_or_in_none() -> None:
    passages = Passages(source(PAGE))
    found = passages.at(8, 7)
    assert found is not None
    assert found.written.startswith("Two lines")
    assert passages.at(1, 1) is None
    assert passages.at(9, 1) is None
