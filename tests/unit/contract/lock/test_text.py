"""The lock: a rule set as text and back, the same text whatever cannot change a meaning."""

import itertools
import json
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
import pytest

from engine.contract.diff import compare
from engine.contract.lock import LockError, load_lock, lock_text, parse_lock
from engine.entitlement import decide
from engine.findings import UsageError
from engine.model.rulesets import RuleSet
from engine.rules import Docs

from ....conftest import ROOT

Read = Callable[[Mapping[str, str]], Docs]

PAGE = "# Plans\n\n| Limit | Core |\n|---|---|\n| Active projects | 100 |\n"
SVENSKA = "# Planer\n\n| Gräns | Core |\n|---|---|\n| Aktiva projekt | 100 |\n"


@pytest.fixture(scope="module")
def ours() -> RuleSet:
    """The project's own lock."""
    return load_lock(ROOT / "docs" / "rules.lock.json")


def test_a_lock_read_and_written_is_the_same_text(ours: RuleSet) -> None:
    assert lock_text(ours) == (ROOT / "docs" / "rules.lock.json").read_text(encoding="utf-8")


def test_the_project_s_lock_holds_what_its_pages_state(ours: RuleSet, docs_rules: RuleSet) -> None:
    assert lock_text(docs_rules) == lock_text(ours)
    assert ours.rules == docs_rules.rules
    assert {r.rules for r in ours.readings} == {r.rules for r in docs_rules.readings}
    assert ours.undefined == docs_rules.undefined
    assert not compare(ours, docs_rules)


@pytest.mark.parametrize("year", ["2023", "2026"])
def test_rule_sets_of_disagreeing_pages_come_back_with_all_their_readings(year: str, real_rules: object) -> None:
    rules = real_rules(year)  # type: ignore[operator]
    back = parse_lock(lock_text(rules))
    assert lock_text(back) == lock_text(rules)
    assert {(r.languages, r.rules) for r in back.readings} == {(r.languages, r.rules) for r in rules.readings}
    assert len(back.readings) > 1


def test_a_lock_decides_as_the_pages_do(ours: RuleSet, docs_rules: RuleSet) -> None:
    for capability, held in itertools.product(
        ("sale-module", "log-in", "active-projects", "quotes"),
        ((), ("sales-user", "standard-crm-user"), ("core",), ("login-rights", "standard-crm")),
    ):
        one, other = (decide(rules, capability, held, channel="web") for rules in (ours, docs_rules))
        assert (one.outcome, one.missing) == (other.outcome, other.missing)


COSMETIC = {
    "another wording of the heading": PAGE.replace("# Plans", "## What plans hold {#limits}"),
    "text before it": "# Plans\n\nText.\n\nMore text.\n\n" + PAGE[9:],
    "other spaces": PAGE.replace("| Core |", "|Core|"),
    "bold": PAGE.replace("Core", "**Core**"),
    "another line ending": PAGE.replace("\n", "\r\n"),
    "said twice": PAGE + "\n" + PAGE[9:],
}


@pytest.mark.parametrize("edit", COSMETIC)
def test_an_edit_that_changes_no_meaning_changes_no_byte_of_the_lock(edit: str, read_files: Read) -> None:
    before = lock_text(read_files({"en/x.md": PAGE}).rules)
    assert lock_text(read_files({"en/x.md": COSMETIC[edit]}).rules) == before


MEANT = {
    "a bound": {"en/x.md": PAGE.replace("100", "50"), "sv/x.md": SVENSKA},
    "a page that is gone": {"en/x.md": PAGE},
    "another page": {"en/x.md": "# Plans\n", "sv/x.md": SVENSKA, "en/y.md": PAGE},
}


@pytest.mark.parametrize("edit", MEANT)
def test_an_edit_of_what_is_said_changes_the_lock(edit: str, tmp_path: Path, read_files: Read) -> None:
    before = lock_text(read_files({"en/x.md": PAGE, "sv/x.md": SVENSKA}).rules)
    for path in (tmp_path / "docs").rglob("*.md"):
        path.unlink()
    assert lock_text(read_files(MEANT[edit]).rules) != before


def test_one_fact_is_one_line(read_files: Read) -> None:
    one = lock_text(read_files({"en/x.md": PAGE}).rules).splitlines()
    other = lock_text(read_files({"en/x.md": PAGE.replace("100", "50")}).rules).splitlines()
    (changed,) = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    assert json.loads(changed[0].rstrip(",")) == {
        "kind": "Limit",
        "plan": "core",
        "metric": "active-projects",
        "bound": 100,
        "said": {"x.md": "*"},
    }


def test_a_statement_of_a_lock_stands_in_its_line(ours: RuleSet) -> None:
    lines = (ROOT / "docs" / "rules.lock.json").read_text(encoding="utf-8").splitlines()
    for statement in ours.statements:
        fields = msgspec.to_builtins(statement.rule)
        held = json.loads(lines[statement.span.line - 1].rstrip(","))
        assert {name: held.get(name) for name in fields} == json.loads(json.dumps(fields))
        assert statement.span.end_column == len(lines[statement.span.line - 1]) + 1


@pytest.mark.parametrize(
    ("change", "what", "line"),
    [
        (lambda text: text.replace('"format": 1', '"format": 2'), "format `2` is not 1", 1),
        (lambda text: text.replace('"bound": 100', '"bound": "many"'), "expected `int | null`", 13),
        (lambda text: text.replace('{"x.md": "*"}', '{"y.md": "*"}'), "the page `y.md` is not listed", 13),
        (lambda text: text.replace('  "rules"', "=======\n  "), "expecting property name", 12),
        (lambda text: "[" * 100_000, "", 1),
        (lambda text: "[]", "expected `object`", 1),
    ],
)
def test_a_broken_lock_tells_what_and_where(
    change: Callable[[str], str], what: str, line: int, read_files: Read
) -> None:
    text = change(lock_text(read_files({"en/x.md": PAGE}).rules))
    with pytest.raises(LockError) as error:
        parse_lock(text)
    assert what in error.value.what
    assert error.value.line == line


def test_a_lock_that_is_not_there_or_broken_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        load_lock(tmp_path / "none.json")
    (tmp_path / "x.json").write_text("{")
    with pytest.raises(UsageError) as error:
        load_lock(tmp_path / "x.json")
    assert "x.json:1" in str(error.value)
