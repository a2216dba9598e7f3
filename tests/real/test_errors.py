"""Every error that is found in the real help pages, confirmed by reading them: no other, and none less."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from engine.cli.main import charter

from .reading import PAGES

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


@pytest.mark.parametrize("year", ["2023", "2026"])
def test_the_errors_are_the_confirmed_ones(year: str) -> None:
    if not (PAGES / year).is_dir():
        pytest.skip(f"the real help pages are not at {PAGES / year}")
    lines = (GOLDEN / f"errors-{year}.tsv").read_text(encoding="utf-8").splitlines()
    confirmed = {tuple(line.split("\t")) for line in lines if not line.startswith("#")}
    arguments = ["check", str(PAGES / year), "--format", "json", "--no-cache"]
    result = CliRunner().invoke(charter, arguments, standalone_mode=False, catch_exceptions=False)
    found = json.loads(result.stdout)
    errors = {(f["code"], f["path"], str(f["line"])) for f in found if f["severity"] == "error"}
    assert errors == confirmed
