"""Who gains and who loses what, against the plain definition: everybody is asked about everything on both sides."""

import datetime as dt
import itertools
import random
from collections.abc import Iterable

import pytest

import engine
from engine.contract.impact import Holder, Impact, impact, suppose
from engine.contract.impact.count import SHOWN
from engine.findings import UsageError
from engine.model.decisions import Holding
from engine.model.rules import PART, Grants, Limit, Quota, Requires, capability_ids
from engine.model.rulesets import RuleSet

from ...entitlement.ruling import stated

DAY = dt.date(2026, 1, 1)
SETTINGS = [
    ["limit:core:active-projects=50"],
    ["limit:starter:dashboards=none", "limit:plus:active-marketing-flows=unlimited"],
    ["grant:sales-user:quotes=yes", "grant:complete-crm-user:sale-module=no"],
    ["require:sale-module=login-rights/core", "include:sales-user:sales-guide=yes"],
    ["exclude:core:dashboards=yes"],
]
PLANS = ("starter", "core", "growth", "plus", "super")
LICENCES = (
    "sales-user",
    "standard-crm-user",
    "complete-crm-user",
    "sales-premium",
    "satellite",
    "login-rights",
    "standard-crm",
)
METRICS = ("active-projects", "dashboards", "satellite-databases", "active-marketing-flows")


def holders(number: int) -> list[Holder]:
    """Holders with plans and licences, counts, dates and usage near every bound."""
    chance = random.Random(7)
    found = []
    for place in range(number):
        ids = chance.sample(LICENCES, chance.randrange(4)) + chance.sample(PLANS, chance.randrange(3))
        until = (None, None, None, None, dt.date(2025, 12, 31), dt.date(2026, 1, 1))
        holdings = tuple(sorted(Holding(id, chance.randrange(5), chance.choice(until)) for id in ids))
        near = (0, 1, 2, 3, 9, 10, 11, 49, 50, 51, 99, 100, 101)
        usage = tuple((metric, chance.choice(near)) for metric in METRICS if chance.random() < 0.8)
        found.append(Holder(f"h{place}", holdings, usage))
    return found


def plain(old: RuleSet, new: RuleSet, holder: Holder) -> tuple[set[str], set[str]]:
    """What a holder loses and gains, by the definition."""
    usage = dict(holder.usage)
    spoken = {c for side in (old, new) for s in side.statements for c in capability_ids(s.rule)}
    asked = {id for id in spoken if not id.endswith(PART)}
    may = [
        {id for id in asked if engine.allows(rules, id, frozenset(holder.holdings), usage=usage, at=DAY)}
        for rules in (old, new)
    ]
    return may[0] - may[1], may[1] - may[0]


@pytest.mark.parametrize("settings", SETTINGS, ids=[" ".join(settings) for settings in SETTINGS])
def test_a_sample_is_answered_as_by_the_plain_definition(settings: list[str], docs_rules: RuleSet) -> None:
    new = suppose(docs_rules, settings)
    sample = holders(120)
    told: dict[str, tuple[set[str], set[str]]] = {}
    found = impact(docs_rules, new, sample, at=DAY, tell=lambda h, t: told.update({h.name: (set(t[0]), set(t[1]))}))
    nothing: tuple[set[str], set[str]] = (set(), set())
    for holder in sample:
        assert told.get(holder.name, nothing) == plain(docs_rules, new, holder), holder
    assert found.holders == len(sample)
    assert found.losing == sum(bool(lost) for lost, _ in told.values())
    assert found.gaining == sum(bool(gained) for _, gained in told.values())
    assert {id: count.holders for id, count in found.lost.items()} == counted(lost for lost, _ in told.values())
    assert told, "the sample holds nobody who is concerned"


def counted(sets: Iterable[set[str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for id in itertools.chain.from_iterable(sets):
        found[id] = found.get(id, 0) + 1
    return found


def of(old: RuleSet, new: RuleSet, *population: Holder, **more: object) -> Impact:
    return impact(old, new, population, **more)  # type: ignore[arg-type]


def test_holders_who_cannot_be_told_apart_are_decided_once() -> None:
    old, new = stated(Limit("p", "a", 100)), stated(Limit("p", "a", 50))
    found = of(
        old,
        new,
        *(Holder(f"h{n}", (Holding("p"), Holding("q", n)), (("a", n),)) for n in range(1, 200)),
    )
    # Below 50, from 50 on, from 100 on.
    assert (found.holders, found.groups, found.losing) == (199, 3, 50)
    assert found.lost["a"].names == [f"h{n}" for n in range(50, 50 + SHOWN)]


def test_use_of_what_is_counted_by_number_bought_is_looked_at_exactly() -> None:
    old, new = stated(Quota("p", "a", None)), stated(Limit("p", "a", 2))
    found = of(old, new, *(Holder(f"h{n}", (Holding("p", 3),), (("a", n),)) for n in range(5)))
    assert found.lost["a"].names == ["h2"]


def test_a_renamed_licence_loses_nobody_whichever_name_is_held() -> None:
    old, new = stated(Grants("p", "a", None)), stated(Grants("n", "a", None))
    found = of(old, new, Holder("one", (Holding("p"),)), Holder("other", (Holding("n"),)), names={"p": "n"})
    assert (found.losing, found.gaining) == (0, 0)
    assert of(old, new, Holder("one", (Holding("p"),))).losing == 1


def test_what_is_not_in_force_on_the_day_is_not_held() -> None:
    old, new = stated(Grants("p", "a", None)), stated(Grants("q", "a", None))
    over = Holder("x", (Holding("p", 1, dt.date(2025, 12, 31)),))
    assert of(old, new, over).losing == 1
    assert of(old, new, over, at=DAY).losing == 0


def test_a_channel_is_asked_about() -> None:
    old = stated(Requires("a", None, (("p",),)))
    new = stated(Requires("a", None, (("p",),)), Requires("a", "web", (("q",),)))
    holder = Holder("x", (Holding("p"),))
    assert of(old, new, holder).losing == 0
    assert of(old, new, holder, channel="web").losing == 1
    with pytest.raises(UsageError):
        of(old, new, holder, channel="wbe")


@pytest.mark.parametrize(
    "holder", [Holder("x", (Holding("qq"),), (), 7), Holder("x", (Holding("q"),), (("ab", 1),), 7)]
)
def test_a_misspelt_id_is_no_silent_no(holder: Holder) -> None:
    with pytest.raises(UsageError) as error:
        of(stated(Grants("p", "a", None)), stated(Grants("q", "a", None)), holder)
    assert error.value.where == "line 7"
