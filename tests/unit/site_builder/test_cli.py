from pathlib import Path

import pytest
from click.testing import CliRunner

from engine.findings import UsageError
from site_builder import writing
from site_builder.cli import build
from tests.unit.site_builder.conftest import LICENCES_SV, Write


def test_a_published_site_is_summed_up_and_a_pipe_stays_quiet(make_docs: Write, tmp_path: Path) -> None:
    docs = make_docs({"sv/x.md": LICENCES_SV})
    result = CliRunner().invoke(build, [str(docs), "--out", str(tmp_path / "site")], standalone_mode=False)
    assert result.return_value == 0
    assert result.stdout.startswith("1 pages in sv (0 redirects), 0 findings, 0 dead links, ")
    assert result.stdout.splitlines()[1] == f"published: {tmp_path / 'site' / 'index.html'}"
    assert result.stderr == ""


def test_a_refused_site_names_what_was_lost(make_docs: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = make_docs({"sv/x.md": LICENCES_SV})
    monkeypatch.setattr(writing.RuleTables, "write", lambda *_: "<p>nothing</p>")
    result = CliRunner().invoke(build, [str(docs), "--out", str(tmp_path / "site")], standalone_mode=False)
    assert result.return_value == 1
    assert "sv/x.md: the built page no longer says: Area Management (Systemlicenser)" in result.stdout
    assert not (tmp_path / "site").exists()


def test_a_strict_build_is_refused_for_dead_links_and_names_each(make_docs: Write, tmp_path: Path) -> None:
    docs = make_docs({"sv/x.md": "# X\n\n[a](none.md) ![b](../m/b.png)\n"})
    arguments = [str(docs), "--out", str(tmp_path / "site")]
    result = CliRunner().invoke(build, [*arguments, "--strict"], standalone_mode=False)
    assert result.return_value == 1
    summary, *lines, refused = result.stdout.splitlines()
    assert ", 2 dead links, " in summary
    assert lines == [
        "pictures among the dead links: 1",
        "sv/x.md: `none.md` leads to nothing",
        "sv/x.md: `../m/b.png` leads to nothing",
    ]
    assert refused == "refused: `charter check` tells what and where"
    assert not (tmp_path / "site").exists()
    assert "leads to nothing" not in CliRunner().invoke(build, arguments, standalone_mode=False).stdout


def test_misuse_is_told_before_anything_is_written(make_docs: Write, tmp_path: Path) -> None:
    docs = make_docs({"sv/x.md": LICENCES_SV})
    with pytest.raises(UsageError):
        CliRunner().invoke(build, [str(docs), "--out", str(docs)], standalone_mode=False, catch_exceptions=False)
    arguments = [str(tmp_path / "none"), "--out", str(tmp_path / "a/site")]
    with pytest.raises(UsageError):
        CliRunner().invoke(build, arguments, standalone_mode=False, catch_exceptions=False)
    assert not (tmp_path / "a").exists()


def test_the_help_shows_an_example() -> None:
    assert "charter build docs --out _site" in CliRunner().invoke(build, ["--help"]).output
