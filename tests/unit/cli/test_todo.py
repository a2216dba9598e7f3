"""`charter todo` and `charter confirm`: the work list of a translator, and what takes a place off it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.change.freshness.lock import NAME

from ..change.history.git import GitDocs
from .conftest import Result

Run = Callable[..., Result]

EN = """# Licences

## System licences

| Licence | Description |
|---|---|
| Customer Centre | Access to Customer Centre. |
| Satellite | Specifies which systems you have access to. |
"""
SV = """# Licenser

## Systemlicenser

| Licens | Beskrivning |
|---|---|
| Customer Centre | Åtkomst till Kundcenter. |
| Satellite | Anger vilka system du har åtkomst till. |
"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    git = GitDocs(tmp_path / "r")
    git.commit("2025-01-01", {"en/a.md": EN, "sv/a.md": SV})
    return git.docs


def test_what_was_confirmed_and_then_changed_is_work_until_somebody_looked(charter: Run, docs: Path) -> None:
    begin = charter("todo", docs, "--language", "sv")
    assert (begin.status, begin.out) == (0, "0 places to look at in sv\n")
    assert "`charter confirm` begins" in begin.err
    assert charter("confirm", docs).out == "5 blocks on 1 pages confirmed in en, sv\n"
    page = docs / "en" / "a.md"
    page.write_text(EN.replace("Access to Customer Centre.", "Access to the quote module."), encoding="utf-8")
    listed = charter("todo", docs, "--language", "sv")
    assert (listed.status, listed.err) == (1, "")
    assert listed.out.splitlines() == [
        "rules changed in another language (1)",
        "  sv/a.md:7:1 row:customer-centre",
        "    en now says “Access to the quote module.”, before “Access to Customer Centre.” (en/a.md:7:1)",
        "    sv says “Customer Centre | Åtkomst till Kundcenter.”",
        "1 place to look at in sv",
    ]
    data = json.loads(charter("todo", docs, "--language", "sv", "--format", "json").out)
    (task,) = data["tasks"]
    assert (task["risk"], task["block"], task["path"], task["line"]) == ("rule", "row:customer-centre", "sv/a.md", 7)
    assert task["changes"] == [
        {
            "language": "en", "path": "en/a.md", "line": 7, "before": "Access to Customer Centre.",
            "now": ["Access to the quote module."], "removed": False, "compared": True,
        }
    ]  # fmt: skip
    assert charter("todo", docs, "--language", "sv", "--page", "b*").status == 0
    assert charter("confirm", docs, "--language", "sv", "--page", "a.md").out.startswith("1 blocks on 1 pages")
    assert "rules changed" not in charter("todo", docs, "--language", "sv").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("todo", "--language", "fi"), "no language `fi`"),
        (("confirm", "--language", "fi"), "no language `fi`"),
        (("confirm", "--page", "x*"), "no page of several languages fits `x*`"),
        (("confirm", "--block", "row:x"), "no page has the block `row:x`"),
    ],
)
def test_what_is_not_there_is_misuse(docs: Path, charter: Run, arguments: tuple[str, ...], said: str) -> None:
    result = charter(arguments[0], docs, *arguments[1:])
    assert (result.status, result.out) == (2, "")
    assert said in result.err
    assert not (docs / NAME).exists()
