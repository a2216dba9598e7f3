"""Replacing stretches of text, and the way from the lines of the result to those of the original."""

import pytest

from engine.change.mutation.edits import Edit, applied, line_map
from engine.change.mutation.filetext import file_text

TEXT = "one\ntwo\n\nthree\nfour\n"


def after(*edits: Edit, text: str = TEXT) -> tuple[tuple[int | None, ...], set[int], set[int]]:
    before = file_text("x.md", text)
    found = line_map(before, before.with_text(applied(text, edits)), edits)
    return found.origin, set(found.touched), set(found.beside)


def test_edits_are_applied_by_the_offsets_of_the_text_before() -> None:
    assert applied("abcdef", [Edit(4, 5, ""), Edit(0, 1, "XY"), Edit(6, 6, "!")]) == "XYbcdf!"


def test_nothing_edited_leaves_every_line_where_it_was() -> None:
    assert after() == ((1, 2, 3, 4, 5, 6), set(), set())


def test_a_line_that_is_changed_has_no_origin() -> None:
    assert after(Edit(4, 7, "2\n2")) == ((1, None, None, 3, 4, 5, 6), {2, 3}, set())


def test_lines_cut_out_leave_their_neighbours_with_text() -> None:
    start = TEXT.index("three")
    assert after(Edit(start, start + 6, "")) == ((1, 2, 3, 5, 6), set(), {2, 4})


def test_a_cut_within_a_line_touches_it() -> None:
    assert after(Edit(4, 5, "")) == ((1, None, 3, 4, 5, 6), {2}, set())


def test_whole_lines_put_in_touch_no_other() -> None:
    assert after(Edit(4, 4, "new\n")) == ((1, None, 2, 3, 4, 5, 6), {2}, set())


def test_two_edits_are_mapped_together() -> None:
    start = TEXT.index("four")
    assert after(Edit(0, 4, ""), Edit(start, start, "new\n")) == ((2, 3, 4, None, 5, 6), {4}, {1})


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_counts(ending: str) -> None:
    text = TEXT.replace("\n", ending)
    file = file_text("x.md", text)
    assert [file.line(n) for n in range(1, 7)] == ["one", "two", "", "three", "four", ""]
    assert file.text[file.offset(4, 3) :].startswith("ree")
    assert [file.line_at(file.offset(n, 1)) for n in range(1, 7)] == [1, 2, 3, 4, 5, 6]
