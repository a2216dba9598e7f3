"""`charter diff`: what the rules of two sides say otherwise, and the exit status that tells it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.repositories import git

from ...conftest import ROOT
from .conftest import Result

Run = Callable[..., Result]

GRANT = "## Systemlicenser\n\n| Licens | Beskrivning |\n|---|---|\n| Customer Centre | Ger tillgång till {}. |\n"
SCREEN = 50
"""Rows of a screen, at 160 columns."""


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
    assert (result.status, result.err) == (0, "")
    assert json.loads(result.out) == {
        "languages": ["en", "sv"],
        "step": "none",
        "renames": [],
        "changes": [],
        "turns": [],
    }


def test_a_changed_rule_is_shown_with_both_spans_and_is_status_1(
    charter: Run, write: Callable[[str, str, str], Path]
) -> None:
    old = write("old", "sv/x.md", GRANT.format("Kundcenter"))
    new = write("new", "sv/x.md", "# Rubrik\n\n" + GRANT.format("Kundcenter").replace("System", "Plats"))
    result = charter("diff", old, new, "--format", "json")
    assert (result.status, result.err) == (1, "")
    (change,) = json.loads(result.out)["changes"]
    assert (change["kind"], change["topic"], change["effect"]) == ("licence", ["customer-centre"], "other")
    assert [rule["scope"] for rule in (*change["before"], *change["after"])] == ["system", "site"]
    (said,) = change["said"]
    assert [(said[side]["path"], said[side]["line"]) for side in ("before", "after")] == [
        ("sv/x.md", 5),
        ("sv/x.md", 7),
    ]
    assert said["before"]["quote"] == "Customer Centre"
    text = charter("diff", old, new, "--ui-language", "sv")
    assert text.status == 1
    assert "~ Customer Centre: Systemlicenser → Platslicenser  sv/x.md:5 → sv/x.md:7" in text.out


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


def test_a_lock_and_a_revision_are_sides_like_a_folder(
    charter: Run, write: Callable[[str, str, str], Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    docs = write("docs", "sv/x.md", GRANT.format("Kundcenter"))
    assert charter("lock", docs).status == 0
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "x"]):
        git(tmp_path, *arguments)
    write("docs", "sv/x.md", GRANT.format("offerter"))
    monkeypatch.chdir(tmp_path)
    for old, place in (("HEAD", "sv/x.md:5"), ("docs/rules.lock.json", "rules.lock.json:")):
        result = charter("diff", old, "docs")
        assert result.status == 1
        assert f"- Customer Centre: the Customer Centre, tighter  {place}" in result.out
        assert "+ Customer Centre: quotes, looser  sv/x.md:5" in result.out
        assert charter("diff", old, old).status == 0


@pytest.mark.parametrize("name", ["none", "--output=x"])
def test_what_is_no_side_is_misuse(charter: Run, tmp_path: Path, name: str) -> None:
    result = charter("diff", "--docs", ROOT / "docs", "--", name, tmp_path / "none")
    assert (result.status, result.out) == (2, "")
    assert f"`{name}` is no docs folder, no lock, and no git revision" in result.err


def test_a_lock_lacks_a_language_that_is_asked_for(charter: Run) -> None:
    lock = ROOT / "docs" / "rules.lock.json"
    result = charter("diff", lock, lock, "--language", "fi")
    assert result.status == 2
    assert "choose from: da, de, en, nb, nl, sv" in result.err


@pytest.mark.parametrize("language", ["en", "nl", "sv"])
def test_the_changes_of_three_years_fit_on_one_screen(charter: Run, language: str, tmp_path: Path) -> None:
    pages = ROOT.parent / "shared" / "help-pages"
    if not pages.is_dir():
        pytest.skip(f"the real help pages are not at {pages}")
    for year in ("2023", "2026"):
        for part in ("admin/license", "includes"):
            source = pages / year / language / part
            if source.is_dir():
                shutil.copytree(source, tmp_path / year / language / part)
    result = charter("diff", tmp_path / "2023", tmp_path / "2026", "--ui-language", language)
    rows = sum(-(-len(line) // 160) for line in result.out.splitlines())
    assert result.status == 1
    assert 25 < rows <= SCREEN
