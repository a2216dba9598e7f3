"""An image that some languages show and others do not.

Why: readers of one language are left without the screenshot or icon that the text speaks of.
Fix: add it to the pages that lack it, or remove it from the others.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from engine.alignment import Comparison
from engine.alignment.leaves import FIGURE, INCLUDE
from engine.alignment.losses import place_before
from engine.checks.telling import Lack, lack
from engine.findings import Finding
from engine.model.spans import Span
from engine.rules import Docs

_NEAR = 2
"""An image of another name so many columns away is the same in another language."""


class _Image(NamedTuple):
    address: str
    target: str
    """As the author wrote it."""
    column: int
    span: Span


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per image and language. Images may bear another name, and stand elsewhere on the page."""
    for comparison in docs.comparisons:
        for found in _compare(comparison):
            yield Finding(
                "S013",
                found.span,
                {"having": found.having, "lacking": found.lacking, "there": found.there},
                found.related,
            )


def _compare(comparison: Comparison) -> Iterator[Lack]:
    alignment = comparison.alignment
    images = _images(comparison)
    counts = [Counter(image.address for image in own) for own in images]
    names = sorted(set().union(*counts))
    # Images whose name other pages do not have as often: one may stand for another.
    spare = [
        [image for image in own if counts[page][image.address] > min(count[image.address] for count in counts)]
        for page, own in enumerate(images)
    ]
    for name in names:
        most = max(count[name] for count in counts)
        having = [page for page, count in enumerate(counts) if count[name] == most]
        lacking = [page for page in range(len(counts)) if page not in having]
        lacking = [page for page in lacking if not _renamed(spare[page], _place(images, name, having, page), name)]
        if not lacking or not having:
            continue
        first = _place(images, name, having, lacking[0])
        if len(having) < len(lacking):
            yield lack(alignment, first.span, having, lacking, first.target, ())
            continue
        for page in lacking:
            place = _place(images, name, having, page)
            leaf = alignment.leaf(place.column, page)
            span = leaf.span if leaf else place_before(alignment, place.column, page)
            yield lack(alignment, span, having, [page], place.target, [place.span])


def _images(comparison: Comparison) -> list[list[_Image]]:
    """The images of every page that stand in nothing that is lost as a whole."""
    alignment = comparison.alignment
    lost = {(loss.having[0], leaf) for loss in comparison.losses if loss.kind != FIGURE for leaf in loss.leaves}
    columns_lost = {
        number for number, column in enumerate(alignment.columns) if any(member in lost for member in enumerate(column))
    }
    found: list[list[_Image]] = [[] for _ in alignment.pages]
    seen: set[tuple[int, int]] = set()
    for number, column in enumerate(alignment.columns):
        for page, leaf in alignment.leaves(number):
            if number in columns_lost or (page, column[page]) in seen:
                continue
            seen.add((page, column[page]))
            if any(box.kind == INCLUDE for box in leaf.boxes):
                continue
            for text in leaf.texts:
                for mark in text.marks:
                    if mark.kind == "image":
                        address = alignment.pages[page].reader.address(mark.target)
                        found[page].append(
                            _Image(address, mark.target or "", number, text.span(mark.start, max(mark.end, mark.start)))
                        )
    return found


def _place(images: list[list[_Image]], name: str, having: list[int], page: int) -> _Image:
    """An image of the name that has no counterpart in the same column of a page."""
    own = Counter((image.address, image.column) for image in images[page])
    candidates = [image for image in images[having[0]] if image.address == name]
    for image in candidates:
        if own[image.address, image.column] == 0:
            return image
        own[image.address, image.column] -= 1
    return candidates[0]


def _renamed(spare: list[_Image], place: _Image, name: str) -> bool:
    for image in spare:
        if image.address != name and abs(image.column - place.column) <= _NEAR:
            spare.remove(image)
            return True
    return False
