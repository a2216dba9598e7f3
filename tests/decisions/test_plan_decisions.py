"""Decisions expected from reading the help pages of 2026 by hand, on each language alone and on all together."""

from collections import Counter
from collections.abc import Callable, Sequence

import pytest

from engine import RuleSet
from engine.rules import reconcile

from ..real.reading import Tree
from .answering import Case, answer, load, missing_of, name_of

DECISIONS = load("plans")

each_decision = pytest.mark.parametrize("case", DECISIONS, ids=name_of)


@pytest.fixture(scope="module")
def rules(real_tree: Callable[[str], Tree]) -> dict[str, RuleSet]:
    """The rule set of each language alone, and of all together."""
    together = real_tree("2026").rules
    found = {"together": together}
    for language in together.languages:
        statements = [s for s in together.statements if s.language == language]
        pages = {language: frozenset(s.page for s in statements)}
        found[language] = reconcile(statements, pages, relations=together.relations, ids=together.ids)
    return found


def test_at_least_a_hundred_decisions_cover_every_language() -> None:
    assert len({name_of(case) for case in DECISIONS}) == len(DECISIONS) >= 100
    assert min(Counter(case["language"] for case in DECISIONS).values()) >= 25


@each_decision
def test_a_language_alone_decides_so_and_rests_on_these_places(rules: dict[str, RuleSet], case: Case) -> None:
    decision = answer(rules[case["language"]], case)
    assert (str(decision.outcome), decision.missing) == (case["outcome"], missing_of(case))
    places = {f"{s.span.path.partition('/')[2]}:{s.span.line}" for s in decision.because}
    if "because" in case:
        assert places == set(case["because"])
    assert places >= set(case.get("among", ()))


@each_decision
def test_all_languages_together_decide_the_same_or_dispute(rules: dict[str, RuleSet], case: Case) -> None:
    decision = answer(rules["together"], case)
    assert str(decision.outcome) == case.get("together", case["outcome"])
    if decision.disputed:
        assert dict(decision.disputed)[case["language"]] == case["outcome"]
        assert {s.language for s in decision.because} == {"en", "nl", "sv"}


def with_more(case: Case, ids: Sequence[str]) -> Case:
    """The same with more to hold, in force for ever."""
    until = {id: day for id, day in case.get("until", {}).items() if id not in ids}
    return {**case, "hold": [*(id for id in case["hold"] if id not in ids), *ids], "until": until}


@each_decision
def test_adding_what_is_missing_gives_access_and_nothing_less_does(rules: dict[str, RuleSet], case: Case) -> None:
    alone = rules[case["language"]]
    for group in answer(alone, case).missing:
        assert answer(alone, with_more(case, group)).allowed
        for left_out in group:
            rest = [id for id in group if id != left_out]
            assert not answer(alone, with_more(case, rest)).allowed
