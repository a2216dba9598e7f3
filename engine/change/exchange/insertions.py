"""Blocks that a translation lacks, put behind the block before them, as the original has them.

Whether that is the right place is not guessed: the page is read again, and must have just this block more, of the kind
and in the boxes that it has in the original.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from engine.alignment.leaves import HEADER, ITEM, ROW, STEP, Leaf
from engine.change.exchange.edits import Edit, applied, as_source
from engine.change.exchange.entries import Entry, Side
from engine.change.exchange.pages import PageExchange
from engine.change.exchange.passages import Passage
from engine.change.exchange.shape import boxes_of, says_the_same, shape_of
from engine.change.freshness.units import Said
from engine.change.mutation.filetext import FileText

_TIGHT = (ROW, ITEM, STEP)
"""Blocks that follow each other line by line."""
_QUOTE = re.compile(r"[ ]{0,3}>[ >]*")


def insertion(
    found: PageExchange, language: str, file: FileText, original: FileText, texts: Mapping[int, tuple[Entry, str]]
) -> Edit | None:
    """One block as an edit of the page.

    Args:
        found: the page.
        language: the tag of the translation.
        file: the page's file.
        original: the file that the block is translated from.
        texts: cell -> the entry with the source text of its translation, for every cell of the block.
    Returns:
        None where the page has nothing before the block, or the block is put together from several.
    """
    first = next(entry for entry, _ in texts.values())
    before = _before(found, language, first.unit)
    said = found.known[first.unit].unit.said[first.of]
    if before is None:
        return None
    edits: list[Edit] = []
    for entry, text in texts.values():
        place = entry.source_place
        written = place.source(text) if isinstance(place, Passage) else None
        if not isinstance(place, Passage) or written is None:
            return None
        edits.append(Edit(original.offset(*place.first), original.offset(*place.last), written, entry))
    start, end = original.starts[said.span.line - 1], original.line_end(said.span.end_line)
    block = applied(original.text[:end], edits)[start:]
    kind, last, place_before = found.known[first.unit].unit.kind, before[0], before[1]
    ending = _ending(file)
    tight = kind in _TIGHT and (last == kind or (kind == ROW and last == HEADER))
    line = place_before.span.end_line + (1 if kind == ROW and last == HEADER else 0)
    offset = file.line_end(line)
    # A blank line within a quote or an alert has its marker, too.
    quote = _QUOTE.match(block)
    blank = quote[0].rstrip() if quote and file.line(line).lstrip().startswith(">") else ""
    lines = block.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Edit(offset, offset, (ending if tight else ending + blank + ending) + ending.join(lines), first)


def _before(found: PageExchange, language: str, unit: int) -> tuple[str, Said] | None:
    """The kind and the place of the nearest block before, that stands in the page itself."""
    for known in reversed(found.known[:unit]):
        said = known.unit.said.get(language)
        if said is not None and said.span.path == found.path:
            return known.unit.kind, said
    return None


def _ending(file: FileText) -> str:
    line = file.text[file.line_end(1) : file.starts[1]] if len(file.starts) > 1 else ""
    return line or "\n"


def fits(root: Path, found: PageExchange, side: Side, file: FileText, edits: Sequence[Edit], new: Edit) -> bool:
    """Whether with one insertion more the page has just this block more, at the place that it has in the original.

    Args:
        root: the docs folder.
        found: the page.
        side: its file.
        file: the same as text.
        edits: what is changed already.
        new: the insertion.
    """
    entry = new.entry
    assert entry is not None  # noqa: S101 - every insertion has one
    before, after = (
        shape_of(root, as_source(side.source.path, file, text), side.writer.folder, side.language)[1]
        for text in (applied(file.text, edits), applied(file.text, [*edits, new]))
    )
    theirs = found.sides[entry.of]
    original = shape_of(root, theirs.source, theirs.writer.folder, theirs.language)[1]
    place = found.known[entry.unit].unit.said[entry.of].span
    wanted = next((leaf for leaf in original if leaf.span == place), None)
    if wanted is None or len(after) != len(before) + 1:
        return False
    at = next(
        (n for n, (one, other) in enumerate(zip(before, after, strict=False)) if not says_the_same(one, other)),
        len(before),
    )
    rest = all(says_the_same(one, other) for one, other in zip(before[at:], after[at + 1 :], strict=True))
    return rest and _like(wanted, after[at])


def _like(one: Leaf, other: Leaf) -> bool:
    return (one.kind, one.level, len(one.texts), boxes_of(one)) == (
        other.kind, other.level, len(other.texts), boxes_of(other),
    )  # fmt: skip
