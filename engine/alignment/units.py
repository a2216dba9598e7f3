"""Words for units and months in a language, from CLDR."""

import functools
import re
from collections.abc import Mapping

from babel import Locale, UnknownLocaleError
from babel.units import format_unit

_SYMBOLS = {
    "%": "percent",
    **{prefix + ending: prefix.upper() + "B" for prefix in "kKMGT" for ending in ("B", "iB")},
    "px": "px",
    "pt": "pt",
    "cm": "cm",
    "mm": "mm",
    "km": "km",
    "kg": "kg",
    "ms": "ms",
    "€": "EUR",
    "$": "USD",
    "£": "GBP",
}
"""Signs that no language translates."""
_UNITS = {
    "duration-second": "second",
    "duration-minute": "minute",
    "duration-hour": "hour",
    "duration-day": "day",
    "duration-week": "week",
    "duration-month": "month",
    "duration-year": "year",
    "concentr-percent": "percent",
    "digital-kilobyte": "KB",
    "digital-megabyte": "MB",
    "digital-gigabyte": "GB",
}
_WORDS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"[\d\s]+")


@functools.cache
def unit_words(language: str) -> Mapping[str, str]:
    """Word or sign, in lower case where it is a word -> unit: `minuter` -> `minute`, `%` -> `percent`."""
    words = dict(_SYMBOLS)
    locale = _locale(language)
    if locale is not None:
        for id, unit in _UNITS.items():
            for count in (1, 2):
                written = format_unit(count, id, length="long", locale=locale)
                words.setdefault(_DIGITS.sub("", written).lower(), unit)
    return words


@functools.cache
def month_words(language: str) -> Mapping[str, int]:
    """Name of a month, in lower case -> its number."""
    locale = _locale(language)
    if locale is None:
        return {}
    return {
        name.lower().rstrip("."): number
        for width in ("wide", "abbreviated")
        for number, name in locale.months["format"][width].items()
    }


@functools.cache
def territory_words(language: str) -> Mapping[str, str]:
    """Name of a country -> its code."""
    locale = _locale(language)
    if locale is None:
        return {}
    return {name: code for code, name in locale.territories.items() if code.isalpha() and len(code) == 2}


def territories(visible: str, language: str) -> frozenset[str]:
    """The countries that a text names, by code."""
    words = territory_words(language)
    return frozenset(words[word] for word in _WORDS.findall(visible) if word in words)


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
