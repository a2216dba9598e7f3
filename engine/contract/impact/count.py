"""Two rule sets and a population -> who gains and who loses what. Holders pass one by one; only counts stay."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping

import msgspec

from engine.contract.impact.alike import Alike, Key, Usage, renamed_holdings
from engine.contract.impact.asked import capabilities_concerned
from engine.contract.impact.population import Holder
from engine.entitlement.compile import Compiled, compiled
from engine.entitlement.conditions import Circumstances
from engine.entitlement.decide import allows
from engine.entitlement.holdings import unknown_id
from engine.findings import UsageError
from engine.model.decisions import Holding
from engine.model.rulesets import RuleSet

SHOWN = 5
"""Names kept of those who gain or lose one thing."""
MOST_KEPT = 1 << 17
"""Groups of holders alike that are kept: they bound the memory, whatever the population."""

Turned = tuple[tuple[str, ...], tuple[str, ...]]
"""What is lost, and what is gained."""


class Count(msgspec.Struct):
    """How many gain or lose one capability."""

    holders: int = 0
    names: list[str] = []
    """The first of them."""


class Impact(msgspec.Struct):
    """What a change does to a population."""

    holders: int = 0
    groups: int = 0
    """How many groups of holders alike were decided."""
    losing: int = 0
    """Holders who lose something."""
    gaining: int = 0
    lost: dict[str, Count] = {}
    """Capability -> those who lose it; what is called otherwise now under its new id."""
    gained: dict[str, Count] = {}


def impact(
    old: RuleSet,
    new: RuleSet,
    population: Iterable[Holder],
    *,
    names: Mapping[str, str] | None = None,
    channel: str | None = None,
    at: dt.date | None = None,
    tell: Callable[[Holder, Turned], None] | None = None,
) -> Impact:
    """Who gains and who loses what.

    Args:
        old: the rules before.
        new: the rules after.
        population: the holders; they may hold ids of either side.
        names: old id -> new id, of what is only called otherwise.
        channel: over which capabilities would be used.
        at: the day; None takes everything held as in force.
        tell: called for each holder who gains or loses something.

    Raises:
        UsageError: an id that neither side knows, with the nearest one and the line of the holder.
    """
    answers = _Answers(old, new, names or {}, channel)
    alike = Alike((old, new), answers.relevant, at)
    found = Impact()
    known: dict[Key, Turned] = {}
    for holder in population:
        found.holders += 1
        if not alike.is_known(holder) or holder.usage:
            answers.check(holder, holdings=not alike.is_known(holder))
        key = alike.key(holder)
        turned = known.get(key)
        if turned is None:
            if len(known) >= MOST_KEPT:
                known.clear()
            turned = known[key] = answers.turned(alike.held(holder), key[1])
            found.groups += 1
        if turned[0] or turned[1]:
            _add(found, holder.name, turned)
            if tell:
                tell(holder, turned)
    return found


def _add(found: Impact, name: str, turned: Turned) -> None:
    lost, gained = turned
    found.losing += bool(lost)
    found.gaining += bool(gained)
    for counts, ids in ((found.lost, lost), (found.gained, gained)):
        for id in ids:
            count = counts.setdefault(id, Count())
            count.holders += 1
            if len(count.names) < SHOWN:
                count.names.append(name)


class _Answers:
    """Both sides, asked what a group of holders may do."""

    def __init__(self, old: RuleSet, new: RuleSet, names: Mapping[str, str], channel: str | None) -> None:
        self._old, self._new, self._names = old, new, names
        self._back = {other: id for id, other in names.items()}
        # Under one name: the new one.
        self._asked = sorted({names.get(id, id) for id in capabilities_concerned(old, new)})
        self._known = tuple((compiled(side).known, compiled(side).named) for side in (old, new))
        both = names.keys() | names.values()
        self._holdable = self._known[0][0] | self._known[1][0] | both
        self._named = self._known[0][1] | self._known[1][1] | both
        self._channels = tuple(self._channel(compiled(side), channel) for side in (old, new))
        if channel is not None and self._channels == (None, None):
            raise unknown_id("channel", channel, compiled(old).channels | compiled(new).channels)

    @staticmethod
    def _channel(side: Compiled, channel: str | None) -> str | None:
        return channel if channel in side.channels else None

    @property
    def relevant(self) -> frozenset[str]:
        """The ids that can make a difference to what is asked, under either name."""
        found: set[str] = set()
        for side, rules, names in ((0, self._old, self._back), (1, self._new, {})):
            engine = compiled(rules)
            circumstances = Circumstances(self._channels[side])
            for id in self._asked:
                found.update(engine.ids_of(engine.question(names.get(id, id), circumstances).relevant))
        return frozenset(found | {self._names.get(id, id) for id in found} | {self._back.get(id, id) for id in found})

    def turned(self, held: tuple[Holding, ...], usage: Usage) -> Turned:
        """What a group loses and gains."""
        before = self._allowed(0, held, usage)
        after = self._allowed(1, held, usage)
        pairs = list(zip(self._asked, before, after, strict=True))
        return (
            tuple(id for id, was, now in pairs if was and not now),
            tuple(id for id, was, now in pairs if now and not was),
        )

    def _allowed(self, side: int, held: tuple[Holding, ...], usage: Usage) -> list[bool]:
        rules, names = ((self._old, self._back), (self._new, self._names))[side]
        known, named = self._known[side]
        own = [holding for holding in renamed_holdings(held, names) if holding.id in known]
        used = {id: number for metric, number in usage if (id := names.get(metric, metric)) in named}
        plain = not used and all(holding.count == 1 for holding in own)
        holdings = tuple(holding.id for holding in own) if plain else frozenset(own)
        asked = [self._back.get(id, id) for id in self._asked] if side == 0 else self._asked
        return [allows(rules, id, holdings, channel=self._channels[side], usage=used) for id in asked]

    def check(self, holder: Holder, *, holdings: bool) -> None:
        """An id that nobody knows is a misspelling, and must not read as "not held".

        Raises:
            UsageError: there is one.
        """
        for metric, _ in holder.usage:
            if metric not in self._named:
                raise _unknown("metric", metric, self._named, holder)
        for holding in holder.holdings if holdings else ():
            if holding.id not in self._holdable:
                raise _unknown("licence or right", holding.id, self._holdable, holder)


def _unknown(what: str, id: str, known: Collection[str], holder: Holder) -> UsageError:
    error = unknown_id(what, id, known)
    return UsageError(error.what, where=f"line {holder.line}" if holder.line else None, help=error.help)
