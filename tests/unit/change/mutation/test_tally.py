"""Counting what came of mutations, and the thresholds."""

from engine.change.mutation.records import Change, Family, Mutation
from engine.change.mutation.tally import Result, Tally, tallies, thresholds
from engine.model.spans import start_of


def result(language: str, kind: str, family: Family, found: bool, aside: str = "", cascade: int = 0) -> Result:
    mutation = Mutation(kind, family, language, "x.md", Change(start_of("x.md"), ()))
    return Result(mutation, "", found, aside, cascade=cascade)


RESULTS = [
    result("sv", "b", "structure", True),
    result("sv", "a", "rules", True, cascade=2),
    result("sv", "a", "rules", False),
    result("sv", "a", "rules", False, aside="why"),
    result("nl", "a", "rules", True, cascade=1),
]


def test_results_are_counted_by_language_and_kind_in_the_order_of_the_kinds() -> None:
    assert tallies(RESULTS, ["b", "a"]) == (
        Tally("nl", "rules", "a", 1, 1, 1, {}),
        Tally("sv", "structure", "b", 1, 1, 0, {}),
        Tally("sv", "rules", "a", 2, 1, 2, {"why": 1}),
    )


def test_each_language_must_meet_the_threshold_of_each_family() -> None:
    limits: dict[Family, float] = {"rules": 50, "structure": 97, "harmless": 100}
    met = {(t.language, t.family): (t.share, t.met) for t in thresholds(tallies(RESULTS, ["a", "b"]), limits)}
    assert met == {
        ("nl", "rules"): (100.0, True),
        ("sv", "rules"): (50.0, True),
        ("sv", "structure"): (100.0, True),
    }
    limits["rules"] = 50.1
    assert [t.met for t in thresholds(tallies(RESULTS, ["a", "b"]), limits)] == [True, False, True]


def test_nothing_injected_is_nothing_missed() -> None:
    (total,) = thresholds([Tally("sv", "rules", "a", 0, 0, 0, {"why": 3})], {"rules": 99})
    assert (total.share, total.met) == (100.0, True)
