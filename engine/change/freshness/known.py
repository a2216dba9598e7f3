"""The blocks of a docs folder beside what its lock knows of them."""

from collections.abc import Collection, Mapping

import msgspec

from engine.change.freshness.lock import Confirmations, TranslationLock
from engine.change.freshness.matching import block_ids
from engine.change.freshness.signature import Signature
from engine.change.freshness.standing import Standing, confirm, standing
from engine.change.freshness.units import PageUnits, Unit


class KnownUnit(msgspec.Struct, frozen=True):
    """A block with its id and its standing."""

    page: str
    """The page's path below the folder of its language."""
    id: str
    unit: Unit
    standing: Standing
    paths: Mapping[str, str]
    """Language tag -> the file of the page."""


def known_units(page: str, units: PageUnits, lock: TranslationLock | None) -> tuple[KnownUnit, ...]:
    """The blocks of a page, in order, each with what the lock knows of it."""
    known: Mapping[str, Confirmations] = lock.pages.get(page, {}) if lock else {}
    return tuple(
        KnownUnit(page, id, unit, standing(_signatures(unit), units.paths, known.get(id, ())), units.paths)
        for id, unit in zip(block_ids(units.units, known), units.units, strict=True)
    )


def _signatures(unit: Unit) -> dict[str, Signature]:
    return {language: said.signature for language, said in unit.said.items()}


class Confirmed(msgspec.Struct, frozen=True):
    """A lock with more confirmations."""

    lock: TranslationLock
    blocks: int
    """Blocks whose confirmations changed."""
    pages: tuple[str, ...]
    """The pages that have such blocks."""


def confirmed(
    lock: TranslationLock | None,
    pages: Mapping[str, PageUnits],
    languages: Collection[str],
    *,
    against: Collection[str] | None = None,
    only: Mapping[str, Collection[str]] | None = None,
) -> Confirmed:
    """The lock after somebody looked at translations.

    Args:
        lock: as it was.
        pages: the pages that were looked at.
        languages: the languages whose texts were looked at.
        against: those that they were compared with; None for those that they are behind or new to.
        only: page -> ids of the blocks that were looked at; None for all.
    """
    kept = dict(lock.pages) if lock else {}
    blocks = 0
    changed_pages: list[str] = []
    for page, units in pages.items():
        known = known_units(page, units, lock)
        new = {each.id: _looked_at(each, languages, against, only) for each in known}
        changed = sum(new[each.id] != each.standing.confirmed for each in known)
        if changed:
            # What no page has any more is forgotten; a block without confirmations needs no line.
            kept[page] = {id: confirmations for id, confirmations in new.items() if confirmations}
            blocks += changed
            changed_pages.append(page)
    return Confirmed(TranslationLock(kept), blocks, tuple(changed_pages))


def _looked_at(
    known: KnownUnit,
    languages: Collection[str],
    against: Collection[str] | None,
    only: Mapping[str, Collection[str]] | None,
) -> Confirmations:
    block = known.standing
    if only is None or known.id in only.get(known.page, ()):
        for language in sorted(set(languages) & set(block.now)):
            block = msgspec.structs.replace(block, confirmed=confirm(block, language, against))
    return block.confirmed
