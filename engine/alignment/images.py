"""Images that some languages show and others do not."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.alignment.leaves import FIGURE, INCLUDE
from engine.alignment.losses import Loss, place_before
from engine.alignment.records import AlignedPage, Alignment
from engine.alignment.told import Lack, lack
from engine.model.spans import Span

IMAGE = "image"

_NEAR = 2
"""An image of another name so many columns away is the same in another language."""


class _Image(NamedTuple):
    address: str
    target: str
    """As the author wrote it."""
    column: int
    span: Span


def missing_images(alignment: Alignment, lost: Sequence[Loss]) -> Iterator[Lack]:
    """The images that a language lacks, but for those in what it lacks as a whole.

    Images may bear another name, and stand elsewhere on the page.
    """
    images = _images(alignment, lost)
    counts = [Counter(image.address for image in own) for own in images]
    anywhere = [_everywhere(page) for page in alignment.pages]
    names = sorted(set().union(*counts))
    # Images whose name other pages do not have as often: one may stand for another.
    spare = [
        [image for image in own if counts[page][image.address] > min(count[image.address] for count in counts)]
        for page, own in enumerate(images)
    ]
    for name in names:
        most = max(count[name] for count in counts)
        having = [page for page, count in enumerate(counts) if count[name] == most]
        lacking = [page for page in range(len(counts)) if page not in having and anywhere[page][name] < most]
        lacking = [page for page in lacking if not _renamed(spare[page], _place(images, name, having, page), name)]
        if not lacking or not having:
            continue
        first = _place(images, name, having, lacking[0])
        if len(having) < len(lacking):
            yield lack(alignment, IMAGE, first.span, having, lacking, first.target)
            continue
        for page in lacking:
            place = _place(images, name, having, page)
            leaf = alignment.leaf(place.column, page)
            span = leaf.span if leaf else place_before(alignment, place.column, page)
            yield lack(alignment, IMAGE, span, having, [page], place.target, [place.span])


def _everywhere(page: AlignedPage) -> Counter[str]:
    """How often a page shows each image, includes and what other pages lack counted in."""
    marks = (mark for leaf in page.leaves for text in leaf.texts for mark in text.marks if mark.kind == "image")
    return Counter(page.reader.address(mark.target) for mark in marks)


def _images(alignment: Alignment, losses: Sequence[Loss]) -> list[list[_Image]]:
    """The images of every page that stand in nothing that is lost as a whole."""
    lost = {(loss.having[0], leaf) for loss in losses if loss.kind != FIGURE for leaf in loss.leaves}
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
