"""Which bound a number is: "at least 5", "5 or more", "below 5"."""

import functools
import re

from engine.localedata import Locale

KINDS = ("at_least", "more_than", "at_most", "less_than")
"""The word lists of `locale.toml` that say so; `{}` in a phrase stands for the number."""
_AROUND = 40
"""Characters around a number in which the words are looked for."""


def bound_of(locale: Locale, visible: str, start: int, end: int) -> str:
    """The kind of bound that the number at `visible[start:end]` is; empty when no words beside it say so."""
    before, after = _patterns(locale)
    if found := before.search(visible[max(0, start - _AROUND) : start]):
        return str(found.lastgroup)
    if found := after.match(visible[end : end + _AROUND]):
        return str(found.lastgroup)
    return ""


def _patterns(locale: Locale) -> tuple[re.Pattern[str], re.Pattern[str]]:
    phrases = tuple((kind, phrase) for kind in KINDS for phrase in locale.words(kind))
    return _compiled(phrases)


@functools.lru_cache(maxsize=64)
def _compiled(phrases: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    before: dict[str, list[str]] = {}
    after: dict[str, list[str]] = {}
    for kind, phrase in phrases:
        words = r"\s+".join(map(re.escape, phrase.removeprefix("{}").split()))
        (after if phrase.startswith("{}") else before).setdefault(kind, []).append(words)
    return (
        re.compile(rf"(?<!\w)(?:{_alternatives(before)})\s+[€$£]?\s?$", re.IGNORECASE),
        re.compile(rf"\s?%?\s+(?:{_alternatives(after)})(?!\w)", re.IGNORECASE),
    )


def _alternatives(kinds: dict[str, list[str]]) -> str:
    """One named group per kind; of several phrases the longest that fits. Nothing matches where there are none."""
    groups = (f"(?P<{kind}>{'|'.join(sorted(words, key=len, reverse=True))})" for kind, words in kinds.items())
    return "|".join(groups) or "(?!)"
