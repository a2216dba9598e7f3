"""How fast decisions are, beside Cedar and Casbin on the same rules: `make bench-engine`.

30 licences, 40 capabilities, 1,000 users. Cedar gets its policies and all users parsed beforehand. Casbin cannot say
that several things must be held together, so every way to a capability is a role that users have been given beforehand.
"""

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

import casbin
import cedarpy
from casbin.model.model_fast import FastModel

import engine
from engine.entitlement.compile import Compiled
from engine.entitlement.ways import ways
from engine.model.rules import AnyRule, Grants, Includes, Licence, Plan, Requires
from engine.model.rulesets import Reading, Relation, RuleSet
from engine.model.spans import Span
from engine.model.statements import Statement

from ..oracle import cedar
from ..oracle.definition import World
from .check_speed import machine

LICENCES = tuple(f"licence-{n}" for n in range(26))
PLANS = tuple(f"plan-{n}" for n in range(4))
CAPABILITIES = tuple(f"capability-{n}" for n in range(40))
MOST_USERS = 1_000_000

CASBIN = """
[request_definition]
r = sub, obj, act
[policy_definition]
p = sub, obj, act
[role_definition]
g = _, _
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.act == p.act && r.obj == p.obj && g(r.sub, p.sub)
"""


class Figure(NamedTuple):
    """What was measured, in seconds, beside others on the same rules where they can do it."""

    name: str
    ours: float
    cedar: float | None = None
    casbin: float | None = None


def rules() -> RuleSet:
    """The rules of the benchmark: grants, some beside others; requirements; plans that include lower ones; a class."""
    chance = random.Random(1)
    found: list[AnyRule] = [Licence(id, "user", None, None) for id in LICENCES]
    found += [Plan(id, "suite", rank, True) for rank, id in enumerate(PLANS)]
    for n, capability in enumerate(CAPABILITIES):
        holders = chance.sample((*LICENCES, *PLANS), chance.randint(1, 3))
        found += [Grants(h, capability, CAPABILITIES[n - 7] if n % 3 == 0 and n > 7 else None) for h in holders]
        if n % 4 == 0:
            found.append(Requires(capability, None, (tuple(sorted(chance.sample(LICENCES, 3))), ("class",))))
    found += [Includes(plan, chance.choice(CAPABILITIES)) for plan in PLANS]
    relations = tuple(Relation("member", id, "class", "for the benchmark") for id in (*LICENCES[::2], *PLANS))
    statements = tuple(
        Statement(rule, "en", "p.md", Span("en/p.md", line, 1, line, 2), f"Sentence {line}.", f"Sentence {line}.", "")
        for line, rule in enumerate(found, 1)
    )
    ids = {
        "licence": frozenset(LICENCES),
        "plan": frozenset(PLANS),
        "class": frozenset({"class"}),
        "capability": frozenset(CAPABILITIES),
    }
    return RuleSet(("en",), statements, (Reading(("en",), frozenset(found)),), (), relations, ids)


def users(count: int) -> dict[str, frozenset[str]]:
    """Users with up to six licences each, and perhaps a plan."""
    chance = random.Random(2)
    forms = [
        frozenset(chance.sample(LICENCES, chance.randint(1, 6)) + chance.sample(PLANS, chance.randint(0, 1)))
        for _ in range(1000)
    ]
    return {f"user-{n}": forms[n % len(forms)] for n in range(count)}


def median(call: Callable[[Any, Any], object], asked: Sequence[tuple[object, object]]) -> float:
    """Seconds of one call: the median of all, each timed by itself."""
    took: list[int] = []
    clock = time.perf_counter_ns
    for one, other in asked:
        start = clock()
        call(one, other)
        took.append(clock() - start)
    return statistics.median(took) / 1e9


def best(call: Callable[[], object], runs: int = 7) -> float:
    """Seconds of one call: the median of a few."""
    took = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        took.append(time.perf_counter() - start)
    return statistics.median(took)


def measure(size: int = 20_000, most: int = MOST_USERS) -> Iterator[Figure]:
    """Every figure.

    Args:
        size: how many questions are asked; Cedar and Casbin are asked fewer, being slower.
        most: users of the great population.
    """
    book, people = rules(), users(1000)
    chance = random.Random(3)
    asked = [(chance.choice(list(people)), chance.choice(CAPABILITIES)) for _ in range(size)]
    theirs, fewer = _cedar(book, people), asked[: max(1, size // 10)]
    others, fewest = _casbin(book, people), asked[: max(1, size // 40)]
    for user, capability in fewest:
        yes = engine.allows(book, capability, people[user])
        if not yes == theirs(user, capability) == others(user, capability):
            raise SystemExit(f"the engines do not agree on {user} and {capability}")

    allows, decide = partial(engine.allows, book), partial(engine.decide, book)
    ours = [(capability, people[user]) for user, capability in asked]
    for call in (allows, decide):
        median(call, ours)
    cedar_took, casbin_took = median(theirs, fewer), median(others, fewest)
    yield Figure("allows, warm", median(allows, ours), cedar_took, casbin_took)
    yield Figure("decide with reasons, warm", median(decide, ours), cedar_took, casbin_took)
    yield Figure("compile every question, cold", best(lambda: _compile(book)))
    population = engine.Population.of(users(most))
    yield Figure(f"holders of {most:,} users", best(lambda: engine.holders(book, CAPABILITIES[12], population)))
    data = book.to_json()
    yield Figure("from_json", best(lambda: RuleSet.from_json(data)))
    yield Figure("import engine", best(_import, 5) - best(_nothing, 5))


def _compile(book: RuleSet) -> None:
    compiled = Compiled(book)
    for capability in CAPABILITIES:
        compiled.question(capability)


def _import() -> None:
    subprocess.run([sys.executable, "-c", "import engine"], check=True)


def _nothing() -> None:
    subprocess.run([sys.executable, "-c", "pass"], check=True)


def _cedar(book: RuleSet, people: dict[str, frozenset[str]]) -> Callable[[str, str], bool]:
    world = World(frozenset(book.rules), book.relations)
    policies = cedarpy.PolicySet.from_str(cedar.policies(world, CAPABILITIES))
    entities = cedarpy.Entities.from_json_str(cedar.entities(world, (*LICENCES, *PLANS, "class"), people))
    requests = {(user, id): cedar.request(user, id) for user in people for id in CAPABILITIES}

    def ask(user: str, capability: str) -> bool:
        return bool(cedarpy.is_authorized(requests[user, capability], policies, entities).allowed)

    return ask


def _casbin(book: RuleSet, people: dict[str, frozenset[str]]) -> Callable[[str, str], bool]:
    model = FastModel([2, 1])
    model.load_model_from_text(CASBIN)
    enforcer = casbin.FastEnforcer(model, cache_key_order=[2, 1])
    compiled = Compiled(book)
    ((reading),) = compiled.readings
    for capability in CAPABILITIES:
        ((_, case),) = compiled.question(capability).cases
        for number, way in enumerate(ways(case)):
            role = f"{capability}-{number}"
            enforcer.add_policy(role, "product", capability)
            taken = [name for name, held in people.items() if way.ids <= reading.rules.implied(held)]
            enforcer.add_grouping_policies([[name, role] for name in taken])

    def ask(user: str, capability: str) -> bool:
        return bool(enforcer.enforce(user, "product", capability))

    return ask


def table(figures: Sequence[Figure]) -> str:
    """The figures as a table in Markdown, with how many times as long the others take."""
    lines = ["| | Charter | Cedar | Casbin |", "|---|---|---|---|"]
    for figure in figures:
        others = [f"{other / figure.ours:,.0f} times" if other else "" for other in (figure.cedar, figure.casbin)]
        lines.append(f"| {figure.name} | {_time(figure.ours)} | {others[0]} | {others[1]} |")
    return "\n".join(lines)


def _time(seconds: float) -> str:
    return f"{seconds * 1e6:.2f} µs" if seconds < 1e-4 else f"{seconds * 1e3:.1f} ms"


if __name__ == "__main__":
    print(machine())
    print(table(list(measure())))
