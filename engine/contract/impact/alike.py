"""Holders who cannot be told apart by the rules: each such group is decided once.

What is left out changes no answer: what no rule about the question looks at, the number bought of what no rule counts,
what is over, and how far use is from a bound. Of use only the greatest bound that it has reached counts, for one more
fits exactly where use is below a bound.
"""

import bisect
import datetime as dt
import itertools
from collections.abc import Container, Iterable, Mapping

from engine.contract.impact.population import Holder
from engine.model.decisions import Holding
from engine.model.rules import Limit, Metered, Quota
from engine.model.rulesets import RuleSet

MOST_KEPT = 1 << 16
"""Different holdings that are remembered: real populations have fewer."""

Usage = tuple[tuple[str, int], ...]
Key = tuple[int, Usage]
"""The number of what is held, as far as it matters, and what is used, as far as it does."""


class Alike:
    """Tells what of a holder matters under two rule sets.

    Args:
        sides: both of them.
        relevant: the ids that can make a difference to what is asked.
        at: the day; None takes everything held as in force.
    """

    def __init__(self, sides: Iterable[RuleSet], relevant: Container[str], at: dt.date | None) -> None:
        sides = tuple(sides)
        rules = {rule for side in sides for rule in side.rules}
        self._at, self._relevant = at, relevant
        self._counted = frozenset(rule.licence for rule in rules if isinstance(rule, Quota))
        tied = {
            id for side in sides for r in side.relations if r.kind in ("same_as", "part_of") for id in (r.id, r.other)
        }
        self._bounded = frozenset(r.metric for r in rules if isinstance(r, Limit | Quota | Metered)) | tied
        self._exact = frozenset(rule.metric for rule in rules if isinstance(rule, Quota)) | tied
        bounds: dict[str, set[int]] = {}
        for rule in rules:
            if isinstance(rule, Limit) and rule.bound is not None:
                bounds.setdefault(rule.metric, set()).add(rule.bound)
        self._bounds = {metric: sorted({0, *found}) for metric, found in bounds.items()}
        # A number is never given twice, also where what was remembered is dropped.
        self._next = itertools.count()
        self._numbers: dict[tuple[Holding, ...], int] = {}
        self._different: dict[tuple[Holding, ...], int] = {}

    def key(self, holder: Holder) -> Key:
        """What of a holder matters: equal for holders who cannot be told apart."""
        number = self._numbers.get(holder.holdings)
        if number is None:
            if max(len(self._numbers), len(self._different)) >= MOST_KEPT:
                self._numbers.clear()
                self._different.clear()
            number = self._different.setdefault(self._held(holder.holdings), next(self._next))
            self._numbers[holder.holdings] = number
        if not holder.usage:
            return number, ()
        return number, tuple([(m, self._class(m, n)) for m, n in holder.usage if m in self._bounded])

    def is_known(self, holder: Holder) -> bool:
        """Whether somebody who holds the same was met before."""
        return holder.holdings in self._numbers

    def held(self, holder: Holder) -> tuple[Holding, ...]:
        """What of a holder's holdings matters."""
        return self._held(holder.holdings)

    def _held(self, holdings: tuple[Holding, ...]) -> tuple[Holding, ...]:
        counts: dict[str, int] = {}
        for holding in holdings:
            if holding.count and holding.id in self._relevant and holding.in_force(self._at):
                counts[holding.id] = counts.get(holding.id, 0) + holding.count
        return tuple(sorted(Holding(id, n if id in self._counted else 1) for id, n in counts.items()))

    def _class(self, metric: str, used: int) -> int:
        if metric in self._exact:
            return used
        bounds = self._bounds.get(metric, [0])
        return bounds[bisect.bisect_right(bounds, used) - 1]


def renamed_holdings(held: Iterable[Holding], names: Mapping[str, str]) -> tuple[Holding, ...]:
    """The same holdings under other ids."""
    return tuple(Holding(names.get(h.id, h.id), h.count) for h in held)
