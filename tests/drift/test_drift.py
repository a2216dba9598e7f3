"""Drift injected into the project's own docs, and into the real help pages, is found at the right place.

`make test` injects one mutation of each kind, in the languages by turns; `make drift` everything. Removing a check from
the table leaves drift unfound.
"""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from engine.change.mutation import ALL_KINDS, Family, Injection, Result, inject, run, tallies, thresholds, workspace
from engine.checks.run import CHECKS
from engine.localedata import Locales

from ..conftest import ROOT

WANTED: dict[Family, float] = {"rules": 99, "structure": 97, "harmless": 100}
EVERYTHING = os.environ.get("CHARTER_TESTS") == "drift"
SEED = 0

NOWHERE = frozenset({"tab-dropped", "image-dropped"})
"""Kinds for which our own docs have no place."""


def unmet(results: Sequence[Result]) -> list[str]:
    """Families of which too little was found in a language, each with what was missed."""
    counted = tallies(results, [kind.name for kind in ALL_KINDS])
    missed = [result for result in results if not result.found and not result.aside]
    return [
        f"{total.language} {total.family}: {total.found} of {total.injected}\n"
        + "\n".join(
            f"{result.mutation.id}\n{result.diff}"
            for result in missed
            if (result.mutation.language, result.mutation.family) == (total.language, total.family)
        )
        for total in thresholds(counted, WANTED)
        if not total.met
    ]


def test_each_kind_of_drift_in_our_own_docs_is_found(locales: Locales) -> None:
    results: list[Result] = []
    with workspace(ROOT / "docs", locales) as space:
        injection = Injection(space)
        languages = sorted(space.docs.grammars)
        for number, kind in enumerate(ALL_KINDS):
            turn = number % len(languages)
            # The next language that has a place for it.
            for language in (*languages[turn:], *languages[:turn]):
                found = run(injection, language, kind, SEED, sample=1)
                results += found
                if not all(result.aside for result in found):
                    break
    assert unmet(results) == []
    assert {result.mutation.kind for result in results if not result.aside} == {
        kind.name for kind in ALL_KINDS
    } - NOWHERE


@pytest.mark.skipif(not EVERYTHING, reason="takes minutes: run `make drift`")
@pytest.mark.parametrize(
    "folder", [ROOT / "docs", ROOT.parent / "shared" / "help-pages" / "seeds"], ids=lambda f: f.name
)
def test_all_drift_is_found(locales: Locales, folder: Path) -> None:
    if not folder.is_dir():
        pytest.skip(f"the real help pages are not at {folder}")
    assert unmet(inject(folder, locales, ALL_KINDS)) == []


COMPARING = [check for check in CHECKS if check.__module__.endswith("rules.rule_differs")]


@pytest.mark.parametrize("check", COMPARING, ids=lambda check: check.__module__.rpartition(".")[2])
def test_without_a_check_that_compares_languages_drift_is_missed(locales: Locales, check: object) -> None:
    kind = next(kind for kind in ALL_KINDS if kind.name == "capability-renamed")
    with workspace(ROOT / "docs", locales) as space:
        whole = run(Injection(space), "sv", kind, SEED, sample=1)
        # Our pages' own examples would notice it, too.
        others = [other for other in CHECKS if other is not check and not other.__module__.endswith("scenario_fails")]
        without = run(Injection(space, others), "sv", kind, SEED, sample=1)
    assert [unmet(whole), len(unmet(without))] == [[], 1]
