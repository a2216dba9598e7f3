"""The heat map: folders and pages by language, the gravest first."""

from collections.abc import Callable

from engine.findings import Finding
from engine.gate.places import Places
from engine.localedata import Messages
from engine.model.spans import Span
from engine.report.heat_map import Cell, FolderRow, heat_map
from engine.report.work_list import work_list
from engine.rules import Docs

FILES = {
    "sv/a/x.md": "Text.\n",
    "sv/a/y.md": "Text.\n",
    "sv/b/z.md": "Text.\n",
    "nl/a/x.md": "Tekst.\n",
    "nl/top.md": "Tekst.\n",
}


def rows_of(docs: Docs, *findings: tuple[str, str]) -> tuple[FolderRow, ...]:
    found = [Finding(code, Span(path, 1, 1, 1, 1), {"target": "x"}) for code, path in findings]
    groups = work_list(found, Places(docs.tree.pages), Messages(), docs.tree.quote)
    return heat_map([entry for group in groups for entry in group.entries], docs.tree.pages, ("nl", "sv"))


def test_folders_and_pages_with_the_gravest_findings_come_first(read_files: Callable[[dict[str, str]], Docs]) -> None:
    rows = rows_of(
        read_files(FILES), ("F003", "sv/a/x.md"), ("F003", "sv/a/y.md"), ("F006", "sv/a/y.md"), ("F006", "nl/top.md")
    )
    assert [(row.name, [page.key for page in row.pages], row.clean) for row in rows] == [
        ("a", ["a/y.md", "a/x.md"], 0),
        ("", ["top.md"], 0),
        ("b", [], 1),
    ]


def test_a_cell_counts_a_language_and_knows_a_page_that_is_not_there(
    read_files: Callable[[dict[str, str]], Docs],
) -> None:
    (row, *_) = rows_of(read_files(FILES), ("F003", "sv/a/y.md"), ("F006", "sv/a/y.md"))
    nl, sv = row.pages[0].cells
    assert (nl.there, nl.total, nl.worst, nl.heat) == (False, 0, "", 0)
    assert (sv.there, sv.total, sv.worst, sv.heat) == (True, 2, "error", 1)
    assert [cell.there for cell in row.cells] == [True, True]


def test_heat_grows_with_the_number_of_the_gravest_kind() -> None:
    def heat(errors: int, notes: int) -> int:
        return Cell({"error": errors, "warning": 0, "note": notes}, True).heat

    assert [heat(0, 0), heat(1, 99), heat(2, 0), heat(3, 0), heat(10, 0), heat(30, 0)] == [0, 1, 1, 2, 3, 4]
