"""Every error that is found in the real help pages, confirmed by reading them: no other, and none less."""

from collections.abc import Callable
from pathlib import Path

import pytest

from .reading import Tree

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


@pytest.mark.parametrize("year", ["2023", "2026"])
def test_the_errors_are_the_confirmed_ones(year: str, real_tree: Callable[[str], Tree]) -> None:
    lines = (GOLDEN / f"errors-{year}.tsv").read_text(encoding="utf-8").splitlines()
    confirmed = {tuple(line.split("\t")) for line in lines if not line.startswith("#")}
    counting = real_tree(year).counting
    errors = {(f.code, f.span.path, str(f.span.line)) for f in counting if f.severity == "error"}
    assert errors == confirmed
