"""Source lines with carets: the caret stands under what is meant, whatever the widths of the characters."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from engine.model.spans import Span
from engine.report.excerpt import excerpt, marked

Quote = Callable[[Span], str]


def under(shown: str, carets: str) -> str:
    """The characters of a line that stand over the carets."""
    column, found = 0, ""
    for character in shown:
        if column >= len(carets):
            break
        if carets[column] == "^":
            found += character
        column += cell_len(character)
    return found


def test_a_caret_stands_under_each_column_of_the_span(quote: Quote) -> None:
    assert excerpt(Span("sv/x.md", 3, 12, 3, 25), quote, 80) == [
        "3 | | Offert | Tillgång till [bold]allt[/] |",
        "  |            ^^^^^^^^^^^^^",
    ]


def test_the_lines_of_a_long_span_are_shown_without_blank_ones_and_the_rest_is_told(quote: Quote) -> None:
    assert excerpt(Span("sv/x.md", 1, 3, 5, 6), quote, 80) == [
        "1 | # Rubrik",
        "  |   ^^^^^^",
        "3 | | Offert | Tillgång till [bold]allt[/] |",
        "  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "5 | Sista raden.",
        "  | ^^^^^",
    ]
    lines = {n: f"line {n}" for n in range(1, 9)}
    found = excerpt(Span("x.md", 1, 1, 8, 3), lambda span: lines[span.line], 80)
    assert len(found) == 7
    assert found[-1] == "  | …"


def test_the_place_of_a_whole_file_and_a_file_that_is_gone_show_nothing(quote: Quote) -> None:
    assert excerpt(Span("sv/x.md", 1, 1, 1, 1), quote, 80) == []
    assert excerpt(Span("sv/gone.md", 1, 1, 1, 9), quote, 80) == []


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("表 is two columns wide", "is"),
        ("two 表表表 in it", "表表表"),
        ("a\u0301 combining accent", "accent"),
        ("a\ttab", "tab"),
        ("tail", "tail"),
    ],
)
def test_wide_and_combining_characters_are_counted_as_a_terminal_shows_them(line: str, meant: str) -> None:
    start = line.index(meant)
    assert under(*marked(line, start, start + len(meant), 80)) == meant


def test_a_long_line_is_clipped_around_what_is_meant() -> None:
    line = "word " * 40 + "HERE it is" + " word" * 40
    start = line.index("HERE")
    shown, carets = marked(line, start, start + 4, 60)
    assert shown[0] == shown[-1] == "…"
    assert cell_len(shown) <= 60
    assert under(shown, carets) == "HERE"


def test_at_the_end_of_a_long_line_the_room_before_is_used() -> None:
    line = "word " * 40 + "END"
    shown, carets = marked(line, len(line) - 3, len(line), 60)
    assert under(shown, carets) == "END"
    assert 55 <= cell_len(shown) <= 60


@given(st.text("ab 表é|", min_size=1, max_size=200), st.data(), st.integers(20, 120))
def test_whatever_is_meant_its_beginning_is_shown_over_the_first_caret(
    line: str, data: st.DataObject, width: int
) -> None:
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, len(line)))
    shown, carets = marked(line, start, end, width)
    assert cell_len(shown) <= width
    assert cell_len(carets) <= width
    over = under(shown, carets)
    assert over[0] == line[start]
    assert line[start:end].startswith(over.rstrip("…"))


def test_a_control_character_of_a_page_does_not_reach_the_terminal() -> None:
    assert marked("a\x1b[31mb", 0, 1, 80) == ("a [31mb", "^")
