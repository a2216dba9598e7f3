"""Columns of tables that some languages have and others lack."""

from collections.abc import Iterator, Sequence

from engine.alignment.leaves import HEADER, ROW, TABLE, Leaf
from engine.alignment.likeness import of_content
from engine.alignment.records import Alignment
from engine.alignment.sequence import align_sequences
from engine.alignment.told import Lack, deviating, lack
from engine.alignment.traits import Traits

COLUMN = "column"

_ASKED = 8
"""Rows by which columns are compared, besides the header."""


def missing_columns(alignment: Alignment) -> Iterator[Lack]:
    """The columns that a language lacks, or has alone, of tables that correspond."""
    for number in range(len(alignment.columns)):
        headers = {page: leaf for page, leaf in alignment.leaves(number) if leaf.kind == HEADER}
        widths = {page: len(leaf.texts) for page, leaf in headers.items()}
        for page, other in deviating(widths):
            wide, narrow = (page, other) if widths[page] > widths[other] else (other, page)
            like_wide = [each for each in widths if widths[each] == widths[wide]]
            like_narrow = [page] if narrow == page else [each for each in widths if widths[each] == widths[narrow]]
            for index in _without_counterpart(alignment, [number, *_rows(alignment, number, wide)], wide, narrow):
                text = headers[wide].texts[index]
                if narrow == page:
                    spans = [headers[each].texts[index].span() for each in like_wide]
                    yield lack(alignment, COLUMN, headers[page].span, like_wide, like_narrow, text.visible, spans)
                else:
                    yield lack(alignment, COLUMN, text.span(), [page], like_narrow, text.visible)


def _rows(alignment: Alignment, header: int, page: int) -> list[int]:
    """The columns of the alignment that hold the first rows of a table."""
    head = alignment.leaf(header, page)
    box = head.box(TABLE) if head else None
    found: list[int] = []
    for number in range(header + 1, len(alignment.columns)):
        leaf = alignment.leaf(number, page)
        if leaf is not None and (leaf.kind != ROW or leaf.box(TABLE) != box or len(found) == _ASKED):
            break
        found.append(number)
    return found


def _without_counterpart(alignment: Alignment, rows: Sequence[int], wide: int, narrow: int) -> Iterator[int]:
    """The columns of the wider table that the narrower one lacks, by what stands in them."""
    both = [(alignment.leaf(row, wide), alignment.leaf(row, narrow)) for row in rows]
    pairs = [(one, other) for one, other in both if one is not None and other is not None]
    sizes = tuple(min(len(leaf.texts) for leaf in leaves) for leaves in zip(*pairs, strict=True))
    ratio = alignment.ratios[wide][narrow]

    def score(i: int, j: int) -> float:
        cells = ((_cell(alignment, wide, one, i), _cell(alignment, narrow, other, j)) for one, other in pairs)
        return sum(of_content(one, other, ratio) for one, other in cells) / len(pairs)

    found = {i for i, _ in align_sequences((sizes[0], sizes[1]), score)}
    yield from (index for index in range(sizes[0]) if index not in found)


def _cell(alignment: Alignment, page: int, leaf: Leaf, index: int) -> Traits:
    return alignment.pages[page].reader.whole_text(leaf.texts[index])
