"""Deciding: one question, one answer, with the statements it rests on.

The decision is made under every reading of the pages. Where all give the same answer it stands; where
they differ it is disputed, and says so instead of choosing.
"""

import datetime as dt
from collections.abc import Iterable, Mapping

from engine.entitlement.case import Case
from engine.entitlement.compile import MOST_KEPT, Compiled, Question, compiled, counts_for
from engine.entitlement.conditions import Circumstances, Rules
from engine.entitlement.holdings import checked, nearest
from engine.entitlement.minimal import minimised
from engine.entitlement.verdict import State, Verdict, enough, gives, rooms, short, verdict
from engine.model.decisions import Decision, Held, Holding, Misplaced, Outcome, Request
from engine.model.rules import AnyRule, Needs, Requires, all_of
from engine.model.rulesets import RuleSet

_Counted = tuple[Case, State]
"""A case, and what the holder has as its reading counts it."""

_PLAIN = frozenset({set, list, tuple})
"""Collections in which ids alone are what is held."""


def decide(
    rules: RuleSet,
    capability: str,
    holdings: Held,
    *,
    channel: str | None = None,
    edition: str | None = None,
    market: str | None = None,
    usage: Mapping[str, int] | None = None,
    at: dt.date | None = None,
) -> Decision:
    """Whether a holder may use a capability.

    Args:
        rules: the rule set.
        capability: the id of what is wished.
        holdings: what the installation, the site and the user hold together: ids, ids with the number
            bought, or `Holding` records, which may also say until when and who holds it.
        channel: over which it would be used. Without one, only requirements that name no channel count,
            and the decision lists the channels that ask for more.
        edition: of the product asked about; None asks about any.
        market: in which it would be used; what is sold in other markets alone then does not count. None asks about any.
        usage: current use of each metric, without the asker.
        at: the day; None takes everything held as in force.

    Raises:
        UsageError: an unknown licence, channel, edition, market or metric, or a malformed count, date or holding.
    """
    if channel is None and edition is None and market is None and at is None and not usage:
        try:
            engine: Compiled = rules.compiled  # type: ignore[attr-defined]
            relevant, answers = engine.plain_decisions[capability]
            if type(holdings) is frozenset:
                return answers[engine.masks[holdings] & relevant]  # type: ignore[index]
            if type(holdings) in _PLAIN:
                bits, mask = engine.bits, 0
                for id in holdings:
                    mask |= bits[id]  # type: ignore[index]
                return answers[mask & relevant]
        except (AttributeError, KeyError, TypeError):
            pass
    return _decide(compiled(rules), capability, holdings, Circumstances(channel, edition, market), usage or {}, at)


def allows(
    rules: RuleSet,
    capability: str,
    holdings: Held,
    *,
    channel: str | None = None,
    edition: str | None = None,
    market: str | None = None,
    usage: Mapping[str, int] | None = None,
    at: dt.date | None = None,
) -> bool:
    """Whether a holder may use a capability: `decide` without its reasons. Arguments and errors are the same."""
    if channel is None and edition is None and market is None and at is None and not usage:
        try:
            engine: Compiled = rules.compiled  # type: ignore[attr-defined]
            relevant, answers = engine.plain_allowed[capability]
            if type(holdings) is frozenset:
                return answers[engine.masks[holdings] & relevant]  # type: ignore[index]
            if type(holdings) in _PLAIN:
                bits, mask = engine.bits, 0
                for id in holdings:
                    mask |= bits[id]  # type: ignore[index]
                return answers[mask & relevant]
        except (AttributeError, KeyError, TypeError):
            pass
    return _decide(
        compiled(rules), capability, holdings, Circumstances(channel, edition, market), usage or {}, at
    ).allowed


def decide_many(
    rules: RuleSet,
    questions: Iterable[tuple[str, Held] | Request],
    *,
    channel: str | None = None,
    edition: str | None = None,
    market: str | None = None,
    usage: Mapping[str, int] | None = None,
    at: dt.date | None = None,
) -> list[Decision]:
    """The decisions on many questions, in their order.

    Args:
        rules: the rule set.
        questions: pairs of a capability and holdings, to which the other arguments apply; or whole requests.
        channel, edition, market, usage, at: as for `decide`.

    Raises:
        UsageError: as `decide` does, for the first question that is malformed.
    """
    found: list[Decision] = []
    for question in questions:
        if isinstance(question, Request):
            found.append(decide_request(rules, question))
        else:
            wish, holdings = question
            found.append(
                decide(rules, wish, holdings, channel=channel, edition=edition, market=market, usage=usage, at=at)
            )
    return found


def decide_request(rules: RuleSet, request: Request) -> Decision:
    """The decision on a request, such as that of another decision."""
    return decide(
        rules,
        request.capability,
        request.holdings,
        channel=request.channel,
        edition=request.edition,
        market=request.market,
        usage=dict(request.usage),
        at=request.at,
    )


def _decide(
    engine: Compiled,
    capability: str,
    holdings: Held,
    circumstances: Circumstances,
    usage: Mapping[str, int],
    at: dt.date | None,
) -> Decision:
    """The decision, from those kept where the same was asked before."""
    records = checked(engine, holdings, circumstances, usage, at)
    question = engine.question(capability, circumstances)
    mattering = frozenset(h for h in records if engine.bits[h.id] & question.relevant)
    request = Request(
        capability,
        mattering,
        circumstances.channel,
        circumstances.edition,
        tuple(sorted(usage.items())),
        at,
        circumstances.market,
    )
    known = question.detailed.get(request)
    if known is None:
        known = _answer(engine, question, request)
        if len(question.detailed) >= MOST_KEPT:
            question.detailed.clear()
        question.detailed[request] = known
    if not usage and at is None and all(h == Holding(h.id) for h in mattering):
        mask = engine.mask(h.id for h in mattering) & question.relevant
        question.decisions[mask] = known
        question.allowed[mask] = known.allowed
        if isinstance(holdings, frozenset):
            engine.remember(holdings)
    return known


def _answer(engine: Compiled, question: Question, request: Request) -> Decision:
    capability = question.capability
    if capability not in engine.spoken:
        near = None if capability in engine.named else nearest(capability, engine.named)
        return Decision(request, Outcome.UNKNOWN, (), (), nearest=near)
    states = [(case, state_of(engine, case.rules, request)) for _, case in question.cases]
    verdicts = [verdict(case, state) for case, state in states]
    outcome = _common_outcome({v.outcome for v in verdicts})
    determining = frozenset(rule for v in verdicts for rule in v.rules)
    misplaced = _misplaced(engine, request)
    determining |= _placing(engine, {entry.id for entry in misplaced})
    if outcome is Outcome.DISPUTED:
        determining |= _other_sides(engine.source, determining)
    missing = () if outcome.allowed else _missing_everywhere(states, verdicts)
    if len(states) > 1:
        determining |= _leading_to(states, missing) | _asking_together(states, determining)
    languages = [languages for languages, _ in question.cases]
    return Decision(
        request=request,
        outcome=outcome,
        missing=missing,
        because=tuple(engine.source.statements[place] for place in engine.statements_of(determining)),
        disputed=tuple((tag, v.outcome) for tags, v in zip(languages, verdicts, strict=True) for tag in tags)
        if outcome is Outcome.DISPUTED
        else (),
        channel_bound=_channel_bound(engine.everything, request),
        more=() if outcome.allowed else _more_everywhere(states, missing),
        misplaced=misplaced,
        in_grace=tuple(sorted({h.id for h in request.holdings if h.in_grace(request.at)})),
    )


def state_of(engine: Compiled, rules: Rules, request: Request) -> State:
    """What a holder has as one reading counts it: by who holds it, and by the day."""
    owned = in_force = 0
    ids: set[str] = set()
    bought: dict[int, int] = {}
    for holding in request.holdings:
        if holding.count == 0 or not counts_for(holding, rules):
            continue
        bit = engine.bits[holding.id]
        owned |= bit
        if holding.in_force(request.at):
            in_force |= bit
            ids.add(holding.id)
            bought[bit] = bought.get(bit, 0) + holding.count
    return State(owned, in_force, frozenset(ids), bought, dict(request.usage))


def _common_outcome(outcomes: set[Outcome]) -> Outcome:
    """The outcome on which all readings agree. A yes everywhere is a yes, near the limit where one says so."""
    if len(outcomes) == 1:
        return next(iter(outcomes))
    return Outcome.NEAR_LIMIT if all(outcome.allowed for outcome in outcomes) else Outcome.DISPUTED


def _other_sides(rules: RuleSet, determining: frozenset[AnyRule]) -> frozenset[AnyRule]:
    """What other languages state in place of a determining rule: a dispute quotes both."""
    stated = ({s.rule for side in d.sides for s in side.statements} for d in rules.disagreements)
    return frozenset(rule for topic in stated if topic & determining for rule in topic)


def _missing_everywhere(states: list[_Counted], verdicts: list[Verdict]) -> Needs:
    """The minimal sets that are enough under every reading; smallest first."""
    denied = [v.missing for v in verdicts if not v.outcome.allowed]
    if not denied or not all(denied):
        return ()
    sets = list(denied[0])
    if len(verdicts) > 1:
        for other in denied[1:]:
            sets = list(dict.fromkeys(one | two for one in sets for two in other))
        tests = [enough(case, state, rooms(case, state)) for case, state in states]
        sets = list({minimised(ids, lambda added: all(test(added) for test in tests)) for ids in sets} - {frozenset()})
        sets = states[0][0].without_greater(sets)
    return tuple(sorted(all_of(sets), key=lambda group: (len(group), group)))


def _leading_to(states: list[_Counted], missing: Needs) -> frozenset[AnyRule]:
    """Why a set that is enough under every reading is enough under each: feature lists, and plans' own bounds."""
    leaves = ((case, leaves) for case, _ in states for leaves in case.alternatives())
    lists = (case.via(ids, wanted) for case, wanted in leaves for ids in missing)
    added = {id for ids in missing for id in ids}
    return frozenset[AnyRule](b for case, _ in states for b in case.bounds if b.plan in added).union(*lists)


def _asking_together(states: list[_Counted], determining: frozenset[AnyRule]) -> frozenset[AnyRule]:
    """What asks for something as alternatives with a determining rule: without it that one would ask for more."""
    groups = (group.rules for case, _ in states for group in case.groups if group.rules & determining)
    return frozenset[AnyRule]().union(*groups)


def _more_everywhere(states: list[_Counted], missing: Needs) -> tuple[tuple[str, int], ...]:
    """How many to add of what is missing or used up, so that it is enough under every reading."""
    tests = [gives(case, state) for case, state in states]
    found: dict[str, int] = {}
    for ids in missing:
        counts = dict.fromkeys(ids, 1)
        if not all(test(counts) for test in tests):
            found |= {id: max(count, found.get(id, 1)) for id in ids if (count := _short(states, id)) > 1}
    owned = frozenset[str]().union(*(state.ids for _, state in states)) - {id for ids in missing for id in ids}
    for id in owned:
        count = _short(states, id)
        if count and all(test({id: count}) for test in tests):
            found[id] = count
    return tuple(sorted(found.items()))


def _short(states: list[_Counted], id: str) -> int:
    return max(short(case, state, id) for case, state in states)


def _channel_bound(rules: Rules, request: Request) -> tuple[str, ...]:
    if request.channel is not None:
        return ()
    named = {r.channel for r in rules.about(rules.wholes(request.capability)) if isinstance(r, Requires) and r.channel}
    return tuple(sorted(named))


def _placing(engine: Compiled, ids: set[str]) -> frozenset[AnyRule]:
    """The requirements that say who has to hold these."""
    said = (rule for rule in engine.everything.rules if isinstance(rule, Requires)) if ids else ()
    return frozenset(rule for rule in said if any(id in ids for id, _ in rule.scopes))


def _misplaced(engine: Compiled, request: Request) -> tuple[Misplaced, ...]:
    """What is held by somebody who cannot hold it, under any reading."""
    found = {
        Misplaced(h.id, h.by, tuple(sorted(reading.rules.scopes[h.id])))
        for reading in engine.readings
        for h in request.holdings
        if h.by is not None and h.count and not counts_for(h, reading.rules)
    }
    return tuple(sorted(found))
