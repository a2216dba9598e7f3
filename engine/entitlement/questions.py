"""What may she do, and how much of it."""

import datetime as dt
import math
from collections.abc import Iterator, Mapping

from engine.entitlement.compile import Compiled, compiled
from engine.entitlement.conditions import Circumstances
from engine.entitlement.decide import allows, state_of
from engine.entitlement.holdings import checked
from engine.entitlement.verdict import band_of, best_way, rooms, used
from engine.model.decisions import Bound, Held, Request
from engine.model.rules import AnyRule, Limit, Metered, Quota
from engine.model.rulesets import RuleSet


def capabilities(
    rules: RuleSet,
    holdings: Held,
    *,
    channel: str | None = None,
    edition: str | None = None,
    market: str | None = None,
    usage: Mapping[str, int] | None = None,
    at: dt.date | None = None,
) -> tuple[str, ...]:
    """Everything that a holder may do, of what the pages speak of; sorted ids, pages (`page:...`) among them.

    Args and errors are those of `decide`.
    """
    engine = compiled(rules)
    checked(engine, holdings, Circumstances(channel, edition, market), usage, at)
    return tuple(
        id
        for id in engine.capabilities
        if allows(rules, id, holdings, channel=channel, edition=edition, market=market, usage=usage, at=at)
    )


def limits(
    rules: RuleSet,
    holdings: Held,
    *,
    market: str | None = None,
    usage: Mapping[str, int] | None = None,
    at: dt.date | None = None,
) -> tuple[Bound, ...]:
    """How much a holder may use of everything that is counted and that she may use at all.

    A metric has one entry; where readings give different bounds, one for each, the lowest first. What is only metered
    is billed by use and has no bound.

    Args and errors are those of `decide`.
    """
    engine = compiled(rules)
    records = checked(engine, holdings, Circumstances(market=market), usage, at)
    told = tuple(sorted((usage or {}).items()))
    counted = {r.metric for r in engine.everything.rules if isinstance(r, Limit | Quota | Metered)}
    found = (_bounds(engine, Request(id, records, usage=told, at=at, market=market)) for id in sorted(counted))
    return tuple(bound for bounds in found for bound in bounds)


def _bounds(engine: Compiled, request: Request) -> Iterator[Bound]:
    """The distinct bounds of a metric, by reading."""
    question = engine.question(request.capability, Circumstances(market=request.market))
    distinct: dict[tuple[int | None, int, bool, str | None], set[AnyRule]] = {}
    for _, case in question.cases:
        state = state_of(engine, case.rules, request)
        if not case.speaks or not case.licensed(state.held):
            continue
        usage = used(case, state, request.capability)
        room_of = rooms(case, state)
        room = case.room(state.held, room_of)
        bound = None if math.isinf(room) else usage + int(room)
        band = band_of(case.rules.bands, usage * 100 / bound) if bound and request.usage else None
        key = (bound, usage, bool(case.metered), band.status if band else None)
        stated = distinct.setdefault(key, set())
        given = (grant.rule for grant in best_way(case, state, room_of))
        stated |= {rule for rule in (*case.metered, *given) if isinstance(rule, Limit | Quota | Metered)}
    for bound, usage, metered, status in sorted(distinct, key=lambda key: (key[0] is None, key[0] or 0, repr(key))):
        rules = frozenset(distinct[bound, usage, metered, status])
        places = engine.statements_of(rules)
        yield Bound(
            request.capability, bound, usage, metered, status, tuple(engine.source.statements[at] for at in places)
        )
