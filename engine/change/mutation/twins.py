"""Mutations that take one of two identical things from one place: a reader of the place misses nothing."""

from engine.change.mutation.cutting import source
from engine.change.mutation.manuscript import Manuscript
from engine.change.mutation.records import Change
from engine.change.mutation.walk import Section, Spot, Thing, children, covers


def is_twin(manuscript: Manuscript, change: Change) -> bool:
    """Whether a change only cuts, and what it cuts is still there: the item, row or sentence next to it is the same.

    Only direct neighbours of one list, table or text are twins; the same words in another section are not.
    """
    if any(edit.new for edit in change.edits) or len(change.edits) != 1:
        return False
    gone = source(manuscript.file, change.span).strip()
    holding = [spot for spot in manuscript.spots if covers(spot.thing.span, change.span)]
    if not holding or not gone:
        return False
    whole = next((spot for spot in reversed(holding) if spot.thing.span == change.span), None)
    if whole is None:
        return source(manuscript.file, holding[-1].thing.span).count(gone) > 1 and " " in gone
    return any(source(manuscript.file, other.span).strip() == gone for other in _neighbours(whole))


def _neighbours(spot: Spot) -> list[Thing]:
    siblings = children(spot.parents[-1])
    number = spot.address[-1]
    beside = [siblings[i] for i in (number - 1, number + 1) if 0 <= i < len(siblings)]
    return [thing for thing in beside if not isinstance(thing, Section)]
