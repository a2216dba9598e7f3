"""Values of front matter: read as YAML has them, and written in their own manner."""

import pytest

from engine.change.exchange.front_texts import front_texts
from engine.pages.front_matter import read_front_matter
from engine.pages.source import Source


def source(*lines: str) -> Source:
    text = ("---", *lines, "---", "", "Text.", "")
    return Source("en/a.md", "\n".join(text), text)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("title: Plain words", "Plain words"),
        ("title:   Plain words  ", "Plain words"),
        ('title: "In \\"quotes\\": so"', 'In "quotes": so'),
        ("title: 'It''s so'", "It's so"),
    ],
)
def test_a_value_is_what_a_reader_sees_and_comes_back_as_it_was_written(line: str, text: str) -> None:
    (found,) = front_texts(source("uid: x", line))
    assert (found.key, found.text, found.line) == ("title", text, 3)
    assert line[: found.start] + found.source(found.text) + line[found.end :] == line


@pytest.mark.parametrize("line", ["title: >", "title: [a, b]", "title: &x y", "title:", "uid: x", "title: a # remark"])
def test_other_values_are_left_alone(line: str) -> None:
    assert list(front_texts(source(line, "  more: x" if line == "title:" else "date: x"))) == []


@pytest.mark.parametrize("line", ["title: Plain", 'title: "Plain"', "title: 'Plain'"])
@pytest.mark.parametrize("new", ["Words", "A: b", "It's", 'Say "x"', "- a", "no", "#1", "{x}", "å \\ ä", " x "])
def test_any_new_value_is_read_as_it_was_meant(line: str, new: str) -> None:
    (found,) = front_texts(source(line))
    changed = line[: found.start] + found.source(new) + line[found.end :]
    assert read_front_matter(source(changed)).values == {"title": new}
