"""What a decision is, written down plainly: slow, by sets, and straight from the three steps of the design.

Nothing here is shared with the engine but the records of rules. Where the two differ, one of them is wrong.

1. Every requirement that applies holds.
2. If anything gives the capability, something that applies is held and in force, with what it builds on.
3. One more unit fits.
"""

import datetime as dt
import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from engine.model.decisions import Holding, Outcome
from engine.model.rules import (
    PART,
    AnyRule,
    Available,
    Band,
    Excludes,
    Grants,
    Includes,
    Licence,
    Limit,
    Metered,
    Plan,
    Quota,
    Requires,
)
from engine.model.rulesets import Relation

Bounds = tuple[Limit | Quota, ...]


class World(NamedTuple):
    """One reading of some pages, and the decisions of people about ids."""

    rules: frozenset[AnyRule]
    relations: tuple[Relation, ...] = ()
    rights: frozenset[str] = frozenset()


class Asked(NamedTuple):
    """A question."""

    capability: str
    holdings: frozenset[Holding]
    channel: str | None = None
    edition: str | None = None
    market: str | None = None
    usage: tuple[tuple[str, int], ...] = ()
    at: dt.date | None = None


def outcome(worlds: Iterable[World], asked: Asked) -> Outcome:
    """The outcome on which all readings agree."""
    found = {outcome_of(world, asked) for world in worlds}
    if len(found) == 1:
        return found.pop()
    return Outcome.NEAR_LIMIT if found <= {Outcome.ALLOWED, Outcome.NEAR_LIMIT} else Outcome.DISPUTED


def outcome_of(world: World, asked: Asked) -> Outcome:
    """The outcome under one reading."""
    if not speaks(world, asked):
        return Outcome.UNKNOWN
    in_force = {h for h in counted(world, asked) if h.in_force(asked.at)}
    if not licensed(world, asked, in_force):
        late = licensed(world, asked, counted(world, asked))
        return Outcome.EXPIRED if late else Outcome.NOT_LICENSED
    if metered(world, asked) or not must_be_given(world, asked):
        return Outcome.ALLOWED
    ways = list(ways_held(world, asked, in_force))
    roomiest = max(room(world, asked, in_force, bounds) for bounds in ways)
    if roomiest <= 0:
        return Outcome.LIMIT_REACHED
    best = [bounds for bounds in ways if room(world, asked, in_force, bounds) == roomiest]
    # Who has a way with as much room that does not warn is not warned.
    return Outcome.NEAR_LIMIT if all(is_near(world, asked, bounds) for bounds in best) else Outcome.ALLOWED


# ---- What is held -------------------------------------------------------------------------------------


def counted(world: World, asked: Asked) -> set[Holding]:
    """What counts: at least one, held by who can hold it, sold in the market asked about."""
    return {
        h
        for h in asked.holdings
        if h.count > 0
        and (h.by is None or not scopes(world, h.id) or h.by in scopes(world, h.id))
        and (asked.market is None or not markets(world, h.id) or asked.market in markets(world, h.id))
    }


def scopes(world: World, id: str) -> set[str]:
    if any(isinstance(rule, Plan) and rule.plan == id for rule in world.rules):
        return {"system"}
    listed = {rule.scope for rule in world.rules if isinstance(rule, Licence) and rule.licence == id}
    said = {s for rule in world.rules if isinstance(rule, Requires) for other, s in rule.scopes if other == id}
    return listed or said


def markets(world: World, id: str) -> set[str]:
    return {rule.market for rule in world.rules if isinstance(rule, Plan) and rule.plan == id}


def amounts_to(world: World, id: str) -> set[str]:
    """The id, its classes, what it includes, and the plans below a cumulative one; and so on."""
    found = {id}
    while True:
        more = {r.other for r in world.relations if r.kind == "member" and r.id in found}
        more |= {r.feature for r in world.rules if isinstance(r, Includes) and r.holder in found}
        more |= {lower for plan in found for lower in below(world, plan)}
        if more <= found:
            return found
        found |= more


def below(world: World, id: str) -> set[str]:
    plans = [rule for rule in world.rules if isinstance(rule, Plan) and rule.rank is not None]
    mine = [plan for plan in plans if plan.plan == id and plan.cumulative]
    return {p.plan for p in plans for m in mine if p.market == m.market and p.rank < m.rank}  # type: ignore[operator]


def above(world: World, id: str) -> list[str]:
    """The plans of the same market that rank higher, the least first."""
    plans = [rule for rule in world.rules if isinstance(rule, Plan) and rule.rank is not None]
    mine = [plan for plan in plans if plan.plan == id]
    higher = {(p.rank, p.plan) for p in plans for m in mine if p.market == m.market and p.rank > m.rank}  # type: ignore[operator]
    return [plan for _, plan in sorted(higher)]  # type: ignore[type-var]


def lacking(world: World, asked: Asked) -> set[str]:
    """The plans that do not give the capability: those a page says so of, and what they include."""
    said = {r.plan for r in world.rules if isinstance(r, Excludes) and r.capability in wholes(world, asked.capability)}
    return said | {plan for top in said for plan in below(world, top) & amounts_to(world, top)}


def has(world: World, asked: Asked, holdings: Iterable[Holding], id: str, *, but: Iterable[str] = ()) -> set[Holding]:
    """The holdings by which an id counts as held, for this capability.

    Args:
        but: plans that do not count here.
    """
    poor = lacking(world, asked)
    if id in poor:
        # The next higher plan that has the capability stands in its place.
        better = [plan for plan in above(world, id) if plan not in poor]
        if not better:
            return set()
        id, but = better[0], ()
    return {h for h in holdings if h.id not in poor and h.id not in but and id in amounts_to(world, h.id)}


# ---- 1. Requirements ----------------------------------------------------------------------------------


def wholes(world: World, capability: str) -> set[str]:
    """The capability, what is the same, what those are part of, and so on."""
    found = {capability}
    while True:
        more = {r.other for r in world.relations if r.kind in ("same_as", "part_of") and r.id in found}
        more |= {r.id for r in world.relations if r.kind == "same_as" and r.other in found}
        if more <= found:
            return found
        found |= more


def same(world: World, capability: str) -> set[str]:
    found = {capability}
    while True:
        more = {r.other for r in world.relations if r.kind == "same_as" and r.id in found}
        more |= {r.id for r in world.relations if r.kind == "same_as" and r.other in found}
        if more <= found:
            return found
        found |= more


def groups(world: World, asked: Asked) -> list[set[str]]:
    """Sets of alternatives: one id of each has to be held."""
    about = wholes(world, asked.capability)
    found: list[set[str]] = []
    for rule in world.rules:
        if isinstance(rule, Requires) and rule.capability in about and rule.channel in (None, asked.channel):
            found += [set(group) for group in rule.needs if not rule.conditional]
    pages = [rule for rule in world.rules if isinstance(rule, Available) and rule.page in about]
    plans = {rule.plan for rule in pages if rule.plan is not None}
    licences = [set(group) for rule in pages for group in rule.needs]
    found += [plans | group for group in licences] if licences else [plans] if plans else []
    poor = lacking(world, asked)
    if poor and not must_be_given(world, asked) and not {id for g in found for id in g} - world.rights:
        found.append(poor)
    return found


def requirements_hold(world: World, asked: Asked, holdings: Iterable[Holding]) -> bool:
    return all(any(has(world, asked, holdings, id) for id in group) for group in groups(world, asked))


# ---- 2. Grants ----------------------------------------------------------------------------------------


class Way(NamedTuple):
    holder: str
    rule: AnyRule
    beside: str | None


def grants(world: World, capability: str) -> list[Way]:
    """What gives a capability, whether it applies or not."""
    names = same(world, capability)
    found: list[Way] = []
    for rule in world.rules:
        match rule:
            case Grants(licence=holder, capability=given, beside=beside) if given in names:
                found.append(Way(holder, rule, beside))
            case Quota(licence=holder, metric=given) | Includes(holder=holder, feature=given) if given in names:
                found.append(Way(holder, rule, None))
            case Limit(plan=holder, metric=given, bound=bound) if given in names and bound != 0:
                found.append(Way(holder, rule, None))
    return found


def limited(world: World, capability: str) -> set[str]:
    """The plans with a bound of their own for a metric."""
    return {rule.plan for rule in world.rules if isinstance(rule, Limit) and rule.metric in same(world, capability)}


def must_be_given(world: World, asked: Asked) -> bool:
    return bool(grants(world, asked.capability) or limited(world, asked.capability))


def applies(world: World, asked: Asked, way: Way) -> bool:
    editions = {rule.edition for rule in world.rules if isinstance(rule, Licence) and rule.licence == way.holder}
    fits_edition = not asked.edition or not editions or bool(editions & {None, asked.edition})
    channels = way.rule.channels if isinstance(way.rule, Grants) else ()
    return fits_edition and (not channels or asked.channel is None or asked.channel in channels)


def holding_of(world: World, asked: Asked, holdings: Iterable[Holding], capability: str, way: Way) -> set[Holding]:
    """The holdings by which a way is held: the bound in the row of a plan is the plan's own."""
    own = limited(world, capability)
    if isinstance(way.rule, Limit):
        return has(world, asked, holdings, way.holder, but=own - {way.holder})
    return set() if way.holder in own else has(world, asked, holdings, way.holder, but=own)


def ways_held(
    world: World, asked: Asked, holdings: Iterable[Holding], capability: str | None = None, above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[Limit | Quota, int], ...]]:
    """Every way to be given the capability with what is held: the bounds on it, each with the number bought."""
    capability = capability or asked.capability
    for way in grants(world, capability):
        owners = holding_of(world, asked, holdings, capability, way)
        if not owners or not applies(world, asked, way):
            continue
        own = ((way.rule, sum(h.count for h in owners)),) if isinstance(way.rule, Limit | Quota) else ()
        if way.beside is None:
            yield own
        elif not same(world, way.beside) & {*above, capability}:
            for rest in ways_held(world, asked, holdings, way.beside, (*above, capability)):
                yield (*own, *rest)


def licensed(world: World, asked: Asked, holdings: Iterable[Holding]) -> bool:
    if not requirements_hold(world, asked, holdings):
        return False
    return not must_be_given(world, asked) or any(True for _ in ways_held(world, asked, holdings))


# ---- 3. Bounds ----------------------------------------------------------------------------------------


def used(world: World, asked: Asked, metric: str) -> int:
    return max((count for name, count in asked.usage if name in same(world, metric)), default=0)


def room(world: World, asked: Asked, holdings: object, bounds: Iterable[tuple[Limit | Quota, int]]) -> float:
    """How many more fit: by the tightest bound."""
    found = [math.inf]
    for rule, bought in bounds:
        bound = rule.bound if isinstance(rule, Limit) else bought
        found.append(math.inf if bound is None else bound - used(world, asked, rule.metric))
    return min(found)


def metered(world: World, asked: Asked) -> bool:
    """Use is billed and never denied."""
    names = same(world, asked.capability)
    return any(
        isinstance(rule, Metered)
        and rule.metric in names
        and (asked.market is None or rule.market in (None, asked.market))
        for rule in world.rules
    )


def is_near(world: World, asked: Asked, bounds: Iterable[tuple[Limit | Quota, int]]) -> bool:
    """Whether a plan's bound is in a range that warns: the narrowest that fits the greatest share."""
    told = {name for name, _ in asked.usage}
    shares = [
        used(world, asked, rule.metric) * 100 / rule.bound
        for rule, _ in bounds
        if isinstance(rule, Limit) and rule.bound and same(world, rule.metric) & told
    ]
    if not shares:
        return False
    share = max(shares)
    fitting = [
        (math.inf if band.high is None else band.high - band.low, repr(band), band.status)
        for band in world.rules
        if isinstance(band, Band)
        and (band.low == share if band.low == band.high else band.low <= share < (band.high or math.inf))
    ]
    return bool(fitting) and min(fitting)[2] == "near-limit"


def speaks(world: World, asked: Asked) -> bool:
    """Whether any rule bears on the capability. The unnamed parts of a page are several things under one id."""
    return not asked.capability.endswith(PART) and (
        must_be_given(world, asked) or bool(groups(world, asked)) or metered(world, asked)
    )
