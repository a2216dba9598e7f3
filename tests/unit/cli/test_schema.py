"""`charter schema`: the published schema, printed or written."""

from collections.abc import Callable
from pathlib import Path

from ...conftest import ROOT
from .conftest import Result


def test_the_schema_is_the_published_one(charter: Callable[..., Result], tmp_path: Path) -> None:
    published = (ROOT / "engine" / "charter.schema.json").read_text(encoding="utf-8")
    assert charter("schema") == (0, published, "")
    assert charter("schema", "--out", tmp_path / "x.json") == (0, "", "")
    assert (tmp_path / "x.json").read_text(encoding="utf-8") == published
