"""Every percent sign behind a number, and whether it is set as its language has it."""

import re
from typing import NamedTuple

from engine.checks.once import once
from engine.localedata.typography import NO_BREAK_SPACE, percent_is_apart
from engine.model.spans import Span
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


@once
def misset_percents(docs: Docs) -> tuple[Percent, ...]:
    """Every percent sign that departs from its language's way, by place.

    A tree that sets most of them otherwise has a way of its own, and is left alone.
    """
    departing: dict[str, dict[Span, Percent]] = {}
    following: dict[str, set[Span]] = {}
    for page in docs.tree.pages:
        apart = percent_is_apart(page.language)
        for text in each_text(page.blocks) if apart is not None else ():
            for match in _PERCENT.finditer(text.visible) if "%" in text.visible else ():
                if any(m.kind in _UNREAD and m.start <= match.start() < m.end for m in text.marks):
                    continue
                number = _NUMBER.search(text.visible[: match.start()])
                gap = text.span(match.start(1), match.end(1))
                if bool(match[1]) == apart or number is None:
                    following.setdefault(page.language, set()).add(gap)
                else:
                    found = text.visible[number.start() : match.end()]
                    percent = Percent(page.language, gap, found, NO_BREAK_SPACE if apart else "")
                    departing.setdefault(page.language, {})[gap] = percent
    kept = (own for tag, own in departing.items() if len(own) <= len(following.get(tag, ())))
    return tuple(sorted((percent for own in kept for percent in own.values()), key=lambda percent: percent.gap))
