"""Numbers and days as CLDR writes them in a language; plainly where CLDR does not know it."""

import datetime as dt

from babel import Locale as CldrLocale
from babel import UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal


def written_number(tag: str, number: int) -> str:
    """A whole number: `1 200` in Swedish, `1.200` in German."""
    known = _known(tag)
    return str(number) if known is None else format_decimal(number, locale=known)


def written_day(tag: str, day: dt.date) -> str:
    """A day in words: `30 juni 2026` in Swedish; as ISO 8601 has it where CLDR does not know the language."""
    known = _known(tag)
    return day.isoformat() if known is None else format_date(day, "long", locale=known)


def _known(tag: str) -> CldrLocale | None:
    try:
        return CldrLocale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
