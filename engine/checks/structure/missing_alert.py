"""A note, tip or warning box that some languages have and others lack, with its text or around it.

Why: readers of one language are not warned.
Fix: add it to the pages that lack it, or remove it from the others.
"""

from collections.abc import Iterator

from engine.alignment import Alignment
from engine.alignment.boxes import corresponding_boxes
from engine.alignment.leaves import ALERT
from engine.checks.telling import Lack, lack, lacks
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per box and language, be it that the text is lost or that it stands there without a box."""
    for comparison in docs.comparisons:
        for found in _without_box(comparison.alignment):
            yield _finding(found)
    for found in lacks(docs, ALERT):
        yield _finding(found)


def _finding(found: Lack) -> Finding:
    return Finding(
        "S011",
        found.span,
        {"having": found.having, "lacking": found.lacking, "there": found.there},
        found.related,
    )


def _without_box(alignment: Alignment) -> Iterator[Lack]:
    for members in corresponding_boxes(alignment, ALERT):
        having = [page for page, (_, box) in members.items() if box is not None]
        lacking = [page for page, (_, box) in members.items() if box is None]
        there, _ = members[having[0]]
        if len(having) < len(lacking):
            yield lack(alignment, there.span, having, lacking, there.visible, ())
            continue
        for page in lacking:
            spans = [members[other][0].span for other in having]
            yield lack(alignment, members[page][0].span, having, [page], there.visible, spans)
