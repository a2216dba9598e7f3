"""Which way a change goes: what holders may do becomes less, or more."""

import math
from collections.abc import Sequence

from engine.contract.diff.naming import ids_in
from engine.contract.diff.needs import Held, serves
from engine.contract.diff.records import Effect
from engine.model.rules import (
    PART,
    AnyRule,
    Available,
    Combination,
    Excludes,
    Grants,
    Includes,
    Licence,
    Limit,
    Plan,
    Quota,
    Requires,
    Succeeds,
    capability_ids,
)
from engine.model.rulesets import RuleSet

TIGHTER, LOOSER, OTHER = Effect.TIGHTER, Effect.LOOSER, Effect.OTHER
_GIVING = (Grants, Quota, Includes, Combination)
"""Kinds of rule that give something: one more gives more."""


class Directions:
    """The two sides, made ready to tell which way their changes go."""

    def __init__(self, old: RuleSet, new: RuleSet) -> None:
        self._held = Held(old), Held(new)
        self._known = frozenset(id for rule in old.rules for id in capability_ids(rule) if not id.endswith(PART))
        self._holders = frozenset(id for rule in old.rules for _, id in ids_in(rule, old.ids))

    def of(self, before: Sequence[AnyRule], after: Sequence[AnyRule]) -> Effect:
        """The effect of a change of one topic, by what its rules say by themselves."""
        if not before:
            return self._of_new(after[0])
        if not after:
            return self._of_gone(before[0])
        return self._of_both(before, after)

    def _of_new(self, rule: AnyRule) -> Effect:
        match rule:
            case Requires(capability=id) | Available(page=id) | Excludes(capability=id):
                # What nobody spoke of before is not taken from anybody.
                return TIGHTER if id in self._known and not getattr(rule, "conditional", False) else OTHER
            case Limit(plan=plan, bound=bound):
                return LOOSER if bound != 0 and plan in self._holders else OTHER
            case Grants(licence=holder) | Quota(licence=holder) | Includes(holder=holder):
                return LOOSER if holder in self._holders else OTHER
            case Combination():
                return LOOSER
            case _:
                return OTHER

    def _of_gone(self, rule: AnyRule) -> Effect:
        match rule:
            case Requires(conditional=False) | Available() | Excludes():
                return LOOSER
            case Limit(bound=bound):
                return TIGHTER if bound != 0 else OTHER
            case Licence() | Plan():
                return TIGHTER
            case _:
                return TIGHTER if isinstance(rule, _GIVING) else OTHER

    def _of_both(self, before: Sequence[AnyRule], after: Sequence[AnyRule]) -> Effect:
        match before[0], after[0]:
            case Limit(), Limit():
                return _more(_bound(before), _bound(after))
            case Requires(), Requires():
                one, other = (
                    [r.needs for r in side if isinstance(r, Requires) and not r.conditional] for side in (before, after)
                )
                return self._compared(one, other)
            case Available(plan=None), Available(plan=None):
                one, other = ([r.needs for r in side if isinstance(r, Available)] for side in (before, after))
                return self._compared(one, other)
            case Available(plan=str(old)), Available(plan=str(new)):
                # A page for a higher plan is for fewer.
                return _more(*(-1 * (held.rank(plan) or 0) for held, plan in zip(self._held, (old, new), strict=True)))
            case Succeeds(plan=old), Succeeds(plan=new):
                return _more(*(held.rank(plan) or 0 for held, plan in zip(self._held, (old, new), strict=True)))
            case Grants(beside=old), Grants(beside=new) if before[0].channels == after[0].channels:
                if (old is None) != (new is None):
                    return TIGHTER if old is None else LOOSER
                return OTHER
            case Grants(channels=old), Grants(channels=new):
                return _channels(set(old), set(new))
            case _:
                return OTHER

    def _compared(
        self, before: Sequence[tuple[tuple[str, ...], ...]], after: Sequence[tuple[tuple[str, ...], ...]]
    ) -> Effect:
        held_before, held_after = self._held
        nobody_loses = serves(before, after, held_before, held_after)
        nobody_gains = serves(after, before, held_after, held_before)
        if nobody_loses == nobody_gains:
            return OTHER
        return LOOSER if nobody_loses else TIGHTER


def _bound(rules: Sequence[AnyRule]) -> float:
    """The tightest bound that is stated."""
    return min(math.inf if r.bound is None else r.bound for r in rules if isinstance(r, Limit))


def _more(before: float, after: float) -> Effect:
    return OTHER if before == after else LOOSER if after > before else TIGHTER


def _channels(before: set[str], after: set[str]) -> Effect:
    """Channels over which something is given; none named means every channel."""
    if not before or (after and after < before):
        return TIGHTER
    return LOOSER if not after or before < after else OTHER
