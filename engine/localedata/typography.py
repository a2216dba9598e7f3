"""How a language is set, as CLDR has it."""

from babel import Locale as Cldr
from babel import UnknownLocaleError

NO_BREAK_SPACE = "\u00a0"
SPACES = (" ", NO_BREAK_SPACE, "\u202f")
"""What may stand before a percent sign: the plain space, and the two that keep it with its number."""


def percent_is_apart(tag: str) -> bool | None:
    """Whether a space stands between a number and `%`.

    Args:
        tag: BCP 47.
    Returns:
        None for a language that CLDR does not know.
    """
    try:
        pattern = Cldr.parse(tag, sep="-").percent_formats[None].pattern
    except (UnknownLocaleError, ValueError):
        return None
    return any(space in str(pattern) for space in SPACES)
