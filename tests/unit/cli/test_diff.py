"""`charter diff`: which rules changed between two docs folders, and the exit status that tells it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ...conftest import ROOT
from .conftest import Result

Run = Callable[..., Result]

GRANT = "## Systemlicenser\n\n| Licens | Beskrivning |\n|---|---|\n| Customer Centre | Ger tillgång till {}. |\n"


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str, str], Path]:
    """Writes a page below a docs folder, which it returns."""

    def write_page(docs: str, page: str, text: str) -> Path:
        path = tmp_path / docs / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return tmp_path / docs

    return write_page


def test_a_folder_does_not_differ_from_itself(charter: Run) -> None:
    docs = ROOT / "docs"
    result = charter("diff", docs, docs, "--language", "sv", "--language", "en", "--format", "json")
    assert result == (0, "[]\n", "")


def test_a_changed_rule_is_shown_with_both_signs_and_is_status_1(
    charter: Run, write: Callable[[str, str, str], Path]
) -> None:
    old = write("old", "sv/x.md", GRANT.format("Kundcenter"))
    new = write("new", "sv/x.md", "# Rubrik\n\n" + GRANT.format("offerter"))
    result = charter("diff", old, new, "--format", "json")
    assert (result.status, result.err) == (1, "")
    rule = {"kind": "Grants", "licence": "customer-centre", "beside": None}
    assert json.loads(result.out) == [
        {
            "language": "sv",
            "change": "removed",
            "rule": {**rule, "capability": "customer-centre"},
            "path": "sv/x.md",
            "line": 5,
            "quote": "Ger tillgång till Kundcenter.",
        },
        {
            "language": "sv",
            "change": "added",
            "rule": {**rule, "capability": "quotes"},
            "path": "sv/x.md",
            "line": 7,
            "quote": "Ger tillgång till offerter.",
        },
    ]
    text = charter("diff", old, new)
    assert text.status == 1
    assert [line.split()[0] for line in text.out.splitlines() if "Grants" in line] == ["-", "+"]


def test_wording_and_layout_do_not_count(charter: Run, write: Callable[[str, str, str], Path]) -> None:
    old = write("old", "sv/x.md", GRANT.format("Kundcenter"))
    new = write("new", "sv/x.md", "Text.\n\n" + GRANT.replace("Ger tillgång", "Åtkomst").format("Kundcenter"))
    assert charter("diff", old, new).status == 0


def test_only_the_languages_asked_for_are_compared(charter: Run, write: Callable[[str, str, str], Path]) -> None:
    old = write("old", "sv/x.md", GRANT.format("Kundcenter"))
    shutil.copytree(old, old.with_name("new"))
    write("old", "en/x.md", "This feature requires the Core plan.\n")
    new = write("new", "en/x.md", "This feature requires the Growth plan.\n")
    assert charter("diff", old, new, "--language", "sv").status == 0
    assert charter("diff", old, new, "--language", "en").status == 1


def test_a_folder_that_does_not_exist_is_misuse(charter: Run, tmp_path: Path) -> None:
    result = charter("diff", tmp_path / "none", tmp_path / "none")
    assert (result.status, result.out) == (2, "")
    assert "none" in result.err
