import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.pages.front_matter import FrontMatter, read_front_matter
from engine.pages.source import decode
from tests.laws import examples


def front_matter(text: str) -> FrontMatter:
    source, _ = decode("no/a.md", text.encode())
    assert source is not None
    return read_front_matter(source)


def test_values_stay_words() -> None:
    result = front_matter("---\nlanguage: no\nso.date: 06.29.2022\nn: 012\nyes: ~\nempty:\nday: 2022-01-02\n---\nBody")
    assert result.values == {
        "language": "no",
        "so.date": "06.29.2022",
        "n": "012",
        "yes": "~",
        "empty": "",
        "day": "2022-01-02",
    }
    assert result.findings == ()


def test_lists_and_mappings() -> None:
    result = front_matter('---\nlicense: [a, "b"]\nmenu:\n  - on: true\n    off: [1]\n---\n')
    assert result.values == {"license": ["a", "b"], "menu": [{"on": "true", "off": ["1"]}]}
    assert result.lines == {"license": 2, "menu": 3}


def test_lines_of_keys_and_body_behind_comments() -> None:
    result = front_matter("<!-- one -->\n\n<!-- two\nthree --> <!-- four -->\n---\ntitle: T\n# c\nuid: u\n---\n\nBody")
    assert result.values == {"title": "T", "uid": "u"}
    assert result.lines == {"title": 6, "uid": 8}
    assert result.body_line == 10


@pytest.mark.parametrize("value", ["T", "'T'"])
def test_blank_lines_at_the_top_are_counted(value: str) -> None:
    result = front_matter(f"---\n\n  \ntitle: {value}\n---\n")
    assert result.values == {"title": "T"}
    assert result.lines == {"title": 4}


@pytest.mark.parametrize(
    "text", ["", "Body\n---\na: b\n---", "<!-- c -->\nBody", "<!-- open\n---\na: b\n---\n", "---\n\nBody"]
)
def test_without_front_matter_the_body_is_everything(text: str) -> None:
    assert front_matter(text) == FrontMatter({}, {}, 1)


@pytest.mark.parametrize("text", ["---\n---\nBody", "---\n# nothing\n---\nBody", "---\n\n\n---\nBody"])
def test_empty_front_matter(text: str) -> None:
    result = front_matter(text)
    assert result.values == {}
    assert result.findings == ()
    assert result.body_line > 2


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("a: &x [1]\nb: *x", "aliases are not allowed", 3),
        ("a: " + "[" * 30000, "the values are nested too deeply", 2),
        ("a: " + "x" * 70000, "it is larger than 64 KiB", 1),
        ("- a\n- b", "it is not a list of keys and values", 2),
        ("? [a]\n: b", "a key is not a word", 2),
        ("a: b\nc: [d\ne: f", "did not find expected ',' or ']'", 4),
        ("a: b\0", "malformed YAML", 2),
        ("\n\n- a", "it is not a list of keys and values", 4),
    ],
)
def test_invalid_front_matter_is_a_finding_and_the_body_is_read(text: str, reason: str, line: int) -> None:
    result = front_matter(f"---\n{text}\n---\nBody")
    (finding,) = result.findings
    assert (finding.code, finding.arguments["reason"], finding.span.line) == ("F004", reason, line)
    assert result.values == {}
    assert result.body_line == 4 + text.count("\n")


def test_an_unclosed_front_matter_is_a_finding() -> None:
    result = front_matter("---\ntitle: T\n\nBody")
    (finding,) = result.findings
    assert finding.arguments == {"reason": "the closing line is missing"}
    assert result.body_line == 1


def test_objects_are_not_built() -> None:
    assert front_matter("---\na: !!python/object:os.system [x]\n---\n").values == {"a": ["x"]}


_CHARACTERS = "aå0_-–’.,:#'/!&*?|>%@ \t[{\"\u00a0\0"
_LINE = st.lists(st.sampled_from((*_CHARACTERS, ": ", " #", "- ", "key: ")), max_size=8).map("".join)


@examples(1000)
@given(st.lists(_LINE | _LINE.map("a: ".__add__) | _LINE.map("b:".__add__), max_size=4).map("\n".join))
@example("a: b:c\nd.e: f: g")
@example("a:\n- b\na: c ")
@example("a: b\n c\n\n# d\nd: e # f")
@example("a: 'b'\nå: it's - 100 % (c?)")
def test_words_are_those_of_the_yaml_parser(text: str) -> None:
    # Braces are for the parser to read, even in a comment.
    assert front_matter(f"---\n{text}\n# ()\n---\n") == front_matter(f"---\n{text}\n# {{}}\n---\n")
