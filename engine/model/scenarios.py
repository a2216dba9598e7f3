"""A row of a table of examples: what somebody has, what is wished, and the answer that the page promises."""

import datetime as dt

import msgspec

from engine.model.decisions import Holding, Outcome
from engine.model.spans import Span


class Scenario(msgspec.Struct, frozen=True):
    """One example that a page gives, to be held against the rules."""

    span: Span
    """The row."""
    answer: Span
    """The cell with the answer."""
    language: str
    """BCP 47 tag of the page."""
    text: str
    """What a reader sees of the row, its cells joined by ` | `."""
    holdings: tuple[Holding, ...]
    """Sorted."""
    wish: str
    """The capability."""
    expected: Outcome
    channel: str | None = None
    in_use: int | None = None
    """How many of what is wished are in use already; None where the row does not say."""
    at: dt.date | None = None
    """The day that the example is about."""
