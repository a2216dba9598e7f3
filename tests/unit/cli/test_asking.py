"""What is asked: pages, or the compiled file made of them, with the same answers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ...house.sources import ROOT
from .conftest import Result

Run = Callable[..., Result]
DOCS = ROOT / "docs"


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("compiled") / "rules.json"


@pytest.mark.parametrize(
    "asked",
    [
        ("ask", "sale-module", "--hold", "sales-user", "--language", "nl"),
        ("ask", "sale-module", "--hold", "sales-user", "--why", "--language", "sv"),
        ("needs", "active-marketing-flows"),
        ("can", "--hold", "complete-crm-user", "--format", "json"),
    ],
)
def test_a_compiled_file_answers_as_its_pages_do(charter: Run, compiled: Path, asked: tuple[str]) -> None:
    if not compiled.exists():
        written = charter("rules", DOCS, "--format", "compiled")
        compiled.write_text(written.out, encoding="utf-8")
    from_pages, from_file = charter(*asked, "--docs", DOCS), charter(*asked, "--docs", compiled)
    assert from_file == from_pages
    assert from_file.out


def test_a_damaged_file_is_one_clear_error(charter: Run, tmp_path: Path) -> None:
    (tmp_path / "rules.json").write_text('{"cut', encoding="utf-8")
    result = charter("ask", "sale-module", "--docs", tmp_path / "rules.json")
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"charter: {tmp_path / 'rules.json'}: the rules file is cut short")
