"""Cedar gives the same answers on the licence part: every holding of eight ids, in worlds made by chance.

`CHARTER_TESTS=oracle` compares 41,472 decisions; the ordinary run a share of them.
"""

import itertools
import os
import random

import cedarpy

from engine import allows
from engine.model.rules import AnyRule, Available, Grants, Includes, Plan, Requires

from .cedar import entities, policies, request
from .definition import World
from .worlds import CAPABILITIES, HOLDABLE, posed, rule_set

WORLDS = 54 if "oracle" in os.environ.get("CHARTER_TESTS", "") else 9
IDS = HOLDABLE[:-1]
"""Eight of what can be held: 256 holdings."""


def is_about_licences(rule: AnyRule) -> bool:
    """Whether a rule is of the part that Cedar is told: no channel, no bound, no exception."""
    match rule:
        case Grants(channels=channels):
            return not channels
        case Requires(channel=channel, conditional=conditional):
            return channel is None and not conditional
        case _:
            return isinstance(rule, Includes | Plan | Available)


def test_cedar_agrees_on_every_holding() -> None:
    users = {"+".join(ids) or "nobody": frozenset(ids) for n in range(9) for ids in itertools.combinations(IDS, n)}
    asked = [(user, capability) for user in users for capability in CAPABILITIES]
    decided = yes = 0
    for number in range(WORLDS):
        case = posed(random.Random(number), simple=True)
        world = World(
            frozenset(filter(is_about_licences, case.worlds[0].rules)), case.rules.relations, frozenset({"right"})
        )
        rules = rule_set([world.rules], world.relations)
        theirs = cedarpy.is_authorized_batch(
            [request(user, capability) for user, capability in asked],
            policies(world, CAPABILITIES),
            entities(world, HOLDABLE, users),
        )
        for (user, capability), answer in zip(asked, theirs, strict=True):
            assert allows(rules, capability, users[user]) == answer.allowed, (world, user, capability)
            decided, yes = decided + 1, yes + answer.allowed
    assert decided == WORLDS * 768
    assert decided * 0.05 < yes < decided * 0.9
