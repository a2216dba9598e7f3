"""Boxes that correspond: those around leaves that correspond."""

from collections.abc import Iterator

from engine.alignment.leaves import INCLUDE, Box, Leaf
from engine.alignment.records import Alignment


def corresponding_boxes(alignment: Alignment, kind: str) -> Iterator[dict[int, tuple[Leaf, Box | None]]]:
    """Page -> a leaf and the innermost box of a kind around it, of leaves that correspond.

    Once for every box: where a first leaf of it corresponds to leaves of other pages. Boxes in an include are
    told of where that file is compared.
    """
    seen: set[tuple[int, int]] = set()
    for number in range(len(alignment.columns)):
        leaves = dict(alignment.leaves(number))
        if not any(leaf.boxes for leaf in leaves.values()):
            continue
        members = {page: (leaf, leaf.box(kind)) for page, leaf in leaves.items()}
        boxes = {(page, box.number) for page, (_, box) in members.items() if box is not None}
        if len(members) < 2 or not boxes or boxes & seen:
            continue
        if any(box.kind == INCLUDE for leaf, _ in members.values() for box in leaf.boxes):
            continue
        seen |= boxes
        yield members
