"""`charter report`: writes the page and says what it holds."""

from collections.abc import Callable
from pathlib import Path

from .conftest import Result

Run = Callable[..., Result]

GAP = "[!include[T](none.md)]\n"


def test_the_page_is_written_and_errors_are_no_failure(
    charter: Run, make_docs: Callable[..., Path], tmp_path: Path
) -> None:
    out = tmp_path / "report.html"
    result = charter("report", make_docs({"sv/x.md": GAP}), "--out", out, "--at", "2026-03-04")
    assert (result.status, result.err) == (0, "")
    assert result.out == f"1 error, 0 warnings, 0 notes in 1 page (sv)\nwritten: {out}\n"
    text = out.read_text(encoding="utf-8")
    assert "<!doctype html>" in text
    assert "2026-03-04" in text


def test_selection_and_baseline_hold_for_the_report_too(
    charter: Run, make_docs: Callable[..., Path], tmp_path: Path
) -> None:
    docs, out = make_docs({"sv/x.md": GAP}), tmp_path / "report.html"
    assert charter("report", docs, "--out", out, "--ignore", "F").out.startswith("0 errors")
    charter("check", docs, "--write-baseline", tmp_path / "b.json")
    assert charter("report", docs, "--out", out, "--baseline", tmp_path / "b.json").out.startswith("0 errors")


def test_a_place_that_cannot_be_written_is_misuse(charter: Run, make_docs: Callable[..., Path], tmp_path: Path) -> None:
    result = charter("report", make_docs({"sv/x.md": GAP}), "--out", tmp_path / "none" / "report.html")
    assert (result.status, result.out) == (2, "")
    assert "cannot write the file" in result.err
