"""Front matter of the same page in several languages, and which keys are meant to agree: learnt from the tree.

A key is neutral when its value is the same in all languages on nearly every page. Titles, dates of translations and
the names of authors are not, however often they agree by chance. Keys that state availability belong to the rules.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from engine.checks.once import once
from engine.model.rules import Available
from engine.model.spans import Span
from engine.pages.blocks import Page
from engine.rules import Docs

_AGREEING = 0.98
"""Share of the compared pages on which a neutral key has one value."""
_SLIPS = 1
"""Pages that may depart from the others however few there are."""
_ENOUGH = 12
"""Pages below which a key shows nothing."""
_WORDS = re.compile(r"[^\W\d_]{2}")
"""A value without words is a date, a version or a number: it changes with the text, language by language."""


class Compared(NamedTuple):
    """One key of one page, in the languages that have the page."""

    key: str
    having: Mapping[str, Page]
    """Language -> the page that has the key."""
    lacking: Mapping[str, Page]

    @property
    def values(self) -> dict[str, str]:
        """Language -> the value, as it is compared."""
        return {tag: plain_value(page, self.key).casefold() for tag, page in self.having.items()}


def plain_value(page: Page, key: str) -> str:
    """The value of a key as one text."""
    value = page.front_matter.get(key)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value).strip()


def key_span(page: Page, key: str) -> Span:
    """The line of a key."""
    line = page.front_matter_lines.get(key, 1)
    return Span(page.path, line, 1, line, len(key) + 1)


@once
def neutral_keys(docs: Docs) -> tuple[Compared, ...]:
    """Every neutral key of every page that two languages have, by key and page."""
    neutral = _neutral(docs)
    return tuple(one for key, found in _by_key(docs).items() if key in neutral for one in found)


@once
def _neutral(docs: Docs) -> frozenset[str]:
    return frozenset(key for key, found in _by_key(docs).items() if _is_neutral(found))


@once
def _by_key(docs: Docs) -> dict[str, list[Compared]]:
    """Key -> the pages that have it in some language, without the keys that state availability."""
    by_key: dict[str, list[Compared]] = {}
    for translations in _pages(docs):
        keys = dict.fromkeys(key for page in translations.values() for key in page.front_matter)
        for key in keys:
            having = {tag: page for tag, page in translations.items() if key in page.front_matter}
            lacking = {tag: page for tag, page in translations.items() if key not in page.front_matter}
            by_key.setdefault(key, []).append(Compared(key, having, lacking))
    stating = {s.text.partition(":")[0] for s in docs.rules.statements if isinstance(s.rule, Available)}
    return {key: found for key, found in by_key.items() if key not in stating}


def _pages(docs: Docs) -> list[dict[str, Page]]:
    """The translations of each page that have front matter at all."""
    found: dict[str, dict[str, Page]] = {}
    for page in docs.tree.pages:
        if page.redirect is None and page.front_matter:
            found.setdefault(page.topic, {})[page.language] = page
    return [translations for _, translations in sorted(found.items()) if len(translations) > 1]


def _is_neutral(found: list[Compared]) -> bool:
    compared = [set(one.values.values()) for one in found if len(one.having) > 1]
    differing = sum(len(values) > 1 for values in compared)
    worded = sum(any(map(_WORDS.search, values)) for values in compared)
    few = max(_SLIPS, (1 - _AGREEING) * len(compared))
    return len(compared) >= _ENOUGH and differing <= few and 2 * worded > len(compared)


class Lack(NamedTuple):
    """A key that the pages of one language lack where other languages have it."""

    key: str
    language: str
    places: tuple[Compared, ...]
    throughout: bool
    """Whether most pages of the language do: a habit, and no slip."""


@once
def lacks(docs: Docs) -> tuple[Lack, ...]:
    """What languages lack of the neutral keys, and of any key that one of them never has, by key and language."""
    found: list[Lack] = []
    for key, pages in sorted(_by_key(docs).items()):
        neutral = key in _neutral(docs)
        having = Counter(tag for one in pages for tag in one.having)
        for language in sorted({tag for one in pages for tag in one.lacking}):
            places = tuple(one for one in pages if language in one.lacking)
            # A key that a language never has tells of itself, whatever its values are.
            throughout = len(places) >= max(having[language], _ENOUGH)
            if neutral or (throughout and not having[language]):
                found.append(Lack(key, language, places, throughout))
    return tuple(found)
