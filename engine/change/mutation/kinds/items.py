"""List items and steps: dropped, moved to another list, in another order."""

import re
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from engine.change.mutation.cutting import bounds, stands_alone, without_lines
from engine.change.mutation.edits import Edit
from engine.change.mutation.manuscript import Manuscript, stated_in
from engine.change.mutation.records import Change
from engine.model.rules import Includes
from engine.pages.blocks import Item, List

_MARKER = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s+")
_NUMBER = re.compile(r"\d{1,9}(?=[.)])")


class _Place(NamedTuple):
    items: List
    number: int

    @property
    def item(self) -> Item:
        return self.items.items[self.number]


def rule_item_dropped(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """A list item that states a rule is gone."""
    for place in _places(manuscript):
        if stated_in(manuscript, place.item.span):
            yield _dropped(manuscript, place)


def rule_item_moved(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """A feature stands in the list of another plan."""
    features = [(place, holder) for place in _places(manuscript) if (holder := _holder(manuscript, place.item))]
    for place, holder in features:
        others = [other for other, there in features if there != holder and other.number == len(other.items.items) - 1]
        if not others or place.item.span.line != place.item.span.end_line:
            continue
        last = random.choice(others).item.span
        behind = manuscript.file.line_end(last.end_line)
        indent = manuscript.file.line(last.line)[: last.column - 1]
        written = manuscript.file.line(place.item.span.line)[place.item.span.column - 1 :]
        edits = (*_cut(manuscript, place), Edit(behind, behind, f"\n{indent}{written}"))
        yield Change(place.item.span, edits, (last,))


def step_dropped(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """A step of a procedure is gone."""
    for place in _places(manuscript):
        if place.items.ordered and not stated_in(manuscript, place.item.span):
            yield _dropped(manuscript, place)


def item_dropped(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """A list item that states no rule is gone."""
    for place in _places(manuscript):
        if not place.items.ordered and not stated_in(manuscript, place.item.span):
            yield _dropped(manuscript, place)


def steps_swapped(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """Two steps that follow each other stand in each other's place."""
    for place in _places(manuscript):
        if not place.items.ordered or place.number + 1 == len(place.items.items):
            continue
        one, other = (_content(manuscript, item) for item in place.items.items[place.number : place.number + 2])
        if one and other:
            text = manuscript.file.text
            edits = (Edit(*one, text[slice(*other)]), Edit(*other, text[slice(*one)]))
            yield Change(place.item.span, edits, (place.items.items[place.number + 1].span,))


def _places(manuscript: Manuscript) -> Iterator[_Place]:
    """Items that begin on a line of their own."""
    for spot in manuscript.spots:
        if isinstance(spot.thing, List):
            for number, item in enumerate(spot.thing.items):
                if stands_alone(manuscript.file, item.span):
                    yield _Place(spot.thing, number)


def _holder(manuscript: Manuscript, item: Item) -> str:
    rules = [s.rule for s in stated_in(manuscript, item.span)]
    return next((rule.holder for rule in rules if isinstance(rule, Includes)), "")


def _dropped(manuscript: Manuscript, place: _Place) -> Change:
    return Change(place.item.span, _cut(manuscript, place))


def _cut(manuscript: Manuscript, place: _Place) -> tuple[Edit, ...]:
    """Cut the lines of an item. When it is the first of several steps, the next one takes its number."""
    span = place.item.span
    cut = without_lines(manuscript.file, span.line, span.end_line, apart=False)
    if not place.items.ordered or place.number > 0 or len(place.items.items) == 1:
        return (cut,)
    following = place.items.items[1].span
    numbers = [_NUMBER.match(manuscript.file.text, bounds(manuscript.file, s)[0]) for s in (span, following)]
    if numbers[0] is None or numbers[1] is None or numbers[0][0] == numbers[1][0]:
        return (cut,)
    return cut, Edit(*numbers[1].span(), numbers[0][0])


def _content(manuscript: Manuscript, item: Item) -> tuple[int, int] | None:
    """The offsets of an item's text behind its marker, when it is on one line."""
    start, end = bounds(manuscript.file, item.span)
    marker = _MARKER.match(manuscript.file.text, start)
    return (marker.end(), end) if marker and item.span.line == item.span.end_line else None
