"""Languages that have the same page and state different rules on it, or one of them none.

Why: readers of one language are told something else than readers of another, and one of them is wrong.
Fix: find out which is right, and mend the other page.
"""

from collections.abc import Iterator

from engine.findings import Finding, Related
from engine.model.rules import AnyRule, Available, Plan
from engine.model.rulesets import Disagreement, Side
from engine.rules import Docs
from engine.rules.collector import shorten


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per topic and side that differs from the first side of the largest agreeing group."""
    missing_licences = {
        (disagreement.page, side.language, disagreement.topic[1])
        for disagreement in docs.rules.disagreements
        if disagreement.topic[0] == "Licence"
        for side in disagreement.sides
        if not side.statements
    }
    for disagreement in docs.rules.disagreements:
        for side, other in _differing(disagreement):
            whole_row = (disagreement.page, side.language, disagreement.topic[1]) in missing_licences
            if whole_row and disagreement.topic[0] == "Row":
                # The row as a whole is missing: one cause, one finding.
                continue
            if _differ_in_open_rank(side, other):
                # A finding about the limits tells why the order of the plans is not settled there.
                continue
            yield _finding(side, other)


def _differ_in_open_rank(side: Side, other: Side) -> bool:
    """Whether two sides say the same of a plan, but for its rank, which the pages of one do not settle."""
    ranks = {rule.rank for s in (*side.statements, *other.statements) if isinstance(rule := s.rule, Plan)}
    return None in ranks and _without_rank(side) == _without_rank(other)


def _without_rank(side: Side) -> set[AnyRule]:
    return {Plan(r.plan, r.market, None, r.cumulative) if isinstance(r := s.rule, Plan) else r for s in side.statements}


def _differing(disagreement: Disagreement) -> Iterator[tuple[Side, Side]]:
    """Pairs of (a side, the side that it is compared with).

    The side compared with belongs to the largest group that says something and agrees: that makes the
    findings few, and says nothing about who is right.
    """
    groups: dict[frozenset[object], list[Side]] = {}
    for side in disagreement.sides:
        groups.setdefault(frozenset(s.rule for s in side.statements), []).append(side)
    stating = [group for rules, group in groups.items() if rules]
    reference = max(stating, key=len)
    for group in groups.values():
        if group is not reference:
            for side in group:
                yield side, reference[0]


def _finding(side: Side, other: Side) -> Finding:
    there = other.statements[0]
    related = tuple(dict.fromkeys(Related(s.span, s.quote) for s in other.statements))
    if not side.statements:
        return Finding(
            # A missing key of front matter misleads less than a missing sentence.
            "F010" if isinstance(there.rule, Available) else "R006",
            side.span,
            {"language": side.language, "other": other.language, "there": shorten(there.text)},
            related,
        )
    said_there = {s.rule for s in other.statements}
    here = next((s for s in side.statements if s.rule not in said_there), side.statements[0])
    return Finding(
        "R005",
        here.span,
        {
            "language": side.language,
            "here": shorten(here.text),
            "other": other.language,
            "there": shorten(there.text),
        },
        (Related(here.span, here.quote), *related),
    )
