"""Values that languages state differently in texts that correspond."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from engine.alignment.bounds import bound_of
from engine.alignment.leaves import ROW
from engine.alignment.quantities import Quantity, quantities
from engine.alignment.records import Alignment
from engine.alignment.texts import Corresponding, corresponding_texts, surely_same
from engine.alignment.told import Difference, difference
from engine.alignment.units import territories
from engine.grammar.tokens import keys
from engine.pages.blocks import Text

NUMBER, TABLE_VALUE, DATE, UNIT, UNLIMITED, BOUND = "number", "table value", "date", "unit", "unlimited", "bound"

_HALF_DAY = Fraction(12)
_FEW = 2
"""So many numbers of a text may differ; where more do, the texts speak of something else."""
_UNIT_SAYS = 1.0
"""What it says that numbers stand beside one unit."""
_SHORT = 40
"""Characters of a cell that is a value rather than a text."""


class _Stated(NamedTuple):
    page: int
    text: Text
    quantities: tuple[Quantity, ...]
    unlimited: bool
    """Whether it is a cell that says that there is no bound."""


def value_differences(alignment: Alignment) -> Iterator[Difference]:
    """Every difference of numbers, dates, units, bounds and "unlimited", once per language."""
    for corresponding in corresponding_texts(alignment):
        texts = corresponding.texts
        if not any(any(map(str.isdigit, text.visible)) for text in texts.values()):
            continue
        stated = [
            _Stated(
                page,
                text,
                quantities(text.visible, alignment.pages[page].language),
                corresponding.kind == ROW and _says_unlimited(alignment, page, text),
            )
            for page, text in texts.items()
        ]
        reference = max(stated, key=lambda one: sum(_agree(one, other) for other in stated))
        for each in stated:
            if each is not reference:
                yield from _differences(alignment, corresponding, each, reference)
                yield from _unlimited(alignment, each, reference)


def _agree(one: _Stated, other: _Stated) -> bool:
    if _bound_and_none(one, other):
        return False
    matched = _match(one.quantities, other.quantities)
    return not (matched.here and matched.there) and not any(_units_differ(*pair) for pair in matched.pairs)


class _Matched(NamedTuple):
    pairs: list[tuple[Quantity, Quantity]]
    here: list[Quantity]
    there: list[Quantity]


def _match(here: Sequence[Quantity], there: Sequence[Quantity]) -> _Matched:
    """Quantities of one value, those of one unit first, and what is left over on either side."""
    pairs: list[tuple[Quantity, Quantity]] = []
    left, right = list(here), list(there)
    for same_unit in (True, False):
        for mine in tuple(left):
            fitting = (
                theirs
                for theirs in right
                if mine.kind == theirs.kind
                and (not same_unit or mine.unit == theirs.unit)
                and _same_value(mine, theirs)
            )
            found = next(fitting, None)
            if found is not None:
                pairs.append((mine, found))
                left.remove(mine)
                right.remove(found)
    return _Matched(pairs, left, right)


def _same_value(one: Quantity, other: Quantity) -> bool:
    if one.kind == "date":
        return one.values == other.values
    if one.values & other.values:
        return True
    # Six in the evening is eighteen o'clock.
    return any(
        abs(mine - theirs) == _HALF_DAY and max(mine, theirs) <= 2 * _HALF_DAY and "hour" in (one.unit, other.unit)
        for mine in one.values
        for theirs in other.values
    )


def _units_differ(one: Quantity, other: Quantity) -> bool:
    return bool(one.unit and other.unit and one.unit != other.unit)


def _differences(
    alignment: Alignment, corresponding: Corresponding, here: _Stated, there: _Stated
) -> Iterator[Difference]:
    matched = _match(here.quantities, there.quantities)
    in_table = _is_value(corresponding, here, there)
    if len(matched.here) == len(matched.there) <= _FEW and (in_table or _certain(alignment, here, there, matched)):
        for mine, theirs in zip(matched.here, matched.there, strict=True):
            if mine.kind == theirs.kind:
                kind = DATE if mine.kind != "number" else TABLE_VALUE if in_table else NUMBER
                yield _difference(alignment, kind, here, mine, there, theirs)
    for mine, theirs in matched.pairs:
        if _units_differ(mine, theirs):
            yield _difference(alignment, UNIT, here, mine, there, theirs)
        bound, other = _bound(alignment, here, mine), _bound(alignment, there, theirs)
        if bound and other and bound != other:
            yield _difference(alignment, BOUND, here, mine, there, theirs)


def _bound(alignment: Alignment, stated: _Stated, quantity: Quantity) -> str:
    locale = alignment.pages[stated.page].grammar.locale
    return bound_of(locale, stated.text.visible, quantity.start, quantity.end)


def _is_value(corresponding: Corresponding, here: _Stated, there: _Stated) -> bool:
    return (
        corresponding.kind == ROW
        and len(here.quantities) == len(there.quantities) == 1
        and max(len(here.text.visible), len(there.text.visible)) <= _SHORT
    )


def _certain(alignment: Alignment, here: _Stated, there: _Stated, matched: _Matched) -> bool:
    """Whether two texts surely say the same, their numbers apart; an example of another country is another."""
    countries = [territories(each.text.visible, alignment.pages[each.page].language) for each in (here, there)]
    if countries[0] != countries[1]:
        return False
    units = [(mine.unit, theirs.unit) for mine, theirs in zip(matched.here, matched.there, strict=True)]
    one_unit = all(mine and mine == theirs for mine, theirs in units)
    return surely_same(alignment, here.page, here.text, there.page, there.text, beside=_UNIT_SAYS if one_unit else 0.0)


def _unlimited(alignment: Alignment, here: _Stated, there: _Stated) -> Iterator[Difference]:
    if _bound_and_none(here, there):
        mine = (here.page, here.text.span(), here.text.visible)
        yield difference(alignment, UNLIMITED, mine, (there.page, there.text.visible), [there.text.span()])


def _bound_and_none(one: _Stated, other: _Stated) -> bool:
    """Whether one cell says "no bound" where the other has a number."""
    return bool((one.unlimited and other.quantities) or (other.unlimited and one.quantities))


def _says_unlimited(alignment: Alignment, page: int, text: Text) -> bool:
    words = alignment.pages[page].grammar.locale.words("unlimited")
    return keys(text.visible) in {keys(word) for word in words}


def _difference(
    alignment: Alignment, kind: str, here: _Stated, mine: Quantity, there: _Stated, theirs: Quantity
) -> Difference:
    span = here.text.span(mine.start, mine.end)
    return difference(
        alignment,
        kind,
        (here.page, span, _shown(here.text.visible, mine)),
        (there.page, _shown(there.text.visible, theirs)),
        [there.text.span(theirs.start, theirs.end)],
    )


def _shown(visible: str, quantity: Quantity) -> str:
    """A number with a little of what stands around it."""
    begin, end = max(0, quantity.start - 30), min(len(visible), quantity.end + 30)
    before = visible[begin : quantity.start]
    after = visible[quantity.end : end]
    if begin:
        before = "…" + before.partition(" ")[2]
    if end < len(visible):
        after = after.rpartition(" ")[0] + "…"
    return f"{before}{visible[quantity.start : quantity.end]}{after}"
