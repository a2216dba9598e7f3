"""`charter check`: findings as text and data, and the exit status that they give."""

import json
from collections.abc import Callable
from pathlib import Path

from ...conftest import ROOT, SEED_PAGE
from .conftest import Result

Run = Callable[..., Result]

LICENCE_PAGE_FAULTS = ("undefined-licence", "missing-include")
HEAD = "## Systemlicenser\n\n| Licens | Beskrivning |\n|---|---|\n"


def test_pages_without_fault_give_an_empty_list_and_a_yes(charter: Run, make_docs: Callable[..., Path]) -> None:
    docs = make_docs({"sv/x.md": "# Rubrik\n\nText.\n"})
    assert charter("check", docs, "--format", "json") == (0, "[]\n", "")
    assert charter("check", docs).out == "0 errors, 0 warnings, 0 notes in 1 pages (sv)\n"


def test_warnings_and_notes_alone_are_a_yes(charter: Run, make_docs: Callable[..., Path]) -> None:
    docs = make_docs({"sv/x.md": HEAD + "| Okänd sak | Text. |\n", "nl/y.md": "# Iets\n"})
    result = charter("check", docs, "--format", "json")
    assert result.status == 0
    assert {finding["severity"] for finding in json.loads(result.out)} == {"warning", "note"}


def test_the_seeds_have_a_missing_include_and_an_undefined_licence_in_each_language(charter: Run, seeds: Path) -> None:
    result = charter("check", seeds, "--format", "json")
    findings = [finding for finding in json.loads(result.out) if finding["name"] in LICENCE_PAGE_FAULTS]
    assert (result.status, result.err) == (1, "")
    assert [(f["name"], f["severity"], f["path"], f["line"], f["column"]) for f in findings] == [
        ("undefined-licence", "warning", f"nl/{SEED_PAGE}", 14, 1),
        ("missing-include", "error", f"nl/{SEED_PAGE}", 25, 1),
        ("undefined-licence", "warning", f"sv/{SEED_PAGE}", 14, 1),
        ("missing-include", "error", f"sv/{SEED_PAGE}", 25, 1),
    ]
    for finding in findings:
        assert list(finding) == ["code", "name", "severity", "path", "line", "column", "message", "related"]
    assert "includes/tip-user-licenses.md" in findings[1]["message"]
    assert "`standard-crm`" in findings[2]["message"]
    (related,) = findings[2]["related"]
    assert list(related) == ["path", "line", "column", "quote"]
    assert related["quote"].splitlines()[-1] == "* En systemlicens för Standard CRM"


def test_one_language_is_checked_alone(charter: Run, edit_seeds: Callable[[str, str, str], Path]) -> None:
    docs = edit_seeds("sv", "Ger tillgång till offerter.", "Ger tillgång till Kundcenter.")
    alone = json.loads(charter("check", docs, "--language", "sv", "--format", "json").out)
    both = json.loads(charter("check", docs, "--format", "json").out)
    assert {finding["path"] for finding in alone} == {f"sv/{SEED_PAGE}"}
    assert [f["name"] for f in alone if f["name"] in LICENCE_PAGE_FAULTS] == ["undefined-licence", "missing-include"]
    assert [f["name"] for f in both].count("rule-differs") == 1


def test_text_shows_place_message_both_quotes_help_and_a_summary(
    charter: Run, edit_seeds: Callable[[str, str, str], Path]
) -> None:
    docs = edit_seeds("sv", "Ger tillgång till offerter.", "Ger tillgång till Kundcenter.")
    result = charter("check", docs)
    lines = result.out.splitlines()
    start = lines.index(f"sv/{SEED_PAGE}:39:28 error R005 rule-differs")
    assert "“Ger tillgång till Kundcenter.”" in lines[start + 1]
    assert lines[start + 2 : start + 4] == [
        f"    sv/{SEED_PAGE}:39:28 | Ger tillgång till Kundcenter.",
        f"    nl/{SEED_PAGE}:39:26 | Maakt het gebruik van offertes mogelijk.",
    ]
    assert lines[start + 4].startswith("  help: ")
    assert lines[-1] == "3 errors, 4 warnings, 9 notes in 2 pages (nl, sv)"
    assert result.status == 1


def test_our_own_docs_have_no_error(charter: Run) -> None:
    result = charter("check", ROOT / "docs", "--format", "json")
    assert [f for f in json.loads(result.out) if f["severity"] == "error"] == []
    assert result.status == 0
