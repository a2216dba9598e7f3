"""A box that is a note in one language and a warning in another.

Why: readers of one language take a danger for a remark, or a remark for a danger.
Fix: find out how grave it is, and give it that kind everywhere.
"""

from collections.abc import Iterator

from engine.alignment.boxes import corresponding_boxes
from engine.alignment.leaves import ALERT
from engine.checks.structure.telling import deviating, quoted
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per box and language that deviates from the kind that most languages have."""
    for comparison in docs.comparisons:
        alignment = comparison.alignment
        for members in corresponding_boxes(alignment, ALERT):
            boxes = {page: box for page, (_, box) in members.items() if box is not None}
            for page, other in deviating({page: box.label for page, box in boxes.items()}):
                arguments = {
                    "here": boxes[page].label,
                    "language": alignment.pages[page].language,
                    "there": boxes[other].label,
                    "other": alignment.pages[other].language,
                }
                yield Finding("S012", boxes[page].span, arguments, quoted(alignment, [boxes[other].span]))
