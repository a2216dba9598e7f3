"""A page's blocks -> the HTML of its article, safe to publish."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from site_builder.article import Article, Draft
from site_builder.decorating import Decoration
from site_builder.sanitising import sanitise

_BEGIN, _END = "\ufdd0", "\ufdd1"
"""Noncharacters of Unicode, around the number of a part that is written by the site. No author's text keeps them."""
_MARKER = re.compile(f"(?:<p>)?{_BEGIN}(\\d+){_END}(?:</p>)?")


class Replacement(NamedTuple):
    """A part of a block's HTML, and what the site writes in its place."""

    old: str
    write: Callable[[Draft], str]


def write_article(
    draft: Draft, replacements: Mapping[int, Sequence[Replacement]], anchored: Mapping[int, str] | None = None
) -> Article:
    """Write the content of a page.

    Args:
        draft: the page.
        replacements: index of a top-level block -> the parts of it that the site writes, in order.
        anchored: index of a top-level block -> its HTML with the anchors of its rules, where it states any.
    """
    anchored = anchored or {}
    numbered: list[Replacement] = []
    parts: list[str] = []
    for index, block in enumerate(draft.page.blocks):
        found = replacements.get(index, ())
        parts.append(_marked(anchored.get(index, block.html), found, len(numbered)))
        numbered += found
    # All at once: an author's tag may be opened in one block and closed in another.
    written = _safe(draft, "\n".join(parts))
    if numbered:
        written = _MARKER.sub(lambda marker: numbered[int(marker[1])].write(draft), written)
    return draft.finished(written)


def write_fragment(draft: Draft, source: str) -> str:
    """Write a piece of an author's HTML that the site puts somewhere else."""
    return _safe(draft, _without_markers(source))


def _safe(draft: Draft, source: str) -> str:
    return Decoration(draft).write(sanitise(source))


def _marked(source: str, replacements: Sequence[Replacement], first: int) -> str:
    """The HTML of a block with numbered markers in place of the parts that are replaced."""
    done, rest = "", _without_markers(source)
    for number, replacement in enumerate(replacements, first):
        before, found, rest = rest.partition(_without_markers(replacement.old))
        done += f"{before}<p>{_BEGIN}{number}{_END}</p>" if found else before
    return done + rest


def _without_markers(source: str) -> str:
    return source.replace(_BEGIN, "").replace(_END, "")
