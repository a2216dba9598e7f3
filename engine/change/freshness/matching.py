"""Blocks as they are now <-> blocks that the lock knows: by what they say, never by their number alone.

A block is known by any text of it that is still there, and a row by the id that it is about. What was edited in every
language at once is known by the blocks before and behind it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from engine.cache import digest
from engine.change.freshness.lock import Confirmations
from engine.change.freshness.units import Unit

_DIGITS = 8


def block_ids(units: Sequence[Unit], known: Mapping[str, Confirmations]) -> tuple[str, ...]:
    """The id of each block: that of the lock, or a new one made of its kind and name, or of its kind and texts.

    Args:
        units: the blocks of a page, in order.
        known: what the lock has of the page, in the order in which it was.
    Returns:
        An id for each of `units`, in their order; no two are the same.
    """
    found = _same_text(units, known)
    _between(units, known, found)
    taken = {id for id in found if id is not None} | set(known)
    ids: list[str] = []
    for unit, id in zip(units, found, strict=True):
        if id is None:
            id = _new_id(unit, taken)
            taken.add(id)
        ids.append(id)
    return tuple(ids)


def _same_text(units: Sequence[Unit], known: Mapping[str, Confirmations]) -> list[str | None]:
    """The known block that shares most texts with each; of several that share as many, the next one in order."""
    order = {id: number for number, id in enumerate(known)}
    holders: dict[tuple[str, str], list[str]] = {}
    for id, confirmations in known.items():
        texts = {(language, s.words) for texts in confirmations for language, s in texts.items() if not s.is_absent}
        for text in texts:
            holders.setdefault(text, []).append(id)
    free = set(known)
    found: list[str | None] = []
    expected = 0
    for unit in units:
        votes = Counter(
            id
            for language, said in unit.said.items()
            for id in holders.get((language, said.signature.words), ())
            if id in free and kind_of(id) == unit.kind
        )
        if unit.name and (named := f"{unit.kind}:{unit.name}") in free:
            votes[named] += 1
        best = max(votes, key=lambda each: (votes[each], -abs(order[each] - expected), -order[each]), default=None)
        found.append(best)
        if best is not None:
            free.discard(best)
            expected = order[best] + 1
    return found


def _between(units: Sequence[Unit], known: Mapping[str, Confirmations], found: list[str | None]) -> None:
    """Pair what is left between the same neighbours, where the lock and the page have equally many of a kind."""
    ids = list(known)
    order = {id: number for number, id in enumerate(ids)}
    taken = {id for id in found if id is not None}
    begin, before = 0, -1
    for end in range(len(units) + 1):
        id = found[end] if end < len(units) else None
        if end < len(units) and id is None:
            continue
        behind = order[id] if id is not None else len(ids)
        waiting = [known_id for known_id in ids[before + 1 : behind] if known_id not in taken]
        for kind in {units[number].kind for number in range(begin, end)}:
            mine = [number for number in range(begin, end) if units[number].kind == kind and found[number] is None]
            theirs = [known_id for known_id in waiting if kind_of(known_id) == kind]
            if len(mine) == len(theirs):
                for number, known_id in zip(mine, theirs, strict=True):
                    found[number] = known_id
                    taken.add(known_id)
        begin, before = end + 1, max(before, behind) if behind < len(ids) else before


def kind_of(id: str) -> str:
    """The kind of block that an id says."""
    return id.partition(":")[0]


def _new_id(unit: Unit, taken: set[str]) -> str:
    texts = sorted(f"{language} {said.signature.words}" for language, said in unit.said.items())
    id = f"{unit.kind}:{unit.name or digest(*texts)[:_DIGITS]}"
    number = 1
    while (numbered := id if number == 1 else f"{id}.{number}") in taken:
        number += 1
    return numbered
