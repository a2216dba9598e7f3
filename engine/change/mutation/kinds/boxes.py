"""Alerts and tabs: gone, or of another kind."""

import re
from collections.abc import Iterator
from random import Random

from engine.change.mutation.cutting import bounds, stands_alone, without_lines
from engine.change.mutation.edits import Edit
from engine.change.mutation.manuscript import Manuscript
from engine.change.mutation.records import Change
from engine.pages.blocks import Alert, Tabs

_MARKER = re.compile(r">[> \t]*\[!(\w+)\]")
_BREAK = re.compile(r"\s*(?:[-*_][ \t]*){3,}|\s*")
_KINDS = ("NOTE", "TIP", "WARNING", "CAUTION", "IMPORTANT")


def alert_dropped(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """A note, tip or warning is gone."""
    for spot in manuscript.spots:
        if isinstance(spot.thing, Alert) and stands_alone(manuscript.file, spot.thing.span):
            span = spot.thing.span
            yield Change(span, (without_lines(manuscript.file, span.line, span.end_line),))


def alert_kind_changed(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """A note became a warning, or the like."""
    for spot in manuscript.spots:
        if isinstance(spot.thing, Alert):
            start, _ = bounds(manuscript.file, spot.thing.span)
            marker = _MARKER.match(manuscript.file.text, start)
            if marker:
                new = random.choice([kind for kind in _KINDS if kind.lower() != spot.thing.kind])
                yield Change(spot.thing.span, (Edit(*marker.span(1), new),))


def tab_dropped(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """One of several tabs is gone with what it holds."""
    for spot in manuscript.spots:
        if isinstance(spot.thing, Tabs) and len(spot.thing.tabs) > 1:
            for tab in spot.thing.tabs:
                last = tab.span.end_line
                # The break that ends the group belongs to the tabs that stay.
                while _BREAK.fullmatch(manuscript.file.line(last)):
                    last -= 1
                if stands_alone(manuscript.file, tab.span) and last >= tab.span.line:
                    yield Change(tab.span, (without_lines(manuscript.file, tab.span.line, last),))
