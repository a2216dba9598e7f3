"""`charter terms suggest`: drafts on standard output or in a new file, and what is said of them."""

import re
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.localedata import installed_locales

from ...conftest import ROOT
from .conftest import Result

Run = Callable[..., Result]
SUGGEST = ("terms", "suggest", ROOT / "docs", "--language")


@pytest.fixture
def incomplete(tmp_path: Path) -> Path:
    folder = tmp_path / "locales"
    shutil.copytree(installed_locales(), folder)
    path = folder / "sv" / "terms.toml"
    path.write_text(re.sub(r"(?m)^(satellite|quotes) = .*\n", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def test_drafts_go_to_standard_output_and_are_counted(charter: Run, incomplete: Path) -> None:
    result = charter(*SUGGEST, "sv", "--locales", incomplete)
    assert result.status == 0
    assert tomllib.loads(result.out)["licence"] == {"satellite": "Satellite"}
    assert result.err == "1 names drafted, 1 ids without one\n"


def test_drafts_go_to_a_new_file_and_never_into_an_old_one(charter: Run, incomplete: Path, tmp_path: Path) -> None:
    before = (incomplete / "sv/terms.toml").read_bytes()
    out = tmp_path / "draft.toml"
    assert charter(*SUGGEST, "sv", "--locales", incomplete, "--out", out).out == ""
    assert "satellite" in out.read_text(encoding="utf-8")
    again = charter(*SUGGEST, "sv", "--locales", incomplete, "--out", incomplete / "sv/terms.toml")
    assert (again.status, again.out) == (2, "")
    assert "the file exists" in again.err
    assert (incomplete / "sv/terms.toml").read_bytes() == before


def test_when_nothing_is_missing_it_says_so(charter: Run) -> None:
    assert charter(*SUGGEST, "nl") == (0, "", "nothing is missing: `nl` has every name\n")


@pytest.mark.parametrize(("tag", "said"), [("fi", "no locale for language `fi`"), ("sv", "has no pages in `sv`")])
def test_a_language_that_is_not_there_is_misuse(
    charter: Run, make_docs: Callable[..., Path], tag: str, said: str
) -> None:
    result = charter("terms", "suggest", make_docs({"en/x.md": "Text.\n"}), "--language", tag)
    assert (result.status, result.out) == (2, "")
    assert said in result.err


def test_terms_are_exported_as_tbx(charter: Run, tmp_path: Path) -> None:
    whole = charter("terms", "export", ROOT / "docs")
    assert (whole.status, whole.err) == (0, "")
    assert whole.out.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<tbx type="TBX-Basic" style="dca"')
    out = tmp_path / "terms.tbx"
    charter("terms", "export", ROOT / "docs", "--format", "tbx", "--language", "no", "--language", "en", "--out", out)
    text = out.read_text(encoding="utf-8")
    assert set(re.findall(r'<langSec xml:lang="(\w+)"', text)) == {"en", "nb"}
    assert charter("terms", "export", ROOT / "docs", "--language", "fi").status == 2
