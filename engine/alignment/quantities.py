"""The numbers that a text states, by value.

A notation may be read in several ways ("20.000" is twenty thousand, or twenty with three decimals): two numbers agree
when one reading of theirs does. Clock times, dial codes, fractions and digits within names are no quantities.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from engine.alignment.units import month_words, unit_words

_GROUPED = r"\d{1,3}(?:[\u00a0\u202f '’]\d{3})+(?:[.,]\d+)?(?![\d])"
_NUMBER = re.compile(rf"{_GROUPED}|\d+(?:[.,:/-]\d+)*")
_DATE = re.compile(r"(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2})")
_PLAIN = re.compile(r"\d+")
_DECIMAL = re.compile(r"(\d+)[.,](\d+)")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f '’]\d{3})+")
_RANGE = re.compile(r"(\d+)-(\d+)")
_WORD = re.compile(r"[\u00a0\u202f ]?([^\W\d_]+|[%€$£])")
_LAST_WORD = re.compile(r"([^\W\d_]+)\.?,? $")
_LONGEST_MONTH = 20
_HALF_DAY = frozenset(("am", "pm"))
_THOUSAND = frozenset(("k", "K"))


class Quantity(msgspec.Struct, frozen=True):
    """A number in a text."""

    values: frozenset[Fraction]
    """The readings of its notation."""
    unit: str
    """Language-neutral; empty when none is known."""
    start: int
    end: int
    """Its place in the text, the unit left out."""
    kind: str = "number"
    """`number`, `date` or `month`."""


def quantities(visible: str, language: str) -> tuple[Quantity, ...]:
    """The quantities of a text, in order."""
    if not any(map(str.isdigit, visible)):
        return ()
    return tuple(_read(visible, language))


def _read(visible: str, language: str) -> Iterator[Quantity]:
    months: set[int] = set()
    for found in _NUMBER.finditer(visible):
        text, start, end = found.group(), found.start(), found.end()
        before = visible[start - 1] if start else ""
        if before.isalpha() or before in ("_", "#", ".") or visible[end : end + 1] == "_":
            continue
        if visible[:start].rstrip().endswith("+"):
            continue
        if _DATE.fullmatch(text):
            parts = frozenset(Fraction(part) for part in _PLAIN.findall(text))
            yield Quantity(parts, "", start, end, "date")
            continue
        if between := _RANGE.fullmatch(text):
            yield Quantity(frozenset((Fraction(between[1]),)), "", start, start + len(between[1]))
            start, text = start + len(between[1]) + 1, between[2]
        values = frozenset(_values(text))
        after = _WORD.match(visible, end)
        word = after[1] if after else ""
        close = bool(after) and after is not None and after.start(1) == end
        if not values or word.lower() in _HALF_DAY:
            continue
        unit = _unit(word, language)
        if close and word in _THOUSAND:
            values = frozenset(value * 1000 for value in values)
        elif close and not unit and word.isalpha():
            # Digits within a name: 3D, 1st, 64bit.
            continue
        if not unit and before in "€$£" and before:
            unit = _unit(before, language)
        yield Quantity(values, unit, start, end)
        month, place = _month(visible, start, after, language)
        if month and place not in months:
            months.add(place)
            yield Quantity(frozenset((Fraction(month),)), "", start, end, "month")


def _values(text: str) -> Iterator[Fraction]:
    if _PLAIN.fullmatch(text):
        yield Fraction(text)
        return
    if _THOUSANDS.fullmatch(text):
        yield Fraction("".join(_PLAIN.findall(text)))
    if decimal := _DECIMAL.fullmatch(text):
        yield Fraction(f"{decimal[1]}.{decimal[2]}")
    elif (parts := re.split(r"[.,](?=\d+$)", text)) and len(parts) == 2 and _THOUSANDS.fullmatch(parts[0]):
        yield Fraction(f"{''.join(_PLAIN.findall(parts[0]))}.{parts[1]}")


def _unit(word: str, language: str) -> str:
    words = unit_words(language)
    return words.get(word) or words.get(word.lower(), "")


def _month(visible: str, start: int, after: re.Match[str] | None, language: str) -> tuple[int, int]:
    """The month named beside a number, and where; 0 when none is."""
    months = month_words(language)
    if after is not None and (number := months.get(after[1].lower(), 0)):
        return number, after.start(1)
    before = _LAST_WORD.search(visible[max(0, start - _LONGEST_MONTH) : start])
    if before is None:
        return 0, 0
    return months.get(before[1].lower(), 0), max(0, start - _LONGEST_MONTH) + before.start(1)
