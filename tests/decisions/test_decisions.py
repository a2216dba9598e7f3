"""Decisions expected from reading by hand: on each seed page, and on the project's own pages in every language.

Reading the rules back through the table that wrote them proves consistency; this proves meaning.
"""

from collections import Counter
from pathlib import Path

import pytest

from engine import RuleSet
from engine.localedata import Locales
from engine.model.rules import Licence, holdable_ids
from engine.model.statements import Statement
from engine.rules import read_docs

from ..conftest import ROOT, SEED_PAGE
from .answering import Case, answer, load, missing_of, name_of

DECISIONS = load("seeds")
DOCS = ROOT / "docs"
LICENCE_PAGES = sorted(path.parents[3].name for path in DOCS.glob(f"*/{SEED_PAGE}"))


@pytest.fixture(scope="module")
def seed_rules(seeds: Path, locales: Locales) -> dict[str, RuleSet]:
    """The rule set of each seed page alone, and of both together."""
    alone = {tag: read_docs(seeds, locales, languages=[tag]).rules for tag in ("sv", "nl")}
    return {**alone, "together": read_docs(seeds, locales).rules}


@pytest.fixture(scope="module", params=LICENCE_PAGES or [pytest.param("", marks=pytest.mark.skip("no licence page"))])
def own_rules(request: pytest.FixtureRequest, locales: Locales) -> RuleSet:
    """The rule set of the project's own pages in one language."""
    return read_docs(DOCS, locales, languages=[request.param]).rules


def said_by(statement: Statement) -> str:
    """The licence whose row a statement stands in, or its kind where it stands in none."""
    in_row = statement.pattern.startswith("cell.")
    return holdable_ids(statement.rule)[0] if in_row else type(statement.rule).__name__


def expected_reasons(case: Case) -> dict[str, int]:
    return {reason.get("licence") or reason["kind"]: reason["line"] for reason in case["because"]}


def test_at_least_forty_decisions_cover_both_pages_evenly() -> None:
    languages = Counter(case["language"] for case in DECISIONS)
    assert languages.total() >= 48
    assert min(languages["sv"], languages["nl"]) * 5 >= languages.total() * 2


def test_every_user_licence_and_every_capability_of_the_pages_is_asked_about(seed_rules: dict[str, RuleSet]) -> None:
    rules = seed_rules["together"]
    user = {r.licence for r in rules.rules if isinstance(r, Licence) and r.scope == "user"}
    assert len(user) == 10
    assert user <= {id for case in DECISIONS for id in case["hold"]}
    speaks_of = {r.capability for r in rules.rules if hasattr(r, "capability")} | {
        r.metric for r in rules.rules if hasattr(r, "metric")
    }
    assert speaks_of <= {case["capability"] for case in DECISIONS}


@pytest.mark.parametrize("case", DECISIONS, ids=name_of)
def test_the_seed_page_alone_decides_so_and_quotes_these_lines(seed_rules: dict[str, RuleSet], case: Case) -> None:
    decision = answer(seed_rules[case["language"]], case)
    assert (str(decision.outcome), decision.missing) == (case["outcome"], missing_of(case))
    assert decision.allowed == (case["outcome"] == "allowed")
    assert {said_by(s): s.span.line for s in decision.because} == expected_reasons(case)
    assert {s.span.path for s in decision.because} <= {f"{case['language']}/{SEED_PAGE}"}


@pytest.mark.parametrize("case", DECISIONS, ids=name_of)
def test_both_seed_pages_together_decide_the_same_and_quote_both(seed_rules: dict[str, RuleSet], case: Case) -> None:
    decision = answer(seed_rules["together"], case)
    assert (str(decision.outcome), decision.missing) == (case["outcome"], missing_of(case))
    own = [s for s in decision.because if s.language == case["language"]]
    other = [s for s in decision.because if s.language != case["language"]]
    assert {said_by(s): s.span.line for s in own} == expected_reasons(case)
    assert {said_by(s) for s in other} == set(expected_reasons(case))


@pytest.mark.parametrize("case", DECISIONS, ids=name_of)
def test_our_own_pages_decide_the_same_in_every_language(own_rules: RuleSet, case: Case) -> None:
    decision = answer(own_rules, case)
    assert (str(decision.outcome), decision.missing) == (case["outcome"], missing_of(case))
    assert {said_by(s) for s in decision.because} == set(expected_reasons(case))
