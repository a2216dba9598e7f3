"""`charter rules`: what the pages state, as a table, as data, as one hash."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Result

Run = Callable[..., Result]


def test_each_seed_alone_and_both_together_print_one_hash(charter: Run, seeds: Path) -> None:
    results = {
        charter("rules", seeds, *which, "--hash")
        for which in ((), ("--language", "sv"), ("--language", "nl"), ("--language", "nl", "--language", "sv"))
    }
    (result,) = results
    assert (result.status, result.err) == (0, "")
    assert len(result.out) == 65
    assert set(result.out[:-1]) <= set("0123456789abcdef")


@pytest.mark.parametrize("language", ["sv", "nl"])
def test_json_of_a_seed_has_the_four_parts_and_all_licences(charter: Run, seeds: Path, language: str) -> None:
    result = charter("rules", seeds, "--language", language, "--format", "json")
    data = json.loads(result.out)
    assert (result.status, result.err) == (0, "")
    assert list(data) == ["licences", "undefined", "rules", "disagreements"]
    scopes = [licence["scope"] for licence in data["licences"].values()]
    assert [scopes.count(scope) for scope in ("system", "site", "user")] == [9, 3, 10]
    assert data["licences"]["windows-app"] == {"scope": "user", "edition": "windows", "lifecycle": "legacy"}
    assert (data["undefined"], data["disagreements"]) == (["standard-crm"], [])
    assert {rule["kind"] for rule in data["rules"]} == {"Licence", "Describes", "Grants", "Requires", "Quota"}


def test_json_of_a_disagreement_has_both_sides_with_their_quotes(
    charter: Run, edit_seeds: Callable[[str, str, str], Path]
) -> None:
    docs = edit_seeds("sv", "Ger tillgång till offerter.", "Ger tillgång till Kundcenter.")
    result = charter("rules", docs, "--format", "json")
    assert result.status == 0
    (disagreement,) = json.loads(result.out)["disagreements"]
    assert disagreement["topic"] == ["Row", "sales-quote-management"]
    assert [(s["language"], s["line"], s["quotes"]) for s in disagreement["sides"]] == [
        ("nl", 39, ["Maakt het gebruik van offertes mogelijk."]),
        ("sv", 39, ["Ger tillgång till Kundcenter."]),
    ]


def test_findings_do_not_change_the_exit_status(charter: Run, make_docs: Callable[..., Path]) -> None:
    text = (
        "## Systemlicenser\n\n| Licens | Beskrivning |\n|---|---|\n| Okänd | Målar huset. |\n\n[!include[T](none.md)]\n"
    )
    docs = make_docs({"sv/x.md": text})
    assert charter("check", docs).status == 1
    assert charter("rules", docs).status == 0


def test_the_table_lists_licences_requirements_and_what_nothing_defines(charter: Run, seeds: Path) -> None:
    result = charter("rules", seeds)
    lines = [line.split() for line in result.out.splitlines()]
    assert ["sales-user", "user", "windows", "legacy", "sale-module", "+", "standard-crm"] in lines
    assert ["superoffice-crm", "web", "online-web-services"] in lines
    assert ["log-in", "web", "login-rights", "&", "standard-crm"] in lines
    assert "standard-crm" in result.out.splitlines()[-1]
