"""The search that needs nothing but the site's own files: one index per language, read by `search.js`.

The index is a script that calls a function with data, because a page opened from disk may load scripts and no data.
"""

import functools
import re
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
_UNUSUAL = re.compile("[^\x00-\x7f\xa0«»ß-öø-ÿ‐-—‘-”•…→]")
"""Characters that may be other words, or ends of words, without accents; for all others a word is what it was."""
_ONLY_WORDS = bytes(code if _WORD.fullmatch(chr(code)) else ord(" ") for code in range(256))
"""Latin-1 without what stands between words."""
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
    headings = [block.text for block in page.blocks if isinstance(block, Heading)]
    counts = _counted("\n".join(text.visible for text in texts))
    for heading in headings:
        for word in set(_runs_of(heading.visible)):
            counts[word] += _HEADING
    for word in set(_runs_of(page.title)):
        counts[word] += _TITLE
    description = page.front_matter.get("description")
    titles = set(map(id, headings))
    first = next((text.visible for text in texts if id(text) not in titles and len(text.visible) > 1), "")
    summary = description if isinstance(description, str) and description.strip() else first
    words = {word: (n if n < _MOST else _MOST) for word, n in counts.items() if _SHORTEST <= len(word) <= _LONGEST}
    return SearchEntry(page.title, place, _shortened(summary.strip()), words)


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
    return [word for word in _runs_of(text) if _SHORTEST <= len(word) <= _LONGEST]


def _counted(text: str) -> Counter[str]:
    """How often each run of letters and digits stands in a text."""
    lower = text.lower()
    ascii_only = lower.isascii()
    if not ascii_only and _UNUSUAL.search(lower):
        return Counter(_runs_of(lower))
    # One look-up for each byte and a split take half the time of a pattern.
    found = Counter(lower.encode("latin-1", "replace").translate(_ONLY_WORDS).decode("latin-1").split(" "))
    del found[""]
    if ascii_only:
        return found
    counts: Counter[str] = Counter()
    for word, count in found.items():
        counts[word if word.isascii() else _plain(word)] += count
    return counts


@functools.lru_cache(maxsize=65536)
def _plain(word: str) -> str:
    """A word without accents. The same words stand on many pages."""
    return unicodedata.normalize("NFKD", word).translate(_ACCENTS)


def _runs_of(text: str) -> list[str]:
    """Its runs of letters and digits, however long."""
    plain = text.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).translate(_ACCENTS)
    return _WORD.findall(plain)


class _Accents(dict[int, int | None]):
    """Leaves out every combining character; looked up when it is first met."""

    def __missing__(self, code: int) -> int | None:
        found = self[code] = None if unicodedata.combining(chr(code)) else code
        return found


_ACCENTS = _Accents()


def _shortened(text: str) -> str:
    if len(text) <= _SUMMARY:
        return text
    return text[:_SUMMARY].rpartition(" ")[0] + " …"
