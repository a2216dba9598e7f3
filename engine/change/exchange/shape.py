"""Whether an edited page is still the same page: the same blocks in the same order, other words only where edited."""

from collections.abc import Collection, Sequence
from pathlib import Path

from engine.alignment.leaves import Leaf, page_leaves
from engine.pages.blocks import Page, Text
from engine.pages.read import page_of
from engine.pages.source import Source

Range = tuple[tuple[int, int], tuple[int, int]]
"""Line and column of the first character, and those behind the last."""


def shape_of(root: Path, source: Source, folder: str, language: str) -> tuple[Page, tuple[Leaf, ...]]:
    """A page read from its text, with its leaves."""
    page, _, _ = page_of(root, source, folder, language)
    return page, page_leaves(page)


def is_same_but(
    before: tuple[Page, Sequence[Leaf]],
    after: tuple[Page, Sequence[Leaf]],
    edited: Collection[Range],
    keys: Collection[str] = (),
) -> bool:
    """Whether two pages differ in nothing but the texts that were edited.

    Args:
        before: the page as it was.
        after: as it would be.
        edited: where, in the page as it was, texts are replaced.
        keys: of front matter, whose values are replaced.
    """
    page, leaves = before
    new_page, new_leaves = after
    if {k: v for k, v in page.front_matter.items() if k not in keys} != {
        k: v for k, v in new_page.front_matter.items() if k not in keys
    }:
        return False
    if len(leaves) != len(new_leaves):
        return False
    return all(_same_leaf(one, other, edited) for one, other in zip(leaves, new_leaves, strict=True))


def _same_leaf(one: Leaf, other: Leaf, edited: Collection[Range]) -> bool:
    if (one.kind, one.level, _boxes(one), len(one.texts), one.content) != (
        other.kind, other.level, _boxes(other), len(other.texts), other.content,
    ):  # fmt: skip
        return False
    return all(
        _inside(mine, edited) or (mine.visible == theirs.visible and _marks(mine) == _marks(theirs))
        for mine, theirs in zip(one.texts, other.texts, strict=True)
    )


def boxes_of(leaf: Leaf) -> tuple[str, ...]:
    """The kinds of the boxes that a leaf stands in, from the outermost."""
    return tuple(box.kind for box in leaf.boxes)


def says_the_same(one: Leaf, other: Leaf) -> bool:
    """Whether two leaves of a page before and after an edit are one, wherever it stands now."""
    mine, theirs = ([(text.visible, _marks(text)) for text in leaf.texts] for leaf in (one, other))
    shapes = ((leaf.kind, leaf.level, boxes_of(leaf), leaf.content) for leaf in (one, other))
    return next(shapes) == next(shapes) and mine == theirs


def _boxes(leaf: Leaf) -> tuple[tuple[str, int], ...]:
    return tuple((box.kind, box.number) for box in leaf.boxes)


def _marks(text: Text) -> tuple[tuple[str, int, int, str | None], ...]:
    return tuple((mark.kind, mark.start, mark.end, mark.target) for mark in text.marks)


def _inside(text: Text, edited: Collection[Range]) -> bool:
    span = text.span()
    return any(first <= (span.line, span.column) <= last for first, last in edited)
