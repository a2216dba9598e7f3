"""Decisions expected from reading the project's own pages by hand: on each language alone, and on all together."""

import pytest

from engine import RuleSet
from engine.localedata import Locales
from engine.rules import read_docs

from ..conftest import ROOT
from .answering import Case, answer, load, missing_of, name_of

DECISIONS = load("own")
DOCS = ROOT / "docs"
FOLDERS = sorted(path.name for path in DOCS.iterdir() if (path / "index.md").is_file())

each_decision = pytest.mark.parametrize("case", DECISIONS, ids=name_of)


@pytest.fixture(scope="module", params=FOLDERS)
def rules(request: pytest.FixtureRequest, locales: Locales) -> RuleSet:
    """The rule set of one language's pages."""
    return read_docs(DOCS, locales, languages=[request.param]).rules


@pytest.fixture(scope="module")
def together(locales: Locales) -> RuleSet:
    """The rule set of all pages."""
    return read_docs(DOCS, locales).rules


@each_decision
def test_each_language_decides_so_and_rests_on_these_places(rules: RuleSet, case: Case) -> None:
    decision = answer(rules, case)
    assert (str(decision.outcome), decision.missing) == (case["outcome"], missing_of(case))
    places = {f"{s.span.path.partition('/')[2]}:{s.span.line}" for s in decision.because}
    if "because" in case:
        assert places == set(case["because"])
    assert places >= set(case.get("among", ()))


@each_decision
def test_all_languages_together_decide_the_same_and_each_says_so(together: RuleSet, case: Case) -> None:
    decision = answer(together, case)
    assert (str(decision.outcome), decision.missing) == (case["outcome"], missing_of(case))
    if decision.because:
        assert {s.language for s in decision.because} == set(together.languages)
