"""Which capabilities a change of the rules can bear on at all: the others are not asked about."""

from collections.abc import Container

from engine.entitlement.compile import compiled
from engine.model.rules import PART, AnyRule, Grants, Includes, Licence, Plan, Speaks, capability_ids
from engine.model.rulesets import RuleSet

_BEARS_ON_ALL = (Plan, Licence, Speaks)
"""Kinds of rule that tell what holding something amounts to, or where other rules apply."""


def capabilities_concerned(old: RuleSet, new: RuleSet) -> tuple[str, ...]:
    """The capabilities whose answer may be another, sorted. What neither side can turn is left out."""
    sides = (compiled(old), compiled(new))
    spoken = {id for side in sides for id in side.spoken if not id.endswith(PART)}
    changed = _changed(old, new)
    relations = ({(r.kind, r.id, r.other) for r in side.relations} for side in (old, new))
    holdable = sides[0].known | sides[1].known
    if next(relations) != next(relations) or any(_bears_on_all(rule, holdable) for rule in changed):
        return tuple(sorted(spoken))
    found = {id for rule in changed for id in capability_ids(rule)}
    return tuple(sorted(id for id in spoken if _depends_on(id, found, old) or _depends_on(id, found, new)))


def _bears_on_all(rule: AnyRule, holdable: Container[str]) -> bool:
    """A list that names what can be held tells what holding amounts to; another one gives what it names."""
    return isinstance(rule, _BEARS_ON_ALL) or (isinstance(rule, Includes) and rule.feature in holdable)


def _changed(old: RuleSet, new: RuleSet) -> set[AnyRule]:
    """Every rule that readers of some language find on one side only."""
    before, after = ({tag: r.rules for r in side.readings for tag in r.languages} for side in (old, new))
    nothing: frozenset[AnyRule] = frozenset()
    return {rule for tag in before.keys() | after.keys() for rule in before.get(tag, nothing) ^ after.get(tag, nothing)}


def _depends_on(capability: str, changed: set[str], rules: RuleSet) -> bool:
    """Whether a capability, what it is the same as or part of, or what it builds on, is among those changed."""
    everything = compiled(rules).everything
    seen: set[str] = set()
    queue = [capability]
    while queue:
        id = queue.pop()
        if id in seen:
            continue
        seen.add(id)
        if id in changed:
            return True
        queue += everything.wholes(id)
        queue += [r.beside for r in everything.about((id,)) if isinstance(r, Grants) and r.beside]
    return False
