"""`charter scan`: code and pages that do not know of each other."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Result

Run = Callable[..., Result]

GRANT = "## System licences\n\n| Licence | Description |\n|---|---|\n| Customer Centre | Access to quotes. |\n"


@pytest.fixture
def docs(make_docs: Callable[..., Path]) -> Path:
    return make_docs({"en/x.md": GRANT})


def test_gaps_are_told_with_their_places(charter: Run, docs: Path, tmp_path: Path) -> None:
    code = tmp_path / "app.js"
    code.write_text('may("qoutes")\n')
    result = charter("scan", code, "--docs", docs, "--call", "may")
    assert (result.status, result.err) == (1, "")
    assert result.out.splitlines() == [
        f"{code}:1:6: no page speaks of `qoutes`",
        "en/x.md:5:21: no code asks about `quotes`, which pages grant or require",
        "1 uses of 1 ids; undocumented: 1, renamed: 0, unenforced: 1",
    ]
    code.write_text('may("quotes")\n')
    data = json.loads(charter("scan", code, "--docs", docs, "--call", "may", "--format", "json").out)
    assert data["gaps"] == []
    assert [(use["id"], use["line"], use["certain"]) for use in data["uses"]] == [("quotes", 1, True)]


def test_the_settings_name_what_is_scanned(charter: Run, docs: Path, tmp_path: Path) -> None:
    assert charter("scan", "--docs", docs).status == 2
    (docs / "charter.toml").write_text('[code]\npaths = ["../src"]\ncalls = ["may"]\n')
    assert charter("scan", "--docs", docs).status == 2, "the folder is not there"
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "app.js").write_text('may("quotes")\n')
    assert charter("scan", "--docs", docs).status == 0
    (docs / "charter.toml").write_text('[code]\npaths = ["../src"]\nelsewhere = ["quotes"]\n')
    (tmp_path / "src" / "app.js").write_text("")
    assert charter("scan", "--docs", docs).status == 0


def test_check_tells_both_directions_and_notices_when_code_changes(charter: Run, docs: Path, tmp_path: Path) -> None:
    code = tmp_path / "src" / "app.js"
    code.parent.mkdir()
    code.write_text('may("qoutes")\n')
    (docs / "charter.toml").write_text('[code]\npaths = ["../src"]\ncalls = ["may"]\n')
    result = charter("check", docs)
    assert result.status == 1
    assert "../src/app.js:1:6 error C001 undocumented-id" in result.out
    assert '1 | may("qoutes")' in result.out
    assert "warning C002 unenforced-capability" in result.out
    code.write_text('may("quotes")\n')
    assert "C00" not in charter("check", docs).out
