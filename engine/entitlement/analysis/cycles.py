"""Whether anything builds on itself: a capability given in addition to one that is given in addition to it."""

from engine.entitlement.analysis.records import Analysis, Insight, stating
from engine.findings.codes import N_
from engine.model.rules import Grants
from engine.model.rulesets import RuleSet

CYCLE = N_("{path}: each builds on the next, so {licences} together give none of them")


def ask(rules: RuleSet) -> Analysis:
    """Follow what every capability builds on, through grants and through the wholes that it is part of."""
    building = sorted((r for r in rules.rules if isinstance(r, Grants) and r.beside is not None), key=repr)
    onward: dict[str, set[str]] = {}
    for grant in building:
        onward.setdefault(grant.capability, set()).add(str(grant.beside))
    for relation in rules.relations:
        if relation.kind == "part_of" and relation.id in onward:
            onward[relation.id].add(relation.other)
    found = {_turned(path) for start in sorted(onward) if (path := _back_to(start, onward))}
    insights: list[Insight] = []
    for path in sorted(found):
        steps = set(zip(path, (*path[1:], path[0]), strict=True))
        grants = [grant for grant in building if (grant.capability, grant.beside) in steps]
        values = {
            "path": " → ".join((*path, path[0])),
            "licences": " + ".join(dict.fromkeys(g.licence for g in grants)),
        }
        insights.append(Insight(CYCLE, values, stating(rules, grants)))
    question = N_("Does nothing build on itself?")
    return Analysis("cycles", question, len(onward), tuple(insights))


def _back_to(start: str, onward: dict[str, set[str]]) -> tuple[str, ...]:
    """The shortest way from a capability back to itself; empty where there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for following in sorted(onward.get(way[-1], ())):
            if following == start:
                return way
            if following not in seen:
                seen.add(following)
                ways.append((*way, following))
    return ()


def _turned(path: tuple[str, ...]) -> tuple[str, ...]:
    """The same cycle from its first id in order."""
    first = path.index(min(path))
    return path[first:] + path[:first]
