"""Text as the tokens that patterns and terms are compared by.

Spelling families fall together: letter case, Unicode composition, kinds of dash, quotation mark and
space, marks that show nothing (soft hyphen, zero-width space), and a hyphen that joins words
("Sales-Premium", "Sales Premium"; "Essential- oder Premium-...").
"""

import functools
import re
import unicodedata

import msgspec

_JOINED = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
"""What stands inside a word and is no letter: combining marks, soft hyphen, zero-width marks."""
_WORD = rf"[^\W\d_][^\W_]*(?:[{_JOINED}]+[^\W_]*|['’][^\W_]+)*"
_TOKEN = re.compile(rf"{_WORD}|\d+(?:[.,:]\d+)*|[^\s{_JOINED}]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_DASHES = "-‐‑‒–—−"
_QUOTATION_MARKS = frozenset("\"'`´‘’‚“”„«»‹›*_")
_MARKS = _QUOTATION_MARKS | frozenset(_DASHES)


_LETTERS = re.compile(r"[^\W\d_]+")
_UNTOLD = b"\0"
"""Stands for a mark of Latin-1 that says nothing by itself of the words it stands in: a soft hyphen, "½"."""


def _by_byte(byte: int) -> bytes:
    """What a byte of a text in Latin-1 and small letters counts as: its letter, `_UNTOLD`, or a space."""
    mark = chr(byte)
    if _INVISIBLE.match(mark) or (mark.isalnum() and unicodedata.normalize("NFKC", mark) != mark):
        return _UNTOLD
    return bytes((byte,)) if _LETTERS.match(mark) else b" "


_BY_BYTE = b"".join(map(_by_byte, range(256)))


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, number or punctuation mark."""

    key: str
    """What it is compared by."""
    start: int
    end: int
    """Its place in the text, in characters."""


@functools.lru_cache(maxsize=4096)
def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a text, in order. Linear in its length; never raises."""
    tokens: list[Token] = []
    if text.isascii():
        text = text.lower()
        found = compared = _TOKEN.findall(text)
    else:
        found = _TOKEN.findall(text)
        compared = list(map(_key, found))
    end = 0
    for word, key in zip(found, compared, strict=True):
        # Between tokens stands nothing that one begins with: each is where it is found first.
        start = text.find(word, end)
        end = start + len(word)
        if word not in _MARKS:
            tokens.append(Token(key, start, end))
        elif word in _DASHES and not _joins(text, start, end):
            tokens.append(Token("-", start, end))
    return tuple(tokens)


@functools.lru_cache(maxsize=65536)
def _key(word: str) -> str:
    visible = _INVISIBLE.sub("", word).replace("’", "'")
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", visible).casefold())


@functools.lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """The runs of letters of a text: far quicker than its tokens, and enough to tell that something is not in it.

    INVARIANT: of the key of every token, all words are among those of its text.
    """
    # Every text of every page comes through here: hardly any of them needs more than a step for all of its letters.
    folded = text.casefold()
    try:
        seen = folded.encode("latin-1").translate(_BY_BYTE)
    except UnicodeEncodeError:
        seen = _UNTOLD
    if _UNTOLD not in seen:
        return frozenset(seen.decode("latin-1").split())
    if unicodedata.is_normalized("NFKC", text) and not _INVISIBLE.search(text):
        return frozenset(_LETTERS.findall(unicodedata.normalize("NFC", folded)))
    return frozenset(word for token in tokenize(text) for word in _LETTERS.findall(token.key))


def _joins(text: str, start: int, end: int) -> bool:
    """A dash that touches a word on one side is a hyphen; one that stands free is punctuation."""
    before = start > 0 and (text[start - 1].isalnum() or unicodedata.combining(text[start - 1]) > 0)
    after = end < len(text) and text[end].isalnum()
    return before or after


def holds(present: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Whether a phrase stands among token keys, word by word."""
    if phrase and phrase[0] not in present:
        return False
    return any(present[i : i + len(phrase)] == phrase for i in range(len(present) - len(phrase) + 1))


def keys(text: str) -> tuple[str, ...]:
    """Only the comparison keys of a text's tokens."""
    return tuple(token.key for token in tokenize(text))
