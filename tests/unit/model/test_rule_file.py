"""A rule set as a file: what was written comes back, and what was tampered with does not."""

import json
import subprocess
import sys

import jsonschema
import pytest

import engine
from engine import RuleSet, UsageError, decide
from engine.model.rule_file import Body, rules_schema, rules_schema_text, seal, unseal
from engine.model.rules import Band, Grants, Limit, Plan, Requires
from engine.model.rulesets import Relation

from ...conftest import ROOT
from ..entitlement.ruling import stated

RULES = stated(
    relations=(Relation("part_of", "a", "whole", "said so"),),
    sv=(Grants("p", "a", "b"), Grants("q", "b", None), Requires("whole", "web", (("r", "s"),), (("r", "site"),))),
    nl=(Grants("p", "a", None), Plan("t", "suite", 0, True), Limit("t", "c", None), Band(85, None, "near-limit", None)),
)


def test_what_was_written_comes_back() -> None:
    again = RuleSet.from_json(RULES.to_json())
    assert again == RULES
    assert decide(again, "a", {"p"}) == decide(RULES, "a", {"p"})
    assert again.to_json() == RULES.to_json()


def test_rules_of_pages_come_back_with_every_place_and_anchor() -> None:
    rules = engine.load(ROOT / "docs", languages=["en", "sv"])
    again = RuleSet.from_json(rules.to_json())
    assert again == rules
    assert {statement.anchor for statement in again.statements} >= {"plans", "limits", "usage"}


def test_text_and_bytes_are_read() -> None:
    assert RuleSet.from_json(RULES.to_json().decode()) == RULES


def test_an_empty_rule_set_is_one() -> None:
    assert RuleSet.from_json(stated().to_json()) == stated()


def test_the_same_rules_are_the_same_bytes() -> None:
    other = stated(
        relations=RULES.relations,
        nl=tuple(s.rule for s in RULES.statements if s.language == "nl"),
        sv=(Grants("p", "a", "b"), Grants("q", "b", None), Requires("whole", "web", (("r", "s"),), (("r", "site"),))),
    )
    assert [s.language for s in other.statements] == [s.language for s in RULES.statements]
    assert RuleSet.from_json(RULES.to_json()).to_json() == RULES.to_json()


def test_an_indented_file_is_the_same_file() -> None:
    assert RuleSet.from_json(json.dumps(json.loads(RULES.to_json()), indent=2, ensure_ascii=False)) == RULES


def test_the_file_is_what_its_schema_says() -> None:
    jsonschema.validate(json.loads(RULES.to_json()), rules_schema())


def test_the_published_schema_is_that_of_the_records() -> None:
    published = (ROOT / "engine" / "rules.schema.json").read_text(encoding="utf-8")
    assert published == rules_schema_text(), "write it anew: charter schema rules --out engine/rules.schema.json"


@pytest.mark.parametrize("length", [0, 1, 20, -200, -1])
def test_a_file_that_is_cut_short_is_refused(length: int) -> None:
    with pytest.raises(UsageError, match="cut short or no JSON"):
        RuleSet.from_json(RULES.to_json()[:length])


@pytest.mark.parametrize("data", [b"[]", b"3", b"null", b'{"format": 3}', b'{"rules": []}'])
def test_other_json_is_no_rules_file(data: bytes) -> None:
    with pytest.raises(UsageError, match="this is no rules file"):
        RuleSet.from_json(data)


def test_a_file_of_another_kind_is_told_by_its_name() -> None:
    with pytest.raises(UsageError, match="no rules file but `sarif`"):
        RuleSet.from_json(b'{"format": "sarif", "version": 1}')


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\x80", b'{"format": "\xff"}'])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UsageError, match="cut short or no JSON"):
        RuleSet.from_json(data)


def test_a_newer_version_says_which_and_what_to_do() -> None:
    data = json.loads(RULES.to_json())
    data |= {"version": 2, "body": {"things": "of the future"}}
    with pytest.raises(UsageError, match="of version 2, and this Charter reads version 1") as caught:
        RuleSet.from_json(json.dumps(data))
    assert caught.value.help == "install the Charter that wrote it, or write it anew with this one"


def test_a_file_changed_by_hand_is_refused() -> None:
    changed = RULES.to_json().replace(b'"licence":"p"', b'"licence":"q"', 1)
    with pytest.raises(UsageError, match="was changed after it was written"):
        RuleSet.from_json(changed)


@pytest.mark.parametrize("part", ["rules", "statements", "readings"])
def test_a_forged_file_that_points_nowhere_is_refused(part: str) -> None:
    body = unseal(RULES.to_json())
    fewer = {name: getattr(body, name) for name in Body.__struct_fields__} | {part: ()}
    if part == "readings":
        assert RuleSet.from_json(seal(Body(**fewer))).readings == ()
        return
    with pytest.raises(UsageError, match="points to what it does not hold"):
        RuleSet.from_json(seal(Body(**fewer)))


def test_a_program_that_decides_from_a_file_reads_neither_pages_nor_languages() -> None:
    code = (
        "import sys, engine\n"
        "rules = engine.RuleSet.from_json(sys.stdin.buffer.read())\n"
        "assert engine.decide(rules, 'b', {'q'})\n"
        "assert not engine.allows(rules, 'b', {'p'})\n"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=stated(Grants("q", "b", None), Grants("p", "a", None)).to_json(),
        capture_output=True,
        check=True,
    )
    loaded = set(done.stdout.decode().split())
    heavy = {"markdown_it", "babel", "frontmatter", "jinja2", "nh3", "click", "rich", "rapidfuzz", "yaml"}
    assert not heavy & loaded
    assert {m for m in loaded if m.startswith("engine.")} <= {
        m for m in loaded if m.startswith(("engine.model", "engine.entitlement", "engine.findings"))
    }
