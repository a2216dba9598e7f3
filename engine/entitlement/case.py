"""One capability under one reading, compiled: groups of bits that must be met, and grants that lead to it.

Ids are bits of an integer. What holding an id amounts to (classes, lower plans, feature lists) is closed into the masks
beforehand, so that whether something is met is one AND.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping

from engine.entitlement.conditions import Circumstances, Granting, Rules, availability, holder_of
from engine.entitlement.minimal import minimal_ways, minimised, size_of, smallest
from engine.entitlement.parts import Grant, Group, Leaf, Room
from engine.model.rules import PART, AnyRule, Grants, Limit, Metered, Quota


class Case:
    """What a reading says of a capability in given circumstances.

    Args:
        rules: of the reading.
        capability: the id asked about.
        circumstances: channel, edition and market asked about.
        bits: every known id -> its bit.
        up: id -> the bits of everything that amounts to it.
        rights: the ids that are no licence and no plan.
    """

    def __init__(
        self,
        rules: Rules,
        capability: str,
        circumstances: Circumstances,
        bits: Mapping[str, int],
        up: Mapping[str, int],
        rights: frozenset[str] = frozenset(),
    ) -> None:
        self.rules = rules
        self.capability = capability
        self._circumstances = circumstances
        self._bits = bits
        self._up = up
        self._rights = rights
        self._market = circumstances.market
        lacking = {rule.plan for rule in rules.excludes(capability)}
        excluding = frozenset[AnyRule](rules.excludes(capability))
        self.excluding = excluding
        """What says of plans that they do not give it."""
        self._touched = False
        self.excluded = lacking.union(*(_below(rules, plan) for plan in lacking))
        self._counted = self._counting()
        self.granting = rules.grants(capability)
        self.bounds: tuple[Limit, ...] = ()
        """The bounds that plans set on it, and on everything that its grants build on."""
        self.grants = tuple(self._grants())
        self.limits = rules.limits(capability)
        self.has_to_be_given = bool(self.granting or self.limits)
        """Whether meeting the requirements is not enough: something has to give it. A bound of 0 gives nothing."""
        self.groups = tuple(self._groups(excluding))
        metered = (r for r in rules.about(rules.same(capability)) if isinstance(r, Metered))
        self.metered = tuple(rule for rule in metered if rules.concerns(rule, self._market))
        self.speaks = not capability.endswith(PART) and bool(self.has_to_be_given or self.groups or self.metered)
        """Whether any rule bears on the capability in these circumstances. Silence is no leave, and the unnamed parts
        of a page are several things under one id."""
        self.general = frozenset[AnyRule](self.metered).union(*(group.rules for group in self.groups))
        self.relevant = self._relevant()
        self._ways: list[tuple[Grant, ...]] | None = None

    def _counting(self) -> int:
        """The bits of what may count: not of another market, and no plan that does not give the capability."""
        counted = 0
        for id, bit in self._bits.items():
            markets = self.rules.markets(id) if self._market is not None else None
            if id not in self.excluded and (not markets or self._market in markets):
                counted |= bit
        return counted

    def _relevant(self) -> int:
        """The bits that can make a difference to the answer."""
        mask = 0
        for group in self.groups:
            mask |= group.mask
        for grant in self.grants:
            mask |= grant.leaf.mask
        for limit in self.limits:
            mask |= self._up.get(limit.plan, 0)
        for plan in self.excluded:
            mask |= self._bits.get(plan, 0)
        return mask

    def _instead(self, id: str) -> str | None:
        """The id; for a plan that does not give the capability the next higher one that does."""
        if id not in self.excluded:
            return id
        return next((plan for plan in self.rules.above(id) if plan not in self.excluded), None)

    def _leaves(self, id: str, mask: int | None = None) -> tuple[Leaf, ...]:
        """An id as something to hold: itself, or, where it does not count, everything that counts and amounts to it."""
        instead = self._instead(id)
        if instead is None:
            return ()
        if instead != id or mask is None:
            mask = self._up.get(instead, 0)
        mask &= self._counted
        if mask & self._bits.get(instead, 0):
            return (Leaf(instead, mask),)
        return tuple(Leaf(other, mask & self._up[other]) for other, bit in self._bits.items() if bit & mask)

    def _group(self, ids: Iterable[str], rules: Iterable[AnyRule], excluding: frozenset[AnyRule]) -> Group:
        ids = frozenset(ids)
        leaves = tuple(dict.fromkeys(leaf for id in sorted(ids) for leaf in self._leaves(id)))
        mask = 0
        for leaf in leaves:
            mask |= leaf.mask
        touched = excluding if ids & self.excluded else frozenset[AnyRule]()
        as_asked = 0
        for id in ids:
            as_asked |= self._up.get(id, 0)
        return Group(leaves, mask, frozenset(rules), touched, ids <= self.excluded, as_asked)

    def _groups(self, excluding: frozenset[AnyRule]) -> Iterator[Group]:
        asked = self.rules.requirements(self.capability, self._circumstances)
        parts: list[tuple[Iterable[str], Iterable[AnyRule]]] = [(ids, (rule,)) for rule in asked for ids in rule.needs]
        available = [rule for rule in self.rules.available(self.capability) if self.rules.concerns(rule, self._market)]
        parts += availability(available)
        yield from (self._group(ids, rules, excluding) for ids, rules in parts)
        named = {id for ids, _ in parts for id in ids}
        if excluding and not self.has_to_be_given and not named - self._rights:
            # Nothing else says who has it: whoever holds a higher plan.
            yield self._group(self.excluded, excluding, excluding)

    def _grants(self) -> Iterator[Grant]:
        """The grants of the capability and of everything that those build on."""
        numbers = {self.rules.same(self.capability): 0}
        queue = [self.capability]
        for capability in queue:
            number = numbers[self.rules.same(capability)]
            limits = self.rules.limits(capability)
            self.bounds += limits
            bounded = {rule.plan for rule in limits}
            for rule in self.rules.grants(capability):
                if not self.rules.applies(rule, self._circumstances):
                    continue
                beside = None
                if isinstance(rule, Grants) and rule.beside is not None:
                    below = self.rules.same(rule.beside)
                    if below not in numbers:
                        numbers[below] = len(numbers)
                        queue.append(rule.beside)
                    beside = numbers[below]
                yield from (Grant(rule, leaf, number, beside) for leaf in self._granted(rule, bounded))

    def _granted(self, rule: Granting, bounded: set[str]) -> tuple[Leaf, ...]:
        """What has to be held for a grant.

        A plan that has a bound of its own has that and no other: neither those of lower plans, nor none at all
        because a feature list names the metric.
        """
        holder = holder_of(rule)
        self._touched |= holder in self.excluded
        if holder in bounded and not isinstance(rule, Limit):
            return ()
        mask = self._up.get(holder, 0)
        for plan in bounded - {holder} if isinstance(rule, Limit) else bounded:
            mask &= ~self._bits.get(plan, 0)
        return self._leaves(holder, mask)

    # ---- Answers -------------------------------------------------------------------------------------

    def licensed(self, held: int) -> bool:
        """Whether what is held is enough, apart from how much is used."""
        for group in self.groups:
            if not held & group.mask:
                return False
        if not self.speaks:
            return False
        return not self.has_to_be_given or 0 in self._given(held)

    @property
    def reachable(self) -> bool:
        """Whether anything that somebody can hold gives it; so is what nobody asks anything for."""
        everything = self.mask(self._bits)
        return self.licensed(everything) or not self.speaks

    def lacking(self, held: int) -> frozenset[AnyRule]:
        """What says that a plan does not give it, where one is held or a grant names one."""
        return self.excluding if self._touched or held & self.mask(self.excluded & self._bits.keys()) else frozenset()

    def _given(self, held: int) -> set[int]:
        """The numbers of the capabilities given: the least set that the grants lead to."""
        found: set[int] = set()
        waiting = [grant for grant in self.grants if held & grant.leaf.mask]
        while True:
            more = {g.capability for g in waiting if g.beside is None or g.beside in found} - found
            if not more:
                return found
            found |= more

    def room(self, held: int, room: Room) -> float:
        """How many more units fit: by the tightest bound on the way with the most room."""
        if not self.has_to_be_given or self.metered:
            return math.inf
        best: dict[int, float] = {}
        waiting = [(grant, room(grant)) for grant in self.grants if held & grant.leaf.mask]
        changed = True
        while changed:
            changed = False
            for grant, own in waiting:
                if grant.beside is not None:
                    if grant.beside not in best:
                        continue
                    own = min(own, best[grant.beside])
                if own > best.get(grant.capability, -math.inf):
                    best[grant.capability] = own
                    changed = True
        return best.get(0, -math.inf)

    def ways(self) -> list[tuple[Grant, ...]]:
        """The minimal sets of grants that lead to the capability, the smallest first; `MOST_SETS` at most."""
        if self._ways is None:
            self._ways = self._paths()
        return self._ways

    def _paths(self) -> list[tuple[Grant, ...]]:
        found: dict[int, list[tuple[Grant, ...]]] = {}
        numbers = sorted({grant.capability for grant in self.grants})
        # Every round reaches one step further; no way has more steps than there are capabilities.
        for _ in numbers:
            before = dict(found)
            for number in numbers:
                own = [grant for grant in self.grants if grant.capability == number]
                steps = [(grant,) for grant in own if grant.beside is None]
                longer = [(g, *below) for g in own if g.beside is not None for below in before.get(g.beside, ())]
                found[number] = minimal_ways([*steps, *(way for way in longer if len(set(way)) == len(way))])
            if found == before:
                break
        return found.get(0, [])

    def completions(self, held: int, room: Room, enough: Callable[[frozenset[str]], bool]) -> list[frozenset[str]]:
        """The minimal sets of ids that, added to what is held, are enough; the smallest first.

        Args:
            held: the bits held.
            room: what each grant gives as things are.
            enough: whether a set of ids, added, is enough.
        """
        sets = [frozenset[str]()]
        if self.has_to_be_given:
            sets = [
                frozenset(grant.leaf.id for grant in way if not held & grant.leaf.mask)
                for way in self.ways()
                if all(self._may_fit(grant, held, room) for grant in way)
            ]
        for group in self.groups:
            if held & group.mask:
                continue
            joined = {ids if self.mask(ids) & group.mask else ids | {leaf.id} for ids in sets for leaf in group.leaves}
            sets = smallest(joined)
        return self.without_greater({least for ids in sets if (least := minimised(ids, enough))})

    def completed(self, way: tuple[Grant, ...], masks: Iterable[int], held: int, room: Room) -> bool:
        """Whether a way is taken, and has room, once what is missing is added: the bits held then, one for each set."""
        fits = all(self._may_fit(grant, held, room) for grant in way)
        return fits and any(all(mask & grant.leaf.mask for grant in way) for mask in masks)

    def _may_fit(self, grant: Grant, held: int, room: Room) -> bool:
        """Whether one more unit may fit: of what is not held, as many can be bought as are in use."""
        if self.metered or (isinstance(grant.rule, Quota) and not held & grant.leaf.mask):
            return True
        return room(grant) > 0

    def alternatives(self) -> Iterator[tuple[Leaf, ...]]:
        """Everything that is asked for or that gives it, each as what may be held for it."""
        yield from (group.leaves for group in self.groups)
        yield from ((grant.leaf,) for grant in self.grants)

    def mask(self, ids: Iterable[str]) -> int:
        """The bits of ids."""
        mask = 0
        for id in ids:
            mask |= self._bits[id]
        return mask

    def ids(self, mask: int) -> frozenset[str]:
        """The ids of bits."""
        return frozenset(id for id, bit in self._bits.items() if bit & mask)

    def without_greater(self, sets: Iterable[frozenset[str]]) -> list[frozenset[str]]:
        """Without the sets that amount to more than another (a higher plan), sorted."""
        kept = set(sets)
        implied = {ids: self.rules.implied(ids) for ids in kept}
        least = [
            ids
            for ids in kept
            if not any(other != ids and other <= implied[ids] and not ids <= implied[other] for other in kept)
        ]
        return sorted(least, key=size_of)

    def via(self, held: Iterable[str], leaves: Iterable[Leaf]) -> frozenset[AnyRule]:
        """The feature lists by which something held, that counts, amounts to one of these; none where one is held."""
        leaves = tuple(leaves)
        counted = 0
        for leaf in leaves:
            counted |= leaf.mask
        owned, wanted = sorted(id for id in held if self._bits[id] & counted), sorted(leaf.id for leaf in leaves)
        if set(owned) & set(wanted):
            return frozenset()
        for id in wanted:
            for holder in owned:
                if id in self.rules.implied_by(holder):
                    return frozenset(self.rules.inclusions(holder, id))
        return frozenset()


def _below(rules: Rules, plan: str) -> list[str]:
    """The plans that a plan includes: what it does not give, they do not give either."""
    return [id for id in rules.implied_by(plan) if id in rules.plans and id != plan and plan in rules.above(id)]
