"""What came of the mutations, counted by language and kind."""

from collections.abc import Iterable, Sequence

import msgspec

from engine.change.mutation.records import Family, Mutation
from engine.findings import Finding
from engine.findings.codes import N_

TOLD_BEFORE = N_("already reported")
UNSEEN = N_("changes nothing that a reader sees")
REPEATED = N_("its twin beside it still says the same")
ALONE = N_("no other language has this file")


class Result(msgspec.Struct, frozen=True):
    """What came of one mutation."""

    mutation: Mutation
    diff: str
    """The change as a unified diff."""
    found: bool
    aside: str = ""
    """Why the mutation does not count; empty when it does."""
    findings: tuple[Finding, ...] = ()
    """New findings; for a harmless edit: those above `note`."""
    cascade: int = 0
    """New findings above `note` beyond the first."""


class Tally(msgspec.Struct, frozen=True):
    """The mutations of one kind in one language."""

    language: str
    family: Family
    kind: str
    injected: int
    found: int
    cascade: int
    aside: dict[str, int]
    """Reason -> how many do not count."""

    @property
    def missed(self) -> int:
        """Drift that was not found; or harmless edits that were reported."""
        return self.injected - self.found


class Threshold(msgspec.Struct, frozen=True):
    """How much of a family was found in a language, and how much must be."""

    language: str
    family: Family
    injected: int
    found: int
    wanted: float
    """Per cent."""

    @property
    def share(self) -> float:
        """Per cent."""
        return 100 * self.found / self.injected if self.injected else 100.0

    @property
    def met(self) -> bool:
        """Whether enough was found."""
        return self.share >= self.wanted


def tallies(results: Iterable[Result], kinds: Sequence[str]) -> tuple[Tally, ...]:
    """Count results by language and kind, in the order of the kinds."""
    groups: dict[tuple[str, int], list[Result]] = {}
    for result in results:
        groups.setdefault((result.mutation.language, kinds.index(result.mutation.kind)), []).append(result)
    counted: list[Tally] = []
    for (language, number), group in sorted(groups.items()):
        counting = [result for result in group if not result.aside]
        aside: dict[str, int] = {}
        for result in group:
            if result.aside:
                aside[result.aside] = aside.get(result.aside, 0) + 1
        counted.append(
            Tally(
                language,
                group[0].mutation.family,
                kinds[number],
                len(counting),
                sum(result.found for result in counting),
                sum(result.cascade for result in counting),
                aside,
            )
        )
    return tuple(counted)


def thresholds(counted: Iterable[Tally], wanted: dict[Family, float]) -> tuple[Threshold, ...]:
    """The sums of every language and family against what is wanted."""
    sums: dict[tuple[str, Family], tuple[int, int]] = {}
    for tally in counted:
        injected, found = sums.get((tally.language, tally.family), (0, 0))
        sums[tally.language, tally.family] = (injected + tally.injected, found + tally.found)
    return tuple(
        Threshold(language, family, injected, found, wanted[family])
        for (language, family), (injected, found) in sums.items()
    )
