"""A box that is a note in one language and a warning in another.

Why: readers of one language take a danger for a remark, or a remark for a danger.
Fix: find out how grave it is, and give it that kind everywhere.
"""

from collections.abc import Iterator

from engine.alignment.boxes import corresponding_boxes
from engine.alignment.leaves import ALERT
from engine.checks.telling import deviating, difference
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per box and language that deviates from the kind that most languages have."""
    for comparison in docs.comparisons:
        alignment = comparison.alignment
        for members in corresponding_boxes(alignment, ALERT):
            boxes = {page: box for page, (_, box) in members.items() if box is not None}
            for page, other in deviating({page: box.label for page, box in boxes.items()}):
                here, there = (page, boxes[page].span, boxes[page].label), (other, boxes[other].label)
                found = difference(alignment, here, there, [boxes[other].span])
                yield Finding(
                    "S012",
                    found.span,
                    {"language": found.language, "here": found.here, "other": found.other, "there": found.there},
                    found.related,
                )
