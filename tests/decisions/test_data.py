"""The hand-written decisions are many, each names its sentence, and together they ask about everything."""

import pytest

from engine import Outcome
from engine.model.decisions import Outcome as _Outcome

from ..conftest import ROOT
from .answering import Case, load, places_of

REAL = [*(case | {"tree": "seeds"} for case in load("seeds")), *(case | {"tree": "2026"} for case in load("plans"))]
OWN = load("own")
SOLUTIONS = ("sales-", "service-", "marketing-")


def test_at_least_120_decisions_rest_on_the_real_pages() -> None:
    assert len(REAL) >= 180
    assert len(OWN) >= 25


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_is_expected_somewhere(outcome: Outcome) -> None:
    assert any(outcome in (case["outcome"], case.get("together")) for case in REAL)


@pytest.mark.parametrize("outcome", [o for o in Outcome if o is not _Outcome.DISPUTED])
def test_every_outcome_that_our_own_pages_can_give_is_expected_of_them(outcome: Outcome) -> None:
    assert any(outcome == case["outcome"] for case in OWN)


def solutions(case: Case) -> int:
    held = [id for id in case["hold"] if id.endswith(("-essentials", "-premium"))]
    return len({id.partition("-")[0] for id in held})


@pytest.mark.parametrize(
    ("about", "fewest"),
    [
        (lambda case: "channel" in case, 20),
        (lambda case: "edition" in case, 2),
        (lambda case: "until" in case and case["outcome"] == "expired", 5),
        (lambda case: "until" in case and case["outcome"] == "allowed", 3),
        (lambda case: isinstance(case["hold"], dict), 6),
        (lambda case: "usage" in case and case["tree"] == "2026", 20),
        (lambda case: case["capability"].startswith("page:"), 30),
        (lambda case: any("class" in id or id.endswith("user-plan") for g in case.get("missing", ()) for id in g), 4),
        (lambda case: any(len(group) > 1 for group in case.get("missing", ())), 3),
        (lambda case: any(id.endswith("-user") for id in case["hold"]), 20),
        (lambda case: solutions(case) > 1, 4),
        (lambda case: case.get("together") == "disputed", 4),
    ],
    ids=[
        "channels",
        "editions",
        "expiry",
        "last days",
        "numbers bought",
        "plan limits",
        "pages",
        "classes",
        "several at once",
        "legacy",
        "combinations",
        "disputes",
    ],
)  # fmt: skip
def test_every_side_of_the_rules_is_asked_about(about: object, fewest: int) -> None:
    assert callable(about)
    assert sum(1 for case in REAL if about(case)) >= fewest


@pytest.mark.parametrize("case", [case for case in [*REAL, *OWN] if case["outcome"] != "unknown"])
def test_every_decision_names_the_place_of_its_sentence(case: Case) -> None:
    assert places_of(case)


def test_the_places_on_the_real_pages_are_lines_with_text() -> None:
    pages = ROOT.parent / "shared" / "help-pages"
    if not pages.is_dir():
        pytest.skip(f"the real help pages are not at {pages}")
    for case in REAL:
        for place in places_of(case):
            path, _, line = place.rpartition(":")
            text = (pages / case["tree"] / case["language"] / path).read_text(encoding="utf-8-sig").splitlines()
            assert text[int(line) - 1].strip(), place
