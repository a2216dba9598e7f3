"""`charter check`: findings as text and data, and the exit status that they give."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.repositories import git

from ...conftest import ROOT, SEED_PAGE
from .conftest import Result

Run = Callable[..., Result]

LICENCE_PAGE_FAULTS = ("undefined-licence", "missing-include")
HEAD = "## Systemlicenser\n\n| Licens | Beskrivning |\n|---|---|\n"


def test_pages_without_fault_give_an_empty_list_and_a_yes(charter: Run, make_docs: Callable[..., Path]) -> None:
    docs = make_docs({"sv/x.md": "# Rubrik\n\nText.\n"})
    assert charter("check", docs, "--format", "json") == (0, "[]\n", "")
    assert charter("check", docs).out == "0 errors, 0 warnings, 0 notes in 1 page (sv)\n"


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
        assert list(finding) == [
            "code", "name", "severity", "path", "line", "column", "end_line", "end_column",
            "message", "help", "related", "fingerprint",
        ]  # fmt: skip
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
    here, carets, other, there = lines[start + 2 : start + 6]
    assert here[carets.index("^") : carets.rindex("^") + 1] == "Ger tillgång till Kundcenter."
    assert other == f"  nl/{SEED_PAGE}:39:26"
    assert "Maakt het gebruik van offertes mogelijk." in there
    assert lines[start + 7].startswith("  help: ")
    assert any(line.startswith("R005 rule-differs ") for line in lines[start + 8 :])
    assert lines[-1] == "3 errors, 4 warnings, 9 notes in 2 pages (nl, sv)"
    assert result.status == 1


def test_our_own_docs_have_no_error(charter: Run) -> None:
    result = charter("check", ROOT / "docs", "--format", "json")
    assert [f for f in json.loads(result.out) if f["severity"] == "error"] == []
    assert result.status == 0


GAP = "[!include[T](none.md)]\n"


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ((), 1),
        (("--fail-on", "never"), 0),
        (("--ignore", "F006"), 0),
        (("--ignore", "missing-include", "--fail-on", "note"), 1),
        (("--select", "P"), 0),
        (("--select", "P", "--fail-on", "note"), 1),
        (("--select", "R,P", "--fail-on", "warning"), 0),
    ],
)
def test_selection_and_severity_decide_the_exit_status(
    charter: Run, make_docs: Callable[..., Path], options: tuple[str, ...], status: int
) -> None:
    assert charter("check", make_docs({"sv/x.md": GAP, "nl/y.md": "Tekst.\n"}), *options).status == status


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_code_that_does_not_exist_is_misuse_before_anything_is_read(
    charter: Run, tmp_path: Path, option: str
) -> None:
    result = charter("check", tmp_path / "none", option, "rule-difers")
    assert (result.status, result.out) == (2, "")
    assert "nearest: `rule-differs`" in result.err


def test_a_team_with_old_findings_starts_today_and_its_baseline_shrinks(
    charter: Run, make_docs: Callable[..., Path], tmp_path: Path
) -> None:
    baseline = tmp_path / "baseline.json"
    docs = make_docs({"sv/x.md": f"Text.\n\n{GAP}", "sv/y.md": GAP.replace("none", "gone")})
    assert charter("check", docs, "--write-baseline", baseline).out == f"wrote 2 findings to the baseline {baseline}\n"
    known = charter("check", docs, "--baseline", baseline)
    assert (known.status, known.out.splitlines()[0]) == (0, "2 known findings not shown")
    make_docs({"sv/x.md": f"{GAP}\nMoved and\n\n{GAP.replace('none', 'other')}", "sv/y.md": "Text.\n"})
    later = charter("check", docs, "--baseline", baseline)
    assert later.status == 1
    assert "`other.md`" in later.out
    assert "`none.md`" not in later.out.split("1 finding of the baseline is gone")[0]
    assert later.out.splitlines()[-1] == "  F006 sv/y.md: the included file `gone.md` does not exist"
    data = charter("check", docs, "--baseline", baseline, "--format", "json")
    assert [finding["line"] for finding in json.loads(data.out)] == [5]
    assert "1 finding of the baseline is gone" in data.err


def test_a_language_alone_says_nothing_of_what_is_gone(
    charter: Run, make_docs: Callable[..., Path], tmp_path: Path
) -> None:
    baseline = tmp_path / "baseline.json"
    docs = make_docs({"sv/x.md": GAP, "nl/x.md": GAP})
    charter("check", docs, "--write-baseline", baseline)
    assert "gone" not in charter("check", docs, "--baseline", baseline, "--language", "sv").out


def test_what_is_allowed_is_counted_and_not_shown(charter: Run, make_docs: Callable[..., Path]) -> None:
    docs = make_docs({"sv/x.md": f"<!-- charter: allow F006 - written in May until 2026-05-31 -->\n{GAP}"})
    before = charter("check", docs, "--at", "2026-05-31")
    assert (before.status, before.out.splitlines()[0]) == (0, "1 allowed finding not shown")
    after = charter("check", docs, "--at", "2026-06-01", "--format", "json")
    assert [finding["code"] for finding in json.loads(after.out)] == ["G004", "F006"]
    assert charter("check", docs, "--at", "May").status == 2


def test_the_whole_tree_is_read_for_a_pull_request_and_its_pages_are_shown(
    charter: Run, make_docs: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = make_docs({"sv/x.md": GAP, "nl/x.md": GAP, "sv/y.md": GAP})
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "x")):
        git(docs, *command)
    assert charter("check", docs, "--changed", "HEAD").status == 0
    make_docs({"sv/x.md": f"Text.\n\n{GAP}"})
    found = json.loads(charter("check", docs, "--changed", "HEAD", "--format", "json").out)
    assert {finding["path"] for finding in found} == {"nl/x.md", "sv/x.md"}
    assert charter("check", docs, "--changed", "none").status == 2


@pytest.mark.parametrize(
    ("form", "beginning"),
    [("text", "sv/x.md:1:1 error"), ("json", "["), ("sarif", "{"), ("github", "::error file="), ("junit", "<?xml")],
)
def test_each_form_goes_to_a_file_as_well(
    charter: Run, make_docs: Callable[..., Path], tmp_path: Path, form: str, beginning: str
) -> None:
    docs = make_docs({"sv/x.md": GAP})
    shown = charter("check", docs, "--format", form)
    written = charter("check", docs, "--format", form, "--out", tmp_path / "out")
    assert (shown.status, written.status, written.out, written.err) == (1, 1, "", "")
    assert shown.out.startswith(beginning)
    assert (tmp_path / "out").read_text(encoding="utf-8") == shown.out


def test_words_of_charter_are_in_the_language_asked_for(charter: Run, make_docs: Callable[..., Path]) -> None:
    docs = make_docs({"sv/x.md": GAP})
    messages = [
        json.loads(charter("check", docs, "--format", "json", "--ui-language", tag).out)[0]["message"]
        for tag in ("en", "nl", "no", "nb")
    ]
    assert len(set(messages)) == 3
    assert messages[2] == messages[3]
    result = charter("check", docs, "--ui-language", "xx")
    assert (result.status, "no locale for language `xx`" in result.err) == (2, True)


def test_settings_of_the_docs_folder_change_severities(charter: Run, make_docs: Callable[..., Path]) -> None:
    settings = '[[severity]]\ncode = "missing-include"\nlevel = "note"\n'
    assert charter("check", make_docs({"sv/x.md": GAP, "charter.toml": settings})).status == 0
    broken = charter("check", make_docs({"charter.toml": settings.replace("level", "levle")}))
    assert broken.status == 2
    assert "charter.toml:3: unknown key `levle` in `severity`" in broken.err
