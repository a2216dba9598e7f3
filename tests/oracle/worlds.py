"""Small worlds made by chance: rules of every kind that decides, one to three readings, and a question.

Ids are few, so that rules meet: what is likely to be held, asked and bounded is the same handful.
"""

import datetime as dt
import random
from typing import NamedTuple

from engine.model.decisions import Holding
from engine.model.rules import (
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
    all_of,
    capability_ids,
)
from engine.model.rulesets import Reading, Relation, RuleSet
from engine.model.spans import Span
from engine.model.statements import Statement

from .definition import Asked, World

LICENCES = ("p", "q", "r", "s")
PLANS = ("little", "middle", "big")
HOLDABLE = (*LICENCES, *PLANS, "class", "right")
CAPABILITIES = ("a", "b", "c")
CHANNELS = ("web", "phone")
EDITIONS = ("windows", "mac")
MARKETS = ("suite", "modules")
DAYS = tuple(dt.date(2025, 1, day) for day in (1, 10, 20))

IDS = {
    "licence": frozenset(LICENCES),
    "plan": frozenset(PLANS),
    "class": frozenset({"class"}),
    "right": frozenset({"right"}),
    "capability": frozenset({*CAPABILITIES, "whole"}),
    "channel": frozenset(CHANNELS),
    "edition": frozenset(EDITIONS),
    "market": frozenset(MARKETS),
}


class Posed(NamedTuple):
    """A rule set, the same as plain worlds, and a question."""

    rules: RuleSet
    worlds: tuple[World, ...]
    asked: Asked


def posed(chance: random.Random, *, simple: bool = False) -> Posed:
    """A world and a question.

    Args:
        chance: where they come from.
        simple: one reading, and nothing of days, scopes and use.
    """
    relations = _relations(chance)
    made = [_rule(chance) for _ in range(chance.randint(1, 7))]
    if chance.random() < 0.3:
        # A bounded metric with a range that warns is rare among so many kinds.
        made += [Band(50, None, "near-limit", None), Limit(chance.choice(PLANS), chance.choice(CAPABILITIES), 10)]
    rules = frozenset(_plans(chance) + made)
    readings = [rules]
    for _ in range(0 if simple else chance.choice((0, 0, 0, 1, 2))):
        changed = set(rules)
        if changed and chance.random() < 0.6:
            changed.discard(chance.choice(sorted(changed, key=repr)))
        if chance.random() < 0.7:
            changed.add(_rule(chance))
        readings.append(frozenset(changed))
    return Posed(
        rule_set(readings, relations),
        tuple(World(reading, relations, IDS["right"]) for reading in readings),
        question(chance, sorted({id for rule in rules for id in capability_ids(rule)}), simple=simple),
    )


def rule_set(readings: list[frozenset[AnyRule]], relations: tuple[Relation, ...]) -> RuleSet:
    """The readings as a rule set, each as what one language says on one page."""
    languages = tuple(f"l{number}" for number in range(len(readings)))
    statements = tuple(
        Statement(rule, language, "p.md", Span(f"{language}/p.md", line, 1, line, 2), "", "", "")
        for language, rules in zip(languages, readings, strict=True)
        for line, rule in enumerate(sorted(rules, key=repr), 1)
    )
    distinct: dict[frozenset[AnyRule], list[str]] = {}
    for language, rules in zip(languages, readings, strict=True):
        distinct.setdefault(rules, []).append(language)
    found = tuple(Reading(tuple(tags), rules) for rules, tags in distinct.items())
    return RuleSet(languages, statements, found, (), relations, IDS)


def question(chance: random.Random, spoken: list[str], *, simple: bool = False) -> Asked:
    """A capability, mostly one that the rules speak of; what is held; and the circumstances."""
    holdings: dict[tuple[object, ...], Holding] = {}
    for id in chance.sample(HOLDABLE, chance.randint(0, 7)):
        holding = Holding(id)
        if not simple:
            holding = Holding(
                id,
                chance.choice((0, 1, 1, 1, 2, 5)),
                chance.choice((None, None, None, *DAYS)),
                chance.choice((0, 0, 0, 9, 15)),
                chance.choice((None, None, None, "system", "site", "user")),
            )
        holdings[id, holding.until, holding.grace, holding.by] = holding
    usage: dict[str, int] = {}
    if not simple:
        usage = {m: chance.choice((0, 1, 4, 5, 8, 9, 50)) for m in CAPABILITIES if chance.random() < 0.4}
    return Asked(
        chance.choice(spoken if spoken and chance.random() < 0.9 else [*CAPABILITIES, "whole"]),
        frozenset(holdings.values()),
        chance.choice((None, None, *CHANNELS)),
        chance.choice((None, None, None, *EDITIONS)),
        chance.choice((None, None, None, *MARKETS)),
        tuple(sorted(usage.items())),
        None if simple else chance.choice((None, *DAYS)),
    )


def _plans(chance: random.Random) -> list[AnyRule]:
    """The plans that the pages list, in an order, or without one."""
    cumulative, ranked, market = chance.random() < 0.8, chance.random() < 0.9, chance.choice(MARKETS)
    listed = PLANS[: chance.choice((0, 2, 3, 3, 3))]
    return [Plan(plan, market, rank if ranked else None, cumulative) for rank, plan in enumerate(listed)]


def _relations(chance: random.Random) -> tuple[Relation, ...]:
    found = [Relation("member", id, "class", "") for id in chance.sample((*LICENCES, *PLANS), chance.randint(0, 2))]
    if chance.random() < 0.3:
        found.append(Relation("same_as", *chance.sample(CAPABILITIES, 2), ""))
    if chance.random() < 0.3:
        found.append(Relation("part_of", chance.choice(CAPABILITIES), chance.choice((*CAPABILITIES, "whole")), ""))
    return tuple(sorted(found))


def _needs(chance: random.Random) -> tuple[tuple[str, ...], ...]:
    groups = [frozenset(chance.sample(HOLDABLE, chance.randint(1, 3))) for _ in range(chance.choice((1, 1, 2)))]
    return all_of(groups)


def _rule(chance: random.Random) -> AnyRule:
    wish, licence, plan = chance.choice(CAPABILITIES), chance.choice(LICENCES), chance.choice(PLANS)
    kind = chance.choices(range(11), (6, 4, 3, 4, 2, 2, 2, 2, 2, 2, 2))[0]
    match kind:
        case 0:
            holder = chance.choice((*HOLDABLE, *LICENCES))
            channels = (chance.choice(CHANNELS),) if chance.random() < 0.2 else ()
            return Grants(holder, wish, chance.choice((None, None, *CAPABILITIES)), channels)
        case 1:
            needs = _needs(chance)
            scopes: tuple[tuple[str, str], ...] = ()
            if chance.random() < 0.2:
                scopes = ((chance.choice([id for group in needs for id in group]), chance.choice(("system", "site"))),)
            about, channel = chance.choice((*CAPABILITIES, "whole")), chance.choice((None, None, *CHANNELS))
            return Requires(about, channel, needs, scopes, chance.random() < 0.1)
        case 2:
            return Quota(licence, wish, None)
        case 3:
            return Limit(plan, wish, chance.choice((0, 1, 5, 10, None)))
        case 4:
            return Includes(chance.choice((*PLANS, *LICENCES)), chance.choice((*CAPABILITIES, *LICENCES)))
        case 5:
            return Excludes(plan, wish)
        case 6:
            return Available(wish, plan) if chance.random() < 0.5 else Available(wish, None, _needs(chance))
        case 7:
            return Metered(wish, chance.choice((None, *MARKETS)))
        case 8:
            low = chance.choice((0, 50, 80, 100))
            high = chance.choice((None, low, low + 20))
            return Band(low, high, chance.choice(("normal", "near-limit")), None)
        case 9:
            return Licence(licence, chance.choice(("system", "site", "user")), None, None)
        case _:
            return Licence(licence, "user", chance.choice((None, *EDITIONS)), chance.choice((None, "legacy")))
