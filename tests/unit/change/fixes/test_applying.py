"""Fixes applied to the bytes of files: every other byte stays."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.change.fixes import Fix, apply_fixes, write_fixed
from engine.findings import UsageError
from engine.model.spans import Span

Make = Callable[..., Path]


def fix(line: int, column: int, found: str, replacement: str, path: str = "sv/x.md") -> Fix:
    return Fix(Span(path, line, column, line, column + len(found)), found, replacement, "Y001")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "\n", "\r\n"])
def test_encoding_mark_line_ends_and_final_newline_stay(make_docs: Make, encoding: str, end: str, last: str) -> None:
    text = end.join(["å", "b 85%", "\u2028 c \U0001f600 40%"]) + last
    docs = make_docs({"sv/x.md": text.encode(encoding)})
    (file,) = apply_fixes(docs, [fix(3, 9, "", "\u00a0"), fix(2, 5, "", " ")])
    expected = end.join(["å", "b 85 %", "\u2028 c \U0001f600 40\u00a0%"]) + last
    assert file.after == expected.encode(encoding)
    assert len(file.fixes) == 2
    assert (docs / "sv/x.md").read_bytes() == text.encode(encoding)


def test_a_place_that_says_something_else_is_left_alone(make_docs: Make) -> None:
    docs = make_docs({"sv/x.md": "ab\n"})
    assert apply_fixes(docs, [fix(1, 1, "b", "c"), fix(9, 1, "", "c"), fix(1, 1, "", "z", "sv/none.md")]) == ()
    assert apply_fixes(make_docs({"sv/y.md": b"\xff"}), [fix(1, 1, "", "z", "sv/y.md")]) == ()


def test_of_two_that_overlap_the_earlier_is_made(make_docs: Make) -> None:
    docs = make_docs({"sv/x.md": "abc\n"})
    (file,) = apply_fixes(docs, [fix(1, 2, "bc", "X"), fix(1, 1, "ab", "Y")])
    assert file.after == b"Yc\n"
    assert [made.replacement for made in file.fixes] == ["Y"]


@given(
    st.text(st.characters(codec="utf-8"), max_size=60),
    st.integers(0, 60),
    st.integers(0, 5),
    st.text(st.characters(codec="utf-8"), max_size=3),
)
def test_only_the_span_changes(
    tmp_path_factory: pytest.TempPathFactory, text: str, at: int, size: int, new: str
) -> None:
    line_text = text.replace("\r", "").replace("\n", "")
    start = min(at, len(line_text))
    found = line_text[start : start + size]
    docs = tmp_path_factory.mktemp("docs")
    (docs / "x.md").write_bytes(f"a\n{line_text}\nb".encode())
    expected = f"a\n{line_text[:start]}{new}{line_text[start + len(found) :]}\nb".encode()
    after = [file.after for file in apply_fixes(docs, [fix(2, start + 1, found, new, "x.md")])]
    assert after == ([expected] if found != new else [])


def test_a_file_is_replaced_at_once_and_keeps_its_mode(make_docs: Make) -> None:
    docs = make_docs({"sv/x.md": "85%\n"})
    (docs / "sv/x.md").chmod(0o640)
    (file,) = apply_fixes(docs, [fix(1, 3, "", " ")])
    write_fixed(docs, file)
    assert (docs / "sv/x.md").read_bytes() == b"85 %\n"
    assert (docs / "sv/x.md").stat().st_mode & 0o777 == 0o640
    assert os.listdir(docs / "sv") == ["x.md"]


def test_a_symbolic_link_stays_one(make_docs: Make) -> None:
    docs = make_docs({"sv/real.md": "85%\n"})
    (docs / "sv/x.md").symlink_to("real.md")
    (file,) = apply_fixes(docs, [fix(1, 3, "", " ")])
    write_fixed(docs, file)
    assert (docs / "sv/x.md").is_symlink()
    assert (docs / "sv/real.md").read_bytes() == b"85 %\n"


def test_a_file_that_changed_meanwhile_is_not_overwritten(make_docs: Make) -> None:
    docs = make_docs({"sv/x.md": "85%\n"})
    (file,) = apply_fixes(docs, [fix(1, 3, "", " ")])
    (docs / "sv/x.md").write_text("new\n")
    with pytest.raises(UsageError, match="changed meanwhile"):
        write_fixed(docs, file)
    assert (docs / "sv/x.md").read_text() == "new\n"
    (docs / "sv/x.md").unlink()
    with pytest.raises(UsageError, match="cannot write the file"):
        write_fixed(docs, file)
