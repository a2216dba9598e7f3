"""Columns of tables that some languages have and others lack."""

from collections.abc import Iterator

from engine.alignment.leaves import HEADER, Leaf
from engine.alignment.likeness import of_content
from engine.alignment.records import Alignment
from engine.alignment.sequence import align_sequences
from engine.alignment.told import Lack, deviating, lack

COLUMN = "column"


def missing_columns(alignment: Alignment) -> Iterator[Lack]:
    """The columns that a language lacks, or has alone, by the headers of tables that correspond."""
    for number in range(len(alignment.columns)):
        headers = {page: leaf for page, leaf in alignment.leaves(number) if leaf.kind == HEADER}
        widths = {page: len(leaf.texts) for page, leaf in headers.items()}
        for page, other in deviating(widths):
            yield from _compare(alignment, headers, page, other)


def _compare(alignment: Alignment, headers: dict[int, Leaf], page: int, other: int) -> Iterator[Lack]:
    mine, theirs = headers[page], headers[other]
    own = [alignment.pages[page].reader.whole_text(text) for text in mine.texts]
    their = [alignment.pages[other].reader.whole_text(text) for text in theirs.texts]
    ratio = alignment.ratios[other][page]
    pairs = align_sequences((len(their), len(own)), lambda i, j: of_content(their[i], own[j], ratio))
    fuller, wide, lacking = (other, theirs, page) if len(their) > len(own) else (page, mine, other)
    found = {pair[0] if fuller == other else pair[1] for pair in pairs}
    for index, text in enumerate(wide.texts):
        if index not in found:
            span = mine.span if fuller == other else text.span()
            related = [text.span()] if fuller == other else []
            yield lack(alignment, COLUMN, span, [fuller], [lacking], text.visible, related)
