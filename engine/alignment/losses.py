"""What a language lacks, as units that people speak of: one lost section is one loss, whatever stood in it."""

from collections.abc import Iterator, Sequence

import msgspec

from engine.alignment.leaves import (
    ALERT,
    FIGURE,
    HEADER,
    HEADING,
    INCLUDE,
    ITEM,
    LIST,
    PARAGRAPH,
    ROW,
    SECTION,
    TAB,
    TABLE,
    Box,
    Leaf,
)
from engine.alignment.records import NONE, Alignment
from engine.model.spans import Span, start_of

_UNITS = (ALERT, INCLUDE, TAB, TABLE, LIST, ITEM)
"""Boxes that are lost as a whole when all that they hold is."""


class Loss(msgspec.Struct, frozen=True):
    """Something that some languages have and others lack."""

    kind: str
    """A kind of leaf or box, or `section`."""
    page: int
    """The page that it is told of: one that lacks it, or the one that alone has it."""
    having: tuple[int, ...]
    lacking: tuple[int, ...]
    span: Span
    """On that page: the thing, or what stands before the place where it would be."""
    there: Leaf
    """The first leaf of it, of the first page that has it."""
    related: tuple[Span, ...]
    """Where it stands in pages that have it."""
    leaves: tuple[int, ...]
    """The leaves of it, by number, of the first page that has it."""
    columns: tuple[int, ...]
    """Where these leaves stand in the alignment."""

    @property
    def shown(self) -> str:
        """What a reader sees of it first."""
        return self.there.visible or self.there.content

    def said(self, alignment: Alignment) -> tuple[str, ...]:
        """Text by text what is lost, as the first page that has it says it."""
        leaves = alignment.pages[self.having[0]].leaves
        return tuple(leaves[number].visible for number in self.leaves if leaves[number].visible)


def losses(alignment: Alignment) -> tuple[Loss, ...]:
    """Everything that one language has and another lacks, in order of reading; moved leaves are none."""
    moved = {column for move in alignment.moves for column in (move.column, move.other)}
    groups: dict[tuple[int, tuple[int, ...], tuple[int, ...]], list[int]] = {}
    for number, column in enumerate(alignment.columns):
        if NONE not in column or number in moved:
            continue
        having = tuple(page for page, leaf in enumerate(column) if leaf != NONE)
        lacking = tuple(page for page, leaf in enumerate(column) if leaf == NONE)
        if len(having) < len(lacking):
            groups.setdefault((having[0], having, lacking), []).append(number)
        else:
            for page in lacking:
                groups.setdefault((page, having, (page,)), []).append(number)
    found = [
        loss
        for (page, having, lacking), columns in groups.items()
        for loss in _of_group(alignment, page, having, lacking, columns)
    ]
    return tuple(sorted(found, key=lambda loss: (loss.page, loss.span, loss.kind)))


def place_before(alignment: Alignment, column: int, page: int) -> Span:
    """Where a page would have a column that it lacks: what stands before it, else what stands after it."""
    for number in (*range(column - 1, -1, -1), *range(column + 1, len(alignment.columns))):
        leaf = alignment.leaf(number, page)
        if leaf is not None:
            return own_span(leaf)
    return start_of(alignment.pages[page].page.path)


def own_span(leaf: Leaf) -> Span:
    """The span of a leaf in the file of its page: of the include that it comes from, or of itself."""
    include = next((box for box in leaf.boxes if box.kind == INCLUDE), None)
    return include.span if include else leaf.span


def _of_group(
    alignment: Alignment, page: int, having: tuple[int, ...], lacking: tuple[int, ...], columns: Sequence[int]
) -> Iterator[Loss]:
    first = having[0]
    leaves = alignment.pages[first].leaves
    column_of = {alignment.columns[number][first]: number for number in columns}
    for kind, numbers in _merged(leaves, list(_units(leaves, frozenset(column_of)))):
        number = column_of[numbers[0]]
        shown = numbers[:1] if kind in (SECTION, *_UNITS) and kind != ITEM else _starts(leaves, numbers, kind)
        yield Loss(
            kind=kind,
            page=page,
            having=having,
            lacking=lacking,
            span=own_span(leaves[numbers[0]]) if page == first else place_before(alignment, number, page),
            there=leaves[numbers[0]],
            related=tuple(
                alignment.pages[other].leaves[alignment.columns[column_of[leaf]][other]].span
                for other in having
                if other != page
                for leaf in shown
            ),
            leaves=tuple(numbers),
            columns=tuple(column_of[leaf] for leaf in numbers if leaf in column_of),
        )


def _starts(leaves: Sequence[Leaf], numbers: Sequence[int], kind: str) -> list[int]:
    return [number for number in numbers if leaves[number].kind == kind] or list(numbers[:1])


def _units(leaves: Sequence[Leaf], lost: frozenset[int]) -> Iterator[tuple[str, list[int]]]:
    """(kind, leaves) of the greatest wholes among the lost leaves."""
    inside = _inside(leaves, lost)
    done: set[int] = set()
    for number in sorted(lost):
        if number in done:
            continue
        leaf = leaves[number]
        kind, members = leaf.kind, [number]
        section = _section(leaves, number) if leaf.kind == HEADING else []
        if section and lost.issuperset(section):
            kind, members = SECTION, [number, *section]
        else:
            for box in leaf.boxes:
                if box.kind in _UNITS and lost.issuperset(inside[box.number]):
                    members = inside[box.number]
                    kind = leaf.kind if box.kind in (LIST, ITEM) else box.kind
                    break
        done.update(members)
        yield kind, members


def _inside(leaves: Sequence[Leaf], lost: frozenset[int]) -> dict[int, list[int]]:
    """Box -> every leaf in it, of the boxes that hold something lost."""
    boxes = {box.number for number in lost for box in leaves[number].boxes}
    found: dict[int, list[int]] = {box: [] for box in boxes}
    for number, leaf in enumerate(leaves):
        for box in leaf.boxes:
            if box.number in found:
                found[box.number].append(number)
    return found


def _section(leaves: Sequence[Leaf], heading: int) -> list[int]:
    members: list[int] = []
    for number in range(heading + 1, len(leaves)):
        if leaves[number].kind == HEADING and leaves[number].level <= leaves[heading].level:
            break
        members.append(number)
    return members


def _merged(leaves: Sequence[Leaf], units: Sequence[tuple[str, list[int]]]) -> Iterator[tuple[str, list[int]]]:
    """Neighbours of one kind in one box are one loss."""
    kept: list[tuple[str, list[int]]] = []
    for kind, members in units:
        if kept and kept[-1][0] == kind and kind not in (SECTION, ALERT, INCLUDE, TAB, TABLE):
            before = kept[-1][1]
            if before[-1] + 1 == members[0] and _parent(leaves[before[0]]) == _parent(leaves[members[0]]):
                before.extend(members)
                continue
        kept.append((kind, list(members)))
    yield from ((PARAGRAPH if kind == "quote" else ROW if kind == HEADER else kind, members) for kind, members in kept)


def _parent(leaf: Leaf) -> Box | None:
    return next((box for box in reversed(leaf.boxes) if box.kind != ITEM), None)


def is_figure(loss: Loss) -> bool:
    """Whether only an image that stands alone is lost: images are compared by themselves."""
    return loss.kind == FIGURE
