"""The order of plans: said by the pages, not by the place in a table.

A page lists the plans and says that they are cumulative, with the least plan at the top or at the bottom.
The limits settle the direction: a higher plan never has a lower bound.
"""

import itertools
from collections.abc import Iterable, Sequence

import msgspec

from engine.findings import Finding, Related
from engine.model.rules import Limit, Plan
from engine.model.statements import Statement
from engine.rules.page_reading import PageReading


def settle_plan_order(readings: Sequence[PageReading]) -> tuple[PageReading, ...]:
    """The pages of one language with the rank of every plan, or a finding where the limits do not settle it."""
    limits = {s.rule for reading in readings for s in reading.statements if isinstance(s.rule, Limit)}
    return tuple(_settled(reading, limits) if reading.plan_lists else reading for reading in readings)


def _settled(reading: PageReading, limits: Iterable[Limit]) -> PageReading:
    statements, findings = reading.statements, reading.findings
    for listed in reading.plan_lists:
        direction = _direction(listed, limits)
        ranks: dict[str, int | None] = dict.fromkeys(listed)
        if direction is not None:
            ordered = listed if direction > 0 else tuple(reversed(listed))
            ranks = {plan: rank for rank, plan in enumerate(ordered)}
        else:
            findings += (_unsettled(reading, listed),)
        statements = tuple(_ranked(statement, ranks, reading.cumulative) for statement in statements)
    return msgspec.structs.replace(reading, statements=statements, findings=findings)


def _direction(listed: Sequence[str], limits: Iterable[Limit]) -> int | None:
    """1 when every bound grows along the list, -1 when every bound shrinks, None when neither or nothing says."""
    bounds: dict[str, dict[str, float]] = {}
    for limit in limits:
        bounds.setdefault(limit.metric, {})[limit.plan] = float("inf") if limit.bound is None else limit.bound
    rises = falls = False
    for by_plan in bounds.values():
        known = [by_plan[plan] for plan in listed if plan in by_plan]
        rises |= any(a < b for a, b in itertools.pairwise(known))
        falls |= any(a > b for a, b in itertools.pairwise(known))
    if rises == falls:
        return None
    return 1 if rises else -1


def _ranked(statement: Statement, ranks: dict[str, int | None], cumulative: bool) -> Statement:
    rule = statement.rule
    if not isinstance(rule, Plan) or rule.plan not in ranks:
        return statement
    return msgspec.structs.replace(statement, rule=Plan(rule.plan, rule.market, ranks[rule.plan], cumulative))


def _unsettled(reading: PageReading, listed: Sequence[str]) -> Finding:
    """At the first of the plans that a page lists, quoting each of them: any may stand in the wrong place."""
    places = {s.rule.plan: Related(s.span, s.quote) for s in reversed(reading.statements) if isinstance(s.rule, Plan)}
    related = tuple(places[plan] for plan in listed)
    return Finding("R008", related[0].span, {"plans": ", ".join(listed)}, related)
