"""The benchmark runs wherever the project does. What it measures is not tested."""

import sys
from pathlib import Path

import pytest

from . import check_speed


def test_it_measures_the_projects_own_pages(tmp_path: Path) -> None:
    docs = check_speed.repeated(check_speed.ROOT / "docs", tmp_path / "docs", 100)
    assert sum(path.suffix == ".md" for path in docs.rglob("*")) >= 100
    cases = list(check_speed.measure(docs, 1))
    assert [case.name for case in cases] == ["cold", "unchanged", "1 page changed"]
    assert all(run.megabytes > 1 for case in cases for run in case.runs)
    assert [line.split()[0] for line in check_speed.table(cases).splitlines()] == ["min", "cold", "unchanged", "1"]


def test_a_command_that_fails_is_told(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "x.md").write_text("# X\n")
    (tmp_path / "charter.toml").write_text("unknown = 1\n")
    with pytest.raises(SystemExit, match="exit status 2"):
        list(check_speed.measure(tmp_path, 1))
    assert check_speed.machine().endswith(f"Python {sys.version.split()[0]}")
