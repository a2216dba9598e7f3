"""Boxes for notes, tips and warnings: those that one language leaves out around a text, and those of another kind."""

from collections.abc import Iterator

from engine.alignment.boxes import corresponding_boxes
from engine.alignment.leaves import ALERT
from engine.alignment.records import Alignment
from engine.alignment.told import Difference, Lack, deviating, difference, lack

ALERT_KIND = "alert kind"
UNBOXED = "unboxed"


def missing_alerts(alignment: Alignment) -> Iterator[Lack]:
    """The boxes that stand around a text in some languages, where others have the text without a box."""
    for members in corresponding_boxes(alignment, ALERT):
        having = [page for page, (_, box) in members.items() if box is not None]
        lacking = [page for page, (_, box) in members.items() if box is None]
        there, _ = members[having[0]]
        if len(having) < len(lacking):
            yield lack(alignment, UNBOXED, there.span, having, lacking, there.visible)
            continue
        for page in lacking:
            spans = [members[other][0].span for other in having]
            yield lack(alignment, UNBOXED, members[page][0].span, having, [page], there.visible, spans)


def alert_kinds(alignment: Alignment) -> Iterator[Difference]:
    """The boxes that are of another kind than in most languages."""
    for members in corresponding_boxes(alignment, ALERT):
        boxes = {page: box for page, (_, box) in members.items() if box is not None}
        for page, other in deviating({page: box.label for page, box in boxes.items()}):
            here, there = (page, boxes[page].span, boxes[page].label), (other, boxes[other].label)
            yield difference(alignment, ALERT_KIND, here, there, [boxes[other].span])
