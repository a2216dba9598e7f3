"""Why, and why not: an answer as a tree of what is asked, each part met or not, with the sentences that ask."""

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from engine.entitlement.case import Case
from engine.entitlement.compile import Compiled, compiled, counts_for
from engine.entitlement.conditions import Circumstances
from engine.entitlement.decide import decide, state_of
from engine.entitlement.parts import Grant, Group, Leaf
from engine.entitlement.verdict import State, rooms
from engine.model.decisions import Held, Reason, Request
from engine.model.rules import AnyRule, Limit, Quota
from engine.model.rulesets import RuleSet
from engine.model.statements import Statement


class _Told(NamedTuple):
    engine: Compiled
    case: Case
    state: State
    request: Request

    def statements(self, rules: Iterable[AnyRule]) -> tuple[Statement, ...]:
        places = self.engine.statements_of(frozenset(rules))
        return tuple(self.engine.source.statements[place] for place in places)


def why_not(
    rules: RuleSet,
    capability: str,
    holdings: Held,
    *,
    channel: str | None = None,
    edition: str | None = None,
    market: str | None = None,
    usage: Mapping[str, int] | None = None,
    at: dt.date | None = None,
) -> Reason:
    """Why a holder may or may not use a capability, as a tree.

    The root is the capability. Below it stands what is asked: every requirement, and, where something gives the
    capability, the grants as alternatives with what they build on and their bounds; down to single ids to hold. Where
    readings of the pages differ, each is a part of its own.

    Args and errors are those of `decide`.
    """
    decision = decide(rules, capability, holdings, channel=channel, edition=edition, market=market, usage=usage, at=at)
    engine, request = compiled(rules), decision.request
    question = engine.question(capability, Circumstances(channel, edition, market))
    if capability not in engine.spoken:
        return Reason("capability", capability, False, "all")
    trees: dict[tuple[Reason, ...], list[str]] = {}
    for languages, case in question.cases:
        told = _Told(engine, case, state_of(engine, case.rules, request), request)
        trees.setdefault(tuple(_parts(told)) if case.speaks else (), []).extend(languages)
    if len(trees) == 1:
        return Reason("capability", capability, decision.allowed, "all", next(iter(trees)))
    readings = tuple(
        Reason("reading", ", ".join(languages), bool(parts) and all(part.met for part in parts), "all", parts)
        for parts, languages in trees.items()
    )
    return Reason("capability", capability, decision.allowed, "all", readings)


def _parts(told: _Told) -> Iterator[Reason]:
    case = told.case
    for group in case.groups:
        yield _requirement(told, group)
    if case.has_to_be_given:
        grants = tuple(_grants(told, 0, frozenset()))
        yield Reason("grant", case.capability, any(grant.met for grant in grants), "any", grants)
    elif case.metered:
        yield Reason("bound", case.capability, True, "all", (), told.statements(case.metered))


def _requirement(told: _Told, group: Group) -> Reason:
    parts = tuple(_hold(told, leaf) for leaf in group.leaves)
    met = bool(told.state.held & group.mask)
    return Reason(
        "requirement", told.case.capability, met, "any", parts, told.statements(group.rules | group.excluding)
    )


def _grants(told: _Told, capability: int, above: frozenset[int]) -> Iterator[Reason]:
    """The grants of a capability; what is built on is followed once on each way."""
    for grant in told.case.grants:
        if grant.capability == capability:
            parts = [_hold(told, grant.leaf)]
            if grant.beside is not None:
                below = (
                    () if grant.beside in above | {capability} else _grants(told, grant.beside, above | {capability})
                )
                parts.append(_any_of("beside", str(getattr(grant.rule, "beside", "")), tuple(below)))
            bound = _bound(told, grant)
            parts += [bound] if bound else []
            met = all(part.met for part in parts)
            yield Reason("grant", grant.leaf.id, met, "all", tuple(parts), told.statements((grant.rule,)))


def _any_of(kind: str, about: str, parts: tuple[Reason, ...]) -> Reason:
    return Reason(kind, about, any(part.met for part in parts), "any", parts)


def _bound(told: _Told, grant: Grant) -> Reason | None:
    rule = grant.rule
    if not isinstance(rule, Limit | Quota):
        return None
    room = rooms(told.case, told.state)(grant)
    met = room > 0 or bool(told.case.metered)
    left = None if math.isinf(room) or told.case.metered else max(0, int(room))
    return Reason("bound", rule.metric, met, "all", (), told.statements((rule, *told.case.metered)), room=left)


def _hold(told: _Told, leaf: Leaf) -> Reason:
    if told.state.held & leaf.mask:
        return Reason("hold", leaf.id, True, "all")
    note = None
    if told.state.owned & leaf.mask:
        note = "expired"
    elif any(told.engine.bits[h.id] & leaf.mask and not counts_for(h, told.case.rules) for h in told.request.holdings):
        note = "misplaced"
    return Reason("hold", leaf.id, False, "all", note=note)
