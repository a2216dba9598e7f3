"""What a strict order leaves apart: leaves that one language joins into one, and leaves that stand elsewhere."""

from collections.abc import Iterator, Sequence

from engine.alignment.leaves import HEADING, ITEM, LIST, PARAGRAPH, STEP, TABLE, Leaf
from engine.alignment.likeness import likeness, of_anchors, of_lengths, of_letters
from engine.alignment.records import NONE, AlignedPage
from engine.alignment.traits import Traits

_RUNNING = (PARAGRAPH, ITEM, STEP)
_JOINED = 1.0
"""How much better two leaves together must fit than one of them alone."""
_NEAR = 0.0
"""From which likeness leaves of one table or list are the same in another order."""
_ELSEWHERE = 2.5
"""From which likeness a leaf of another section is the same, moved."""
_MOST = 40
"""Leaves of one page that are looked for elsewhere: more than these are no moves."""


def join_split_leaves(pages: Sequence[AlignedPage], columns: list[list[int]], ratios: Sequence[Sequence[float]]) -> None:
    """Let a leaf that two leaves of another language say together stand in both of their columns."""
    for number, column in enumerate(columns):
        lacking = [p for p, leaf in enumerate(column) if leaf == NONE]
        having = [p for p, leaf in enumerate(column) if leaf != NONE]
        for page in lacking:
            for neighbour in (number - 1, number + 1):
                if 0 <= neighbour < len(columns) and columns[neighbour][page] != NONE:
                    with_both = [p for p in having if columns[neighbour][p] not in (NONE, column[p])]
                    if with_both and all(
                        _says_both(pages, column, columns[neighbour], p, page, ratios[p][page]) for p in with_both
                    ):
                        column[page] = columns[neighbour][page]
                        break


def _says_both(
    pages: Sequence[AlignedPage], column: list[int], neighbour: list[int], two: int, one: int, ratio: float
) -> bool:
    """Whether the one leaf of page `one` in the neighbouring column also says what page `two` has in this column."""
    extra, beside = pages[two].leaves[column[two]], pages[two].leaves[neighbour[two]]
    whole = pages[one].leaves[neighbour[one]]
    if not {extra.kind, beside.kind, whole.kind} <= set(_RUNNING):
        return False
    joint = _together(pages[two].reader.traits(beside), pages[two].reader.traits(extra))
    target = pages[one].reader.traits(whole)
    alone = pages[two].reader.traits(beside)
    return _fit(joint, target, ratio) > _fit(alone, target, ratio) + _JOINED


def _together(one: Traits, other: Traits) -> Traits:
    return Traits(
        one.kind, one.length + other.length + 1, {**one.anchors, **other.anchors}, one.grams | other.grams
    )


def _fit(one: Traits, other: Traits, ratio: float) -> float:
    return (
        of_lengths(one.length, other.length, ratio)
        + of_letters(one.grams, other.grams)
        + of_anchors(one.anchors, other.anchors)
    )


def relocate_leaves(
    pages: Sequence[AlignedPage], columns: list[list[int]], ratios: Sequence[Sequence[float]]
) -> list[tuple[int, int]]:
    """Unite columns whose leaves say the same at different places.

    Leaves of one table, list or section in another order are united at once.

    Returns:
        (column, another column) whose leaves stand in different sections: they stay apart.
    """
    apart = [number for number, column in enumerate(columns) if NONE in column]
    if len(apart) > _MOST * len(pages):
        return []
    candidates = sorted(_candidates(pages, columns, apart, ratios), reverse=True)
    taken: set[int] = set()
    moved: list[tuple[int, int]] = []
    for _, same_place, number, other in candidates:
        if number in taken or other in taken:
            continue
        taken |= {number, other}
        if same_place:
            _unite(columns, number, other)
        else:
            moved.append((number, other))
    return moved


def _candidates(
    pages: Sequence[AlignedPage], columns: list[list[int]], apart: list[int], ratios: Sequence[Sequence[float]]
) -> Iterator[tuple[float, bool, int, int]]:
    """(likeness, in one place, column, column) of every two columns that may be one."""
    places = _corresponding_places(pages, columns)
    for index, number in enumerate(apart):
        one = next((p for p, leaf in enumerate(columns[number]) if leaf != NONE), None)
        for other in apart[index + 1 :]:
            two = next((p for p, leaf in enumerate(columns[other]) if leaf != NONE), None)
            if one is None or two is None or _overlap(columns[number], columns[other]):
                continue
            mine, theirs = pages[one].leaves[columns[number][one]], pages[two].leaves[columns[other][two]]
            if mine.kind != theirs.kind:
                continue
            score = likeness(pages[one].reader.traits(mine), pages[two].reader.traits(theirs), ratios[one][two])
            near = (one, _place(mine), two, _place(theirs)) in places
            if score > (_NEAR if near else _ELSEWHERE):
                yield score, near, number, other


def _overlap(one: list[int], other: list[int]) -> bool:
    return any(a != NONE and b != NONE for a, b in zip(one, other, strict=True))


def _corresponding_places(
    pages: Sequence[AlignedPage], columns: list[list[int]]
) -> set[tuple[int, tuple[str, int], int, tuple[str, int]]]:
    """Which table, list or section of a page corresponds to which of another."""
    found: set[tuple[int, tuple[str, int], int, tuple[str, int]]] = {
        (one, ("", NONE), two, ("", NONE)) for one in range(len(pages)) for two in range(len(pages))
    }
    for column in columns:
        members = [(p, pages[p].leaves[leaf], leaf) for p, leaf in enumerate(column) if leaf != NONE]
        for one, mine, i in members:
            for two, theirs, j in members:
                if one != two:
                    found.add((one, _place(mine), two, _place(theirs)))
                    if mine.kind == theirs.kind == HEADING:
                        found.add((one, ("", i), two, ("", j)))
    return found


def _place(leaf: Leaf) -> tuple[str, int]:
    """The table or list that a leaf stands in, else its section."""
    box = leaf.box(TABLE) or leaf.box(LIST)
    return (box.kind, box.number) if box else ("", leaf.section)


def _unite(columns: list[list[int]], number: int, other: int) -> None:
    for page, leaf in enumerate(columns[other]):
        if leaf != NONE:
            columns[number][page] = leaf
            columns[other][page] = NONE

