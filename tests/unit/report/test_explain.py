"""What a code means, with the example of its case file."""

import pytest
from rich.console import Console

from engine.findings import CODES
from engine.localedata import Messages
from engine.report.explain import example_of, explanation_data, print_codes, print_explanation

from .conftest import written


def test_an_explanation_tells_what_why_how_and_shows_the_first_bad_case(console: Console) -> None:
    code = CODES["R005"]
    print_explanation(console, code, Messages())
    text = written(console)
    assert text.startswith("R005 rule-differs error\n  languages state different rules: <language> says “<here>”")
    assert f"Why it matters:\n  {code.why}\n" in text
    assert f"How to mend it:\n  {code.help}\n" in text
    assert "charter: allow rule-differs - " in text
    assert "     5 | | Customer Centre | Tillgång till Kundcenter. |\n" in text
    assert "  sv/x.md:5 R005 rule-differs" in text


def test_every_code_has_an_example() -> None:
    assert [code.code for code in CODES.values() if example_of(code) is None] == []


def test_a_code_without_case_file_is_explained_without_example(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.report.explain.__file__", "/nowhere/engine/report/explain.py")
    assert explanation_data(CODES["R005"], Messages())["example"] is None
    print_explanation(console, CODES["R005"], Messages())
    assert "Example" not in written(console)


def test_the_words_are_those_of_the_reader(console: Console) -> None:
    code = CODES["F003"]
    swedish = Messages({code.why: "läsaren hittar inget", "warning": "varning", "Why it matters:": "Varför:"})
    print_explanation(console, code, swedish)
    assert "F003 empty-page varning" in written(console)
    assert "Varför:\n  läsaren hittar inget\n" in written(console)


def test_the_table_has_a_row_for_each_code(console: Console) -> None:
    print_codes(console, CODES.values(), Messages())
    rows = written(console).splitlines()
    assert rows[0].split() == ["code", "name", "severity", "says"]
    assert [row[:4] for row in rows[1:] if row[0] != " "] == list(CODES)


def test_the_data_of_a_code() -> None:
    data = explanation_data(CODES["F003"], Messages())
    assert list(data) == ["code", "name", "severity", "message", "why", "help", "example"]
    assert data["example"] == {
        "title": "front matter alone",
        "files": {"en/x.md": "---\ntitle: Nothing\n---\n"},
        "findings": [{"code": "F003", "path": "en/x.md", "line": 1}],
    }
