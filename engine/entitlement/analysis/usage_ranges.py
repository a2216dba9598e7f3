"""Whether every share of a bound, from 0 to 100 per cent, falls into some usage range, and into one that counts.

Of two ranges the narrower counts; where neither lies within the other, nothing says which does.
"""

import itertools
import math

from engine.entitlement.analysis.records import Analysis, Insight, stating
from engine.findings.codes import N_
from engine.model.rules import Band
from engine.model.rulesets import RuleSet

GAP = N_("no usage range covers {percent} %")
OVERLAP = N_("{percent} % falls into two usage ranges, {one} and {other}, and nothing says which counts")
_SHARES = range(101)


def ask(rules: RuleSet) -> Analysis:
    """Try every whole per cent against every range, and every range against every other."""
    bands = sorted((rule for rule in rules.rules if isinstance(rule, Band)), key=repr)
    uncovered = [share for share in _SHARES if not any(covers(band, share) for band in bands)] if bands else []
    insights = [Insight(GAP, {"percent": str(first)}, stating(rules, bands)) for first in _starts(uncovered)]
    for one, other in itertools.combinations(bands, 2):
        shared = [share for share in _SHARES if covers(one, share) and covers(other, share)]
        if shared and one.status != other.status and not _within(one, other) and not _within(other, one):
            values = {"percent": str(shared[0]), "one": _text(one), "other": _text(other)}
            insights.append(Insight(OVERLAP, values, stating(rules, (one, other))))
    question = N_("Do usage ranges cover everything, each share once?")
    return Analysis("usage-ranges", question, len(_SHARES) if bands else 0, tuple(insights))


def covers(band: Band, share: int) -> bool:
    """Whether a share of a bound, in per cent, falls into a range."""
    if band.high == band.low:
        return share == band.low
    return band.low <= share and (band.high is None or share < band.high)


def _within(inner: Band, outer: Band) -> bool:
    """Whether a range lies within another and is narrower."""
    if inner.high == inner.low:
        return outer.high != outer.low and covers(outer, inner.low)
    inner_high, outer_high = inner.high or math.inf, outer.high or math.inf
    smaller = (inner.low, inner_high) != (outer.low, outer_high)
    return smaller and outer.low <= inner.low and inner_high <= outer_high


def _text(band: Band) -> str:
    if band.high == band.low:
        return f"{band.low}"
    return f"{band.low}–{'∞' if band.high is None else band.high}"


def _starts(numbers: list[int]) -> list[int]:
    """The first of every run of successive numbers."""
    known = set(numbers)
    return [number for number in numbers if number - 1 not in known]
