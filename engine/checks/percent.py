"""Every percent sign behind a number, and whether it is set as its language has it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from engine.checks.once import once
from engine.checks.portions import in_portions
from engine.localedata.typography import NO_BREAK_SPACE, percent_is_apart
from engine.model.spans import Span
from engine.pages.blocks import Page
from engine.pages.walking import each_text
from engine.rules import Docs

_PERCENT = re.compile(r"(?<=\d)([ \u00a0\u202f]?)%(?![\w{(%])")
_NUMBER = re.compile(r"[\d.,]+$")
_UNREAD = ("code", "link")
"""Marks whose text is no wording: code, and the addresses that stand as the text of a link."""


class Percent(NamedTuple):
    """A percent sign that is not set as its language has it."""

    language: str
    gap: Span
    """What stands between the number and the sign; empty where nothing does."""
    found: str
    """The number with the sign, as it stands."""
    space: str
    """What should stand between them."""

    @property
    def expected(self) -> str:
        """The number with the sign, as it should stand."""
        return f"{self.found.rstrip('%').rstrip()}{self.space}%"


class Signs(msgspec.Struct, frozen=True):
    """The percent signs behind numbers on pages."""

    of: dict[str, tuple[tuple[Span, Percent | None], ...]]
    """Path of a page -> (what stands before the sign, the sign if it departs from the language's way)."""


@once
def misset_percents(docs: Docs) -> tuple[Percent, ...]:
    """Every percent sign that departs from its language's way, by place.

    A tree that sets most of them otherwise has a way of its own, and is left alone.
    """
    signs = {path: found for portion in in_portions(docs, Signs, _of_pages) for path, found in portion.of.items()}
    departing: dict[str, dict[Span, Percent]] = {}
    following: dict[str, set[Span]] = {}
    for page in docs.tree.pages:
        for gap, departs in signs[page.path]:
            if departs is None:
                following.setdefault(page.language, set()).add(gap)
            else:
                departing.setdefault(page.language, {})[gap] = departs
    kept = (own for tag, own in departing.items() if len(own) <= len(following.get(tag, ())))
    return tuple(sorted((percent for own in kept for percent in own.values()), key=lambda percent: percent.gap))


def _of_pages(pages: Sequence[Page]) -> Signs:
    return Signs({page.path: tuple(_signs(page)) for page in pages})


def _signs(page: Page) -> Iterator[tuple[Span, Percent | None]]:
    apart = percent_is_apart(page.language)
    for text in each_text(page.blocks) if apart is not None else ():
        for match in _PERCENT.finditer(text.visible) if "%" in text.visible else ():
            if any(m.kind in _UNREAD and m.start <= match.start() < m.end for m in text.marks):
                continue
            number = _NUMBER.search(text.visible[: match.start()])
            gap = text.span(match.start(1), match.end(1))
            if bool(match[1]) == apart or number is None:
                yield gap, None
            else:
                found = text.visible[number.start() : match.end()]
                yield gap, Percent(page.language, gap, found, NO_BREAK_SPACE if apart else "")
