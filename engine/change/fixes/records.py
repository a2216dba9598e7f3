"""One fix."""

import msgspec

from engine.model.spans import Span


class Fix(msgspec.Struct, frozen=True, order=True):
    """A replacement at a place of a source file."""

    span: Span
    found: str
    """What must stand there for the fix to be made."""
    replacement: str
    code: str
    """The code of the finding that it mends."""
