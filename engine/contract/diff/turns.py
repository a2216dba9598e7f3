"""Which answers turn: found from the smallest holdings that are enough, so that nobody who gains or loses is missed.

Whoever holds more than a smallest set is answered as she is, for holding more takes nothing away. So it is enough to
put every smallest set of either side to the other side.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping

from engine.contract.diff.naming import ids_in, renamed
from engine.contract.diff.needs import MOST_WAYS, Held
from engine.contract.diff.records import Turn
from engine.entitlement.compile import compiled
from engine.entitlement.decide import decide
from engine.model.decisions import Decision, Outcome
from engine.model.rules import PART, Includes, Plan, capability_ids
from engine.model.rulesets import RuleSet


def find_turns(old: RuleSet, new: RuleSet, names: Mapping[str, str] | None = None) -> tuple[Turn, ...]:
    """The answers that turn from no to yes or from yes to no, sorted; about what both sides speak of.

    Args:
        old: the rules before.
        new: the rules after.
        names: old id -> new id, of what is only called otherwise.
    """
    names = names or {}
    back = {new_name: old_name for old_name, new_name in names.items()}
    capabilities = _concerned(old, new, names)
    if not capabilities:
        return ()
    sides = (_Side(old), _Side(new))
    found: set[Turn] = set()
    for capability in sorted(capabilities):
        before = back.get(capability, capability)
        for channel in ("", *sorted(sides[0].channels(before) | sides[1].channels(capability))):
            for ids in sides[0].enough(before, channel):
                if sides[1].denies(capability, sides[0].holders(ids, names), channel):
                    found.add(Turn(capability, tuple(sorted(names.get(id, id) for id in ids)), channel, False))
            for ids in sides[1].enough(capability, channel):
                if sides[0].denies(before, sides[1].holders(ids, back), channel):
                    found.add(Turn(capability, tuple(sorted(ids)), channel, True))
    return tuple(sorted(_without_channels(found)))


def _concerned(old: RuleSet, new: RuleSet, names: Mapping[str, str]) -> set[str]:
    """The capabilities of which both sides speak and the answer may turn."""
    before = frozenset(renamed(rule, names) for rule in old.rules)
    both = {c for r in before for c in capability_ids(r)} & {c for r in new.rules for c in capability_ids(r)}
    changed = before ^ new.rules
    if old.relations != new.relations or any(isinstance(rule, Plan | Includes) for rule in changed):
        # What holding something amounts to may be another: any answer may turn.
        asked = both
    else:
        asked = _whole(new, {c for rule in changed for c in capability_ids(rule)}) & both
    return {c for c in asked if not c.endswith(PART)}


def _whole(rules: RuleSet, capabilities: set[str]) -> set[str]:
    """The capabilities and all that the vocabulary or a prerequisite ties to them."""
    found: set[str] = set()
    queue = list(capabilities)
    while queue:
        id = queue.pop()
        if id in found:
            continue
        found.add(id)
        for relation in rules.relations:
            if relation.kind in ("part_of", "same_as") and id in (relation.id, relation.other):
                queue += [relation.id, relation.other]
        queue += [r.capability for r in rules.rules if getattr(r, "beside", None) == id]  # type: ignore[union-attr]
    return found


class _Side:
    """One side, asked many times."""

    def __init__(self, rules: RuleSet) -> None:
        self._rules = rules
        self._held = Held(rules)
        self._holdable = compiled(rules).known
        self._channels = compiled(rules).channels
        self._spoken = frozenset(c for rule in rules.rules for c in capability_ids(rule))

    def channels(self, capability: str) -> set[str]:
        """The channels of which rules about a capability speak."""
        wholes = _whole(self._rules, {capability})
        about = (rule for rule in self._rules.rules if wholes & set(capability_ids(rule)))
        return {id for rule in about for kind, id in ids_in(rule, {}) if kind == "channel"}

    def enough(self, capability: str, channel: str) -> Iterator[frozenset[str]]:
        """Every smallest set of ids that is enough."""
        if capability in self._spoken:
            decision = self._ask(capability, frozenset(), channel)
            yield from ((frozenset(),) if decision.allowed else map(frozenset, decision.missing))

    def holders(self, ids: frozenset[str], names: Mapping[str, str]) -> list[list[str]]:
        """What people hold who hold these: a member in place of each class, under the names of the other side."""
        ways = itertools.product(*map(self._held.members, sorted(ids)))
        return [[names.get(id, id) for id in way] for way in itertools.islice(ways, MOST_WAYS)]

    def denies(self, capability: str, holders: Iterable[Iterable[str]], channel: str) -> bool:
        """Whether any of these holders is told no. Silence is no such answer."""
        return any(self._denies(capability, ids, channel) for ids in holders)

    def _denies(self, capability: str, ids: Iterable[str], channel: str) -> bool:
        decision = self._ask(capability, frozenset(ids) & self._holdable, channel)
        return decision.outcome is not Outcome.UNKNOWN and not decision.allowed

    def _ask(self, capability: str, ids: frozenset[str], channel: str) -> Decision:
        return decide(self._rules, capability, tuple(ids), channel=channel if channel in self._channels else None)


def _without_channels(found: Iterable[Turn]) -> Iterator[Turn]:
    """Each turn once: one over a channel says nothing where the same turns without one."""
    turns = set(found)
    for turn in turns:
        if not turn.channel or Turn(turn.capability, turn.holdings, "", turn.allowed) not in turns:
            yield turn
