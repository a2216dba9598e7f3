"""Decisions expected from reading the help pages of 2026 by hand, on each language alone and on all together."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from engine import Decision, RuleSet, decide
from engine.rules import reconcile

from ..real.reading import tree

DATA = Path(__file__).with_name("plans.toml").read_text(encoding="utf-8")
DECISIONS: list[dict[str, Any]] = tomllib.loads(DATA)["decision"]


def name_of(case: dict[str, Any]) -> str:
    usage = "".join(f"-{used}" for used in case.get("usage", {}).values())
    held = "+".join(case["hold"]) or "nothing"
    return f"{case['language']}-{case['capability'].removeprefix('page:')}-{held}{usage}-{case['outcome']}"


each_decision = pytest.mark.parametrize("case", DECISIONS, ids=name_of)


@pytest.fixture(scope="module")
def rules() -> dict[str, RuleSet]:
    """The rule set of each language alone, and of all together."""
    together = tree("2026").rules
    found = {"together": together}
    for language in together.languages:
        statements = [s for s in together.statements if s.language == language]
        pages = {language: frozenset(s.page for s in statements)}
        found[language] = reconcile(statements, pages, relations=together.relations, ids=together.ids)
    return found


def answer(rules: RuleSet, case: dict[str, Any]) -> Decision:
    return decide(rules, case["capability"], set(case["hold"]), channel=case.get("channel"), usage=case.get("usage"))


def test_at_least_thirty_decisions_cover_every_language_and_outcome() -> None:
    assert len({name_of(case) for case in DECISIONS}) == len(DECISIONS) >= 30
    assert min(Counter(case["language"] for case in DECISIONS).values()) >= 5
    assert {case["outcome"] for case in DECISIONS} == {"allowed", "near_limit", "not_licensed", "limit_reached"}


@each_decision
def test_a_language_alone_decides_so_and_rests_on_these_places(rules: dict[str, RuleSet], case: dict[str, Any]) -> None:
    decision = answer(rules[case["language"]], case)
    missing = tuple(tuple(group) for group in case.get("missing", ()))
    assert (str(decision.outcome), decision.missing) == (case["outcome"], missing)
    if "because" in case:
        places = {f"{s.span.path.partition('/')[2]}:{s.span.line}" for s in decision.because}
        assert places == set(case["because"])


@each_decision
def test_all_languages_together_decide_the_same_or_dispute(rules: dict[str, RuleSet], case: dict[str, Any]) -> None:
    decision = answer(rules["together"], case)
    assert str(decision.outcome) == case.get("together", case["outcome"])
    if decision.disputed:
        assert dict(decision.disputed)[case["language"]] == case["outcome"]
        assert {s.language for s in decision.because} == {"en", "nl", "sv"}


@each_decision
def test_adding_what_is_missing_gives_access_and_nothing_less_does(
    rules: dict[str, RuleSet], case: dict[str, Any]
) -> None:
    alone = rules[case["language"]]
    for group in answer(alone, case).missing:
        assert answer(alone, {**case, "hold": [*case["hold"], *group]}).allowed
        for left_out in group:
            rest = [id for id in group if id != left_out]
            assert not answer(alone, {**case, "hold": [*case["hold"], *rest]}).allowed
