"""A whole user base, decided at once: one big integer for each licence, one bit for each user."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Set

import msgspec

from engine.entitlement.case import Case
from engine.entitlement.compile import Compiled, compiled, counts_for
from engine.entitlement.conditions import Circumstances
from engine.entitlement.holdings import check_circumstances, held, known_holdings
from engine.findings.errors import UsageError
from engine.model.decisions import Held, Holding
from engine.model.rulesets import RuleSet

_CHUNK = 8
"""Users in one byte."""


class Population(msgspec.Struct, frozen=True, eq=False):
    """Users and what they hold, built once with `Population.of` and asked many times. Independent of any rule set."""

    names: tuple[str, ...]
    held: Mapping[tuple[str, str | None], int]
    """Id and who holds it -> the users, one bit each, in the order of their names."""

    @classmethod
    def of(
        cls,
        users: Mapping[str, Held] | Iterable[tuple[str, Held]],
        *,
        everyone: Held = frozenset(),
        at: dt.date | None = None,
    ) -> "Population":
        """Take in a user base.

        Args:
            users: name -> what the user holds.
            everyone: what the installation or the site holds, for all of them.
            at: the day; what is not in force on it is left out. None takes everything as in force.

        Raises:
            UsageError: malformed holdings, as for `decide`; or a name given twice.
        """
        pairs = users.items() if isinstance(users, Mapping) else users
        names: list[str] = []
        places: dict[tuple[str, str | None], list[int]] = {}
        forms: dict[frozenset[str], tuple[tuple[str, str | None], ...]] = {}
        for place, (name, holdings) in enumerate(pairs):
            names.append(name)
            known = forms.get(holdings) if type(holdings) is frozenset else None
            if known is None:
                known = tuple({(h.id, h.by) for h in held(holdings) if h.count and h.in_force(at)})
                if type(holdings) is frozenset and len(forms) < 1 << 16:
                    forms[holdings] = known
            for key in known:
                places.setdefault(key, []).append(place)
        if len(set(names)) != len(names):
            twice = next(name for name in names if names.count(name) > 1)
            raise UsageError(f"the user `{twice}` is given twice", help="give each user once, with all that is held")
        columns = {key: _bits(found, len(names)) for key, found in places.items()}
        all_of_them = (1 << len(names)) - 1
        for holding in held(everyone):
            if holding.count and holding.in_force(at):
                columns[holding.id, holding.by] = all_of_them
        return cls(tuple(names), columns)

    def __len__(self) -> int:
        return len(self.names)


def _bits(places: Iterable[int], size: int) -> int:
    """An integer with these bits set."""
    column = bytearray(size // _CHUNK + 1)
    for place in places:
        column[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(column, "little")


class Holders(Set[str]):
    """The users who may: a set of names that stays bits until it is read.

    Iterates in the order of the population. `bits` has one bit for each user.
    """

    def __init__(self, population: Population, bits: int) -> None:
        self.population = population
        self.bits = bits

    def __len__(self) -> int:
        return self.bits.bit_count()

    def __bool__(self) -> bool:
        return self.bits != 0

    def __iter__(self) -> Iterator[str]:
        names = self.population.names
        for at, byte in enumerate(self.bits.to_bytes(len(names) // _CHUNK + 1, "little")):
            if byte:
                yield from (names[at * _CHUNK + bit] for bit in range(_CHUNK) if byte >> bit & 1)

    def __contains__(self, name: object) -> bool:
        places = self._places()
        place = places.get(name)  # type: ignore[call-overload]
        return place is not None and bool(self.bits >> place & 1)

    def _places(self) -> dict[str, int]:
        places: dict[str, int] | None = self.__dict__.get("places")
        if places is None:
            places = {name: place for place, name in enumerate(self.population.names)}
            self.__dict__["places"] = places
        return places

    def __repr__(self) -> str:
        return f"<Holders {len(self)} of {len(self.population)}>"

    @classmethod
    def _from_iterable(cls, names: Iterable[str]) -> frozenset[str]:  # type: ignore[override]
        return frozenset(names)


def holders(
    rules: RuleSet,
    capability: str,
    population: Population,
    *,
    channel: str | None = None,
    edition: str | None = None,
    market: str | None = None,
) -> Holders:
    """The users who may use a capability: those for whom `allows` is true, all at once.

    Args:
        rules: the rule set.
        capability: the id of what is wished.
        population: the users.
        channel, edition, market: as for `decide`.

    Raises:
        UsageError: an id that is held, or a channel, edition or market, is unknown to the rule set.
    """
    engine = compiled(rules)
    records = {key: Holding(key[0], by=key[1]) for key in population.held}
    known_holdings(engine, records.values())
    circumstances = Circumstances(channel, edition, market)
    check_circumstances(engine, circumstances)
    question = engine.question(capability, circumstances)
    everybody = (1 << len(population)) - 1
    users = everybody if question.cases else 0
    for _, case in question.cases:
        columns = {key: column for key, column in population.held.items() if counts_for(records[key], case.rules)}
        users &= _who(engine, case, columns, everybody)
    return Holders(population, users)


def _who(engine: Compiled, case: Case, columns: Mapping[tuple[str, str | None], int], everybody: int) -> int:
    """The users for whom a case is a yes."""
    if not case.speaks:
        return 0
    masks: dict[int, int] = {}

    def having(mask: int) -> int:
        """Those who hold something of a mask."""
        if mask not in masks:
            users = 0
            for (id, _), column in columns.items():
                if engine.bits[id] & mask:
                    users |= column
            masks[mask] = users
        return masks[mask]

    users = everybody
    for group in case.groups:
        users &= having(group.mask)
    return users & _given(case, having) if case.has_to_be_given else users


def _given(case: Case, having: Callable[[int], int]) -> int:
    """Those to whom the grants lead: the least solution, found by going round until nobody is added."""
    found: dict[int, int] = {}
    changed = True
    while changed:
        changed = False
        for grant in case.grants:
            users = having(grant.leaf.mask)
            if grant.beside is not None:
                users &= found.get(grant.beside, 0)
            more = found.get(grant.capability, 0) | users
            if more != found.get(grant.capability, 0):
                found[grant.capability] = more
                changed = True
    return found.get(0, 0)
