"""The same page in N languages -> columns of leaves that correspond."""

import math
from collections import Counter
from collections.abc import Callable, Collection, Sequence

from engine.alignment.leaves import CODE, HEADER, HEADING, ROW, Leaf, include_targets, page_leaves
from engine.alignment.likeness import likeness, of_lengths
from engine.alignment.records import NONE, AlignablePage, AlignedPage, Alignment, Move
from engine.alignment.refine import join_split_leaves, pair_rewordings, relocate_leaves
from engine.alignment.sequence import align_sequences
from engine.alignment.sliding import slide_gaps
from engine.alignment.traits import Reader, length_of
from engine.model.spans import Span

_ASKED = 3
"""How many members of a column a leaf is compared with."""
DOUBTFUL = -2.0
"""Lengths that say so are looked into."""
_UNDER = 0.4
_MOST_UNDER = 2.5
"""How much, and at most, the leaf under a heading says of it."""
_UNLIKE = 5
_UNKNOWN = 6
_USUAL = 0.25
"""Beyond this, the lengths of whole pages say nothing about their languages."""


def align(pages: Sequence[AlignablePage], quote: Callable[[Span], str] = lambda span: "") -> Alignment:
    """Find what corresponds in the languages of one page.

    The same pages give the same result, in whatever order they come.

    Args:
        pages: at least one page; all have one key, and each another language. No redirect stubs.
        quote: gives the source text of a span, for findings.
    """
    given = sorted(pages, key=lambda each: each.page.language)
    languages = frozenset(tag.lower() for each in given for tag in (each.page.language, each.page.folder))
    readers = [Reader(each.page, each.grammar, languages) for each in given]
    closed = _closed_includes(given, readers)
    aligned: list[AlignedPage] = []
    for each, reader in zip(given, readers, strict=True):
        own = {target for target in include_targets(each.page.blocks) if reader.address(target) in closed}
        leaves = page_leaves(each.page, own)
        length = sum(length_of(leaf.visible) for leaf in leaves)
        aligned.append(AlignedPage(each.page, each.grammar, leaves, reader, math.log(length + 1)))
    columns = _columns(aligned)
    ratios = [[_ratio(one, other) for other in aligned] for one in aligned]
    moves: list[tuple[int, int]] = []
    if any(NONE in column for column in columns):
        slide_gaps(aligned, columns, lambda column, page, leaf: _fit(aligned, columns[column], page, leaf))
        join_split_leaves(aligned, columns, ratios)
        pair_rewordings(aligned, columns, ratios)
        moves = relocate_leaves(aligned, columns, ratios)
    kept = [number for number, column in enumerate(columns) if any(leaf != NONE for leaf in column)]
    place = {number: index for index, number in enumerate(kept)}
    return Alignment(
        key=given[0].page.key,
        pages=tuple(aligned),
        columns=tuple(tuple(columns[number]) for number in kept),
        moves=tuple(Move(place[one], place[other]) for one, other in moves),
        ratios=tuple(map(tuple, ratios)),
        quote=quote,
    )


def _closed_includes(given: Sequence[AlignablePage], readers: Sequence[Reader]) -> Collection[str]:
    """Neutral addresses of the includes that all pages have equally often: they are compared where they stand."""
    counts = [
        Counter(map(reader.address, include_targets(each.page.blocks)))
        for each, reader in zip(given, readers, strict=True)
    ]
    return {address for address, count in counts[0].items() if all(other[address] == count for other in counts)}


def _columns(pages: Sequence[AlignedPage]) -> list[list[int]]:
    shapes = [tuple((leaf.kind, leaf.level, page.reader.targets(leaf)) for leaf in page.leaves) for page in pages]
    common = Counter(shapes)
    # The most usual shape first: what follows is compared with it.
    order = sorted(range(len(pages)), key=lambda i: (-common[shapes[i]], i))
    first = order[0]
    columns = [[NONE] * len(pages) for _ in pages[first].leaves]
    for index, column in enumerate(columns):
        column[first] = index
    placed = [first]
    for index in order[1:]:
        twin = next((p for p in placed if shapes[p] == shapes[index] and _plausible(pages[p], pages[index])), None)
        if twin is not None:
            for column in columns:
                column[index] = column[twin]
        else:
            columns = _joined(pages, columns, index)
        placed.append(index)
    return columns


def _plausible(one: AlignedPage, other: AlignedPage) -> bool:
    """Whether leaves of two pages of one shape may well correspond as they stand."""
    ratio = _ratio(one, other)
    return all(_alike(one, mine, other, theirs, ratio) for mine, theirs in zip(one.leaves, other.leaves, strict=True))


def _alike(one: AlignedPage, mine: Leaf, other: AlignedPage, theirs: Leaf, ratio: float) -> bool:
    """A quick look at two leaves."""
    if mine.kind != theirs.kind or mine.level != theirs.level:
        return False
    if mine.kind in (ROW, HEADER, CODE):
        return likeness(one.reader.traits(mine), other.reader.traits(theirs), ratio) >= 0
    return of_lengths(length_of(mine.visible), length_of(theirs.visible), ratio) >= DOUBTFUL


def _ratio(one: AlignedPage, other: AlignedPage) -> float:
    """How much longer the texts of the other page usually are.

    Less is known of it, the fewer parts there are and the more one page lacks.
    """
    parts = len(one.leaves), len(other.leaves)
    alike = 1 - _UNLIKE * abs(parts[0] - parts[1]) / max(1, *parts)
    known = min(parts) / (min(parts) + _UNKNOWN)
    return max(-_USUAL, min(_USUAL, other.size - one.size)) * max(0.0, alike) * known


def _fit(pages: Sequence[AlignedPage], column: Sequence[int], page: int, leaf: int) -> float:
    """How well a leaf fits what the other pages have in a column, on average."""
    traits = pages[page].reader.traits(pages[page].leaves[leaf])
    scores = [
        likeness(pages[other].reader.traits(pages[other].leaves[theirs]), traits, _ratio(pages[other], pages[page]))
        for other, theirs in enumerate(column)
        if theirs != NONE and other != page
    ]
    return sum(scores) / len(scores) if scores else 0.0


def _joined(pages: Sequence[AlignedPage], columns: list[list[int]], index: int) -> list[list[int]]:
    """The columns with one page more."""
    page = pages[index]
    members = [
        [(i, pages[i].leaves[leaf], leaf) for i, leaf in enumerate(column) if leaf != NONE][:_ASKED]
        for column in columns
    ]
    ratios = [_ratio(other, page) for other in pages]

    def score(column: int, leaf: int) -> float:
        mine, below = page.leaves[leaf], page.leaves[leaf + 1 : leaf + 2]
        traits = page.reader.traits(mine)
        total = 0.0
        for i, other, number in members[column]:
            total += likeness(pages[i].reader.traits(other), traits, ratios[i])
            if mine.kind == other.kind == HEADING and below and number + 1 < len(pages[i].leaves):
                # Headings are short: what they stand over says more.
                theirs = pages[i].reader.traits(pages[i].leaves[number + 1])
                under = likeness(theirs, page.reader.traits(below[0]), ratios[i])
                total += _UNDER * max(-_MOST_UNDER, min(_MOST_UNDER, under))
        return total / len(members[column])

    def alike(column: int, leaf: int) -> bool:
        i, other, _ = members[column][0]
        return _alike(pages[i], other, page, page.leaves[leaf], ratios[i])

    keys = (
        [_key(pages[column[0][0]], column[0][1]) for column in members],
        [_key(page, leaf) for leaf in page.leaves],
    )
    pairs = align_sequences((len(columns), len(page.leaves)), score, keys, alike)
    joined: list[list[int]] = []
    done = 0
    at = 0
    for column, leaf in [*pairs, (len(columns), len(page.leaves))]:
        joined += columns[at:column]
        for extra in range(done, leaf):
            joined.append([NONE] * len(pages))
            joined[-1][index] = extra
        if column < len(columns):
            columns[column][index] = leaf
            joined.append(columns[column])
        at, done = column + 1, leaf + 1
    return joined


def _key(page: AlignedPage, leaf: Leaf) -> object:
    """What names a leaf in any language; None where nothing does."""
    if leaf.kind == ROW and (name := page.reader.traits(leaf).first_id):
        return (leaf.kind, name)
    targets = tuple(target for target in page.reader.targets(leaf) if target[1] != "#")
    return (leaf.kind, targets) if targets else None
