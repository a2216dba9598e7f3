"""The search that needs nothing but the site's own files: one index per language, read by `search.js`.

The index is a script that calls a function with data, because a page opened from disk may load scripts and no data.
"""

import functools
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable
from posixpath import dirname

import msgspec

from engine.pages.blocks import Heading, Page
from engine.pages.walking import each_text
from site_builder.routes import relative

_NAME = "search-index.js"
_WORD = re.compile(r"[^\W_]+")
_SHORTEST, _LONGEST = 2, 40
_TITLE, _HEADING, _MOST = 12, 4, 20
"""How much a word counts in a title and in a heading beside one in the text, and at most."""
_SUMMARY = 160


class SearchEntry(msgspec.Struct, frozen=True):
    """What the search knows of a page."""

    title: str
    place: str
    summary: str
    words: dict[str, int]
    """Word -> how much it counts."""


def search_place(start: str) -> str:
    """The place of a language's index.

    Args:
        start: where the language begins.
    """
    return f"{dirname(start)}/{_NAME}"


def search_entry(page: Page, place: str) -> SearchEntry:
    """What the search knows of a page.

    Args:
        page: the whole page.
        place: where it stands on the site.
    """
    texts = each_text(page.blocks)
    counts = Counter(words_of("\n".join(text.visible for text in texts)))
    for block in page.blocks:
        if isinstance(block, Heading):
            counts.update(dict.fromkeys(words_of(block.text.visible), _HEADING))
    counts.update(dict.fromkeys(words_of(page.title), _TITLE))
    description = page.front_matter.get("description")
    headings = {block.text for block in page.blocks if isinstance(block, Heading)}
    first = next((text.visible for text in texts if text not in headings and len(text.visible) > 1), "")
    summary = description if isinstance(description, str) and description.strip() else first
    return SearchEntry(
        page.title, place, _shortened(summary.strip()), {word: min(n, _MOST) for word, n in counts.items()}
    )


def search_index(entries: Iterable[SearchEntry], place: str) -> bytes:
    """The index of a language.

    Args:
        entries: its pages.
        place: where the index stands on the site.
    """
    pages: list[tuple[str, str, str]] = []
    found: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        pages.append((entry.title, relative(place, entry.place), entry.summary))
        for word, weight in entry.words.items():
            found.setdefault(word, []).extend((number, weight))
    data = msgspec.json.encode({"pages": pages, "words": dict(sorted(found.items()))})
    # The two line ends that JSON allows and older scripts do not.
    return b"charterSearch(" + data.replace(b"\xe2\x80\xa8", b"\\u2028").replace(b"\xe2\x80\xa9", b"\\u2029") + b");\n"


def words_of(text: str) -> list[str]:
    """The words of a text as they are looked up: in lower case, without accents. `search.js` does the same."""
    plain = text.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).translate(_accents())
    return [word for word in _WORD.findall(plain) if _SHORTEST <= len(word) <= _LONGEST]


@functools.cache
def _accents() -> dict[int, None]:
    """Every combining character, to be left out."""
    return dict.fromkeys(code for code in range(sys.maxunicode + 1) if unicodedata.combining(chr(code)))


def _shortened(text: str) -> str:
    if len(text) <= _SUMMARY:
        return text
    return text[:_SUMMARY].rpartition(" ")[0] + " …"
