"""One difference between what two languages state on the same page."""

import enum

import msgspec

from engine.model.spans import Span
from engine.model.statements import Statement
from engine.rules.page_reading import Silent


class Sort(enum.Enum):
    """How sure a difference is, and what it is about."""

    DIFFERS = enum.auto()
    """Both state something, and not the same."""
    MISSING = enum.auto()
    """One states nothing of it."""
    ALONE = enum.auto()
    """Fewer languages state it than do not."""
    FRONT_MATTER = enum.auto()
    """One lacks the key."""
    REMARK = enum.auto()
    """A remark that decides nothing differs or is missing."""
    UNREAD = enum.auto()
    """One may state it in a sentence that is not read."""


class Difference(msgspec.Struct, frozen=True):
    """What one language says otherwise than another."""

    sort: Sort
    page: str
    language: str
    span: Span
    """In that language: what differs, what is not read, or where one would look for what is missing."""
    here: Statement | None
    """What it states; None where it states nothing of this."""
    other: str
    there: tuple[Statement, ...]
    """What the other language states."""
    unread: Silent | None = None
    lacking: tuple[str, ...] = ()
    """For what few state: the languages that do not."""
