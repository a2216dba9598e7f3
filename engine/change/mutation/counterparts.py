"""Where other languages have what stands at a place: the same file, and in it the thing with the same address.

Pages of different languages may differ already, so the siblings are counted from the start and from the end: what
stands before a difference is found one way, what stands behind it the other. Nothing here looks at words, and nothing
is shared with the checks, so that a check is not judged by itself.
"""

from collections.abc import Iterator, Sequence

from engine.change.mutation.manuscript import Manuscript
from engine.change.mutation.walk import Node, children, covers, sections
from engine.model.spans import Span
from engine.pages.blocks import Include


def counterparts(manuscript: Manuscript, others: Sequence[Manuscript], span: Span) -> tuple[Span, ...]:
    """The places in other languages that belong to a place.

    Args:
        manuscript: the file that holds the place.
        others: the same file in other languages.
        span: the place, in the file as it is.
    """
    found: dict[Span, None] = {}
    for other in others:
        for place in (*_in_front_matter(manuscript, other, span), *_in_body(manuscript, other, span)):
            found.setdefault(place)
    return tuple(found)


def _in_front_matter(manuscript: Manuscript, other: Manuscript, span: Span) -> Iterator[Span]:
    if manuscript.is_page and other.is_page:
        for key, line in manuscript.page.front_matter_lines.items():
            there = other.page.front_matter_lines.get(key)
            if line == span.line and there is not None:
                yield Span(other.path, there, 1, there, len(other.file.line(there)) + 1)


def _in_body(manuscript: Manuscript, other: Manuscript, span: Span) -> Iterator[Span]:
    holding = [spot for spot in manuscript.spots if covers(spot.thing.span, span)]
    if not holding:
        return
    innermost = holding[-1]
    own: Sequence[Node] = sections(manuscript.blocks)
    there: list[Sequence[Node]] = [sections(other.blocks)]
    line = [*innermost.parents, innermost.thing]
    for node, number in zip(line, innermost.address, strict=True):
        same = [
            match
            for siblings in there
            for index in {number, len(siblings) - len(own) + number}
            if 0 <= index < len(siblings) and type(match := siblings[index]) is type(node)
        ]
        own, there = children(node), [children(match) for match in same]
    for match in same:
        if not isinstance(match, tuple):
            yield match.span
        if isinstance(match, Include):
            # What stands there for a reader is the text of another file.
            yield from (block.span for block in match.blocks)
