"""What a row of the table of codes is."""

import msgspec

ERROR = "error"
"""Certain to mislead a reader."""
WARNING = "warning"
"""Likely to mislead, or incomplete."""
NOTE = "note"
"""Worth knowing; harmless to a reader."""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a message for extraction; it is translated when it is shown."""
    return message


class Code(msgspec.Struct, frozen=True):
    """One kind of finding: its name, how grave it is, what it says, how to mend it and why it matters."""

    code: str
    name: str
    severity: str
    message: str
    help: str
    """How to mend it; begins with a verb."""
    why: str = ""
    """Why it matters to readers; a sentence in the manner of a message."""
