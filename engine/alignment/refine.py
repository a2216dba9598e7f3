"""What a strict order leaves apart: leaves that one language joins into one, and leaves that stand elsewhere."""

from collections.abc import Iterator, Sequence

from engine.alignment.leaves import HEADING, ITEM, LIST, PARAGRAPH, STEP, TABLE, Leaf
from engine.alignment.likeness import likeness, of_anchors, of_content, of_letters
from engine.alignment.records import NONE, AlignedPage
from engine.alignment.traits import Traits

_RUNNING = (PARAGRAPH, ITEM, STEP)
_JOINED = 1.0
"""How much better two leaves together must fit than one of them alone."""
_NEAR = 0.0
"""From which likeness leaves of one table or list are the same in another order."""
_ELSEWHERE = 2.5
"""From which likeness a leaf of another section is the same, moved."""
_SAID = 1.0
"""How much its words and anchors must speak for a move."""
_MOST = 100
"""Leaves of one page that are looked for elsewhere: more than these are no moves."""
_OTHERWISE = -4.0
"""From which likeness what stands between the same neighbours is the same, said in other words."""


def join_split_leaves(
    pages: Sequence[AlignedPage], columns: list[list[int]], ratios: Sequence[Sequence[float]]
) -> None:
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
    joint = together(pages[two].reader.traits(beside), pages[two].reader.traits(extra))
    target = pages[one].reader.traits(whole)
    alone = pages[two].reader.traits(beside)
    return of_content(joint, target, ratio) > of_content(alone, target, ratio) + _JOINED


def together(one: Traits, other: Traits) -> Traits:
    """The traits of two texts that follow each other."""
    return Traits(
        one.kind,
        one.length + other.length + 1,
        {**one.anchors, **other.anchors},
        one.grams | other.grams,
        one.emphasised + other.emphasised,
    )


def pair_rewordings(pages: Sequence[AlignedPage], columns: list[list[int]], ratios: Sequence[Sequence[float]]) -> None:
    """Unite what languages say differently between the same neighbours, where each has equally much of a kind."""
    begin = 0
    for end in range(len(columns) + 1):
        if end == len(columns) or NONE not in columns[end]:
            _pair_run(pages, columns, range(begin, end), ratios)
            begin = end + 1


def _pair_run(
    pages: Sequence[AlignedPage], columns: list[list[int]], run: range, ratios: Sequence[Sequence[float]]
) -> None:
    """Unite the columns of one run of columns with gaps."""
    waiting: dict[tuple[str, tuple[bool, ...]], list[int]] = {}
    for number in run:
        first = _first(columns[number])
        if first == NONE:
            continue
        kind = pages[first].leaves[columns[number][first]].kind
        having = tuple(leaf != NONE for leaf in columns[number])
        waiting.setdefault((kind, having), []).append(number)
    for (kind, having), numbers in sorted(waiting.items()):
        opposite = waiting.get((kind, tuple(not has for has in having)), [])
        if having[0] and len(opposite) == len(numbers):
            for number, other in zip(numbers, opposite, strict=True):
                if _likeness(pages, columns, number, other, ratios) > _OTHERWISE:
                    _unite(columns, number, other)


def _first(column: list[int]) -> int:
    return next((page for page, leaf in enumerate(column) if leaf != NONE), NONE)


def _likeness(
    pages: Sequence[AlignedPage], columns: list[list[int]], number: int, other: int, ratios: Sequence[Sequence[float]]
) -> float:
    one, two = _first(columns[number]), _first(columns[other])
    mine, theirs = pages[one].leaves[columns[number][one]], pages[two].leaves[columns[other][two]]
    return likeness(pages[one].reader.traits(mine), pages[two].reader.traits(theirs), ratios[one][two])


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
        one = _first(columns[number])
        for other in apart[index + 1 :]:
            two = _first(columns[other])
            if NONE in (one, two) or _overlap(columns[number], columns[other]):
                continue
            mine, theirs = pages[one].leaves[columns[number][one]], pages[two].leaves[columns[other][two]]
            if mine.kind != theirs.kind:
                continue
            score = _likeness(pages, columns, number, other, ratios)
            near = any((one, place, two, their) in places for place in _places(mine) for their in _places(theirs))
            if score > _NEAR if near else score > _ELSEWHERE and _speaks_for_itself(pages, one, mine, two, theirs):
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
                    found.add((one, _places(mine)[0], two, _places(theirs)[0]))
                    if mine.kind == theirs.kind == HEADING:
                        found.add((one, ("", i), two, ("", j)))
    return found


def _places(leaf: Leaf) -> tuple[tuple[str, int], ...]:
    """The table or list that a leaf stands in, and, but for a row, its section."""
    box = leaf.box(TABLE) or leaf.box(LIST)
    section = ("", leaf.section)
    if box is None:
        return (section,)
    return ((box.kind, box.number),) if box.kind == TABLE else ((box.kind, box.number), section)


def _speaks_for_itself(pages: Sequence[AlignedPage], one: int, mine: Leaf, two: int, theirs: Leaf) -> bool:
    """Whether two leaves share words or anchors, not only a kind and a length."""
    first, second = pages[one].reader.traits(mine), pages[two].reader.traits(theirs)
    return of_letters(first.grams, second.grams) + of_anchors(first.anchors, second.anchors) > _SAID


def _unite(columns: list[list[int]], number: int, other: int) -> None:
    for page, leaf in enumerate(columns[other]):
        if leaf != NONE:
            columns[number][page] = leaf
            columns[other][page] = NONE
