"""Annotations of GitHub Actions: one line each, escaped as the runner reads them."""

from pathlib import Path

import pytest

from engine.findings import Finding, Related
from engine.localedata import Messages
from engine.model.spans import Span
from engine.report.github import github_annotations
from engine.report.source_root import SourceRoot


@pytest.fixture
def root(tmp_path: Path) -> SourceRoot:
    (tmp_path / ".git").mkdir()
    (tmp_path / "docs").mkdir()
    return SourceRoot(tmp_path / "docs")


def test_an_annotation_names_file_lines_columns_and_title(root: SourceRoot) -> None:
    finding = Finding("F006", Span("sv/x.md", 3, 2, 3, 9), {"target": "a.md"})
    assert list(github_annotations([finding], Messages(), root)) == [
        "::error file=docs/sv/x.md,line=3,endLine=3,title=F006 missing-include,col=2,endColumn=9::"
        "the included file `a.md` does not exist%0Ahelp: create it, or remove the include"
    ]


def test_a_span_of_several_lines_has_no_columns(root: SourceRoot) -> None:
    (line,) = github_annotations([Finding("F006", Span("sv/x.md", 3, 2, 4, 9), {"target": "a"})], Messages(), root)
    assert line.startswith("::error file=docs/sv/x.md,line=3,endLine=4,title=F006 missing-include::")


@pytest.mark.parametrize(
    ("code", "level", "command"),
    [("F006", "", "error"), ("F003", "", "warning"), ("F002", "", "notice"), ("F006", "note", "notice")],
)
def test_severities_are_those_of_github(root: SourceRoot, code: str, level: str, command: str) -> None:
    facts = {"target": "a", "encoding": "b"}
    (line,) = github_annotations([Finding(code, Span("sv/x.md", 1, 1, 1, 1), facts, level=level)], Messages(), root)
    assert line.startswith(f"::{command} ")


def test_percent_signs_line_feeds_commas_and_colons_are_escaped(root: SourceRoot) -> None:
    related = Related(Span("nl/a,b:c.md", 1, 1, 1, 5), "85 %\r\nof 5,5: zo")
    finding = Finding("F006", Span("sv/a,b:c%.md", 1, 1, 1, 1), {"target": "100%\n::error::x"}, (related,))
    (line,) = github_annotations([finding], Messages(), root)
    assert "file=docs/sv/a%2Cb%3Ac%25.md," in line
    assert "`100%25%0A::error::x`" in line
    assert "%0Anl/a,b:c.md:1:1: 85 %25 of 5,5: zo%0A" in line
    assert "\n" not in line
