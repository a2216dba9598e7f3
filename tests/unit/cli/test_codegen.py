"""`charter codegen`: the file that it writes, and whether it is still right."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ...conftest import ROOT
from .conftest import Result

Run = Callable[..., Result]


@pytest.mark.parametrize("form", ["python", "typescript", "json"])
def test_a_file_is_fresh_until_the_rules_change(
    charter: Run, form: str, tmp_path: Path, make_docs: Callable[..., Path]
) -> None:
    out = tmp_path / "ids"
    docs = make_docs({"en/x.md": "This feature requires the Core plan.\n"})
    assert charter("codegen", form, "--out", out, "--docs", docs) == (0, f"{out}: 2 ids\n", "")
    check = ("codegen", form, "--out", out, "--docs", docs, "--check")
    assert charter(*check) == (0, f"{out} is up to date\n", "")
    make_docs({"en/x.md": "# A heading\n\nYou need the Core plan for this feature.\n"})
    assert charter(*check).status == 0, "another wording is no other id"
    before = out.read_bytes()
    make_docs({"en/x.md": "This feature requires the Growth plan.\n"})
    result = charter(*check)
    assert (result.status, result.out) == (1, f"{out} is stale: write it anew with `charter codegen`\n")
    assert out.read_bytes() == before


def test_names_are_those_of_a_language(charter: Run, tmp_path: Path) -> None:
    out = tmp_path / "ids.py"
    assert charter("codegen", "python", "--out", out, "--docs", ROOT / "docs", "--language", "sv").status == 0
    assert '"""aktiva projekt (admin/' in out.read_text(encoding="utf-8")


def test_a_form_that_does_not_exist_is_misuse(charter: Run, tmp_path: Path) -> None:
    assert charter("codegen", "cobol", "--out", tmp_path / "x").status == 2
