"""The words by which a text shows its language: those of the locale's lists, sentence patterns and messages."""

import re
from collections.abc import Iterator

from engine.grammar.pattern import Choice, Literal, Node, Optional, Sequence, parse_pattern
from engine.localedata import Locale

_WORD = re.compile(r"[^\W\d_]+")
_NO_WORDS = re.compile(r"\{[^}]*\}|`[^`]*`")
"""In a message: placeholders and input, which are the same in every language."""


def words_in(text: str) -> list[str]:
    """The words of a text, in lower case and without numbers."""
    return _WORD.findall(text.lower())


def language_words(locale: Locale) -> frozenset[str]:
    """The common words of a language, in lower case. Worked out once per locale folder."""
    if locale.path not in _known:
        _known[locale.path] = frozenset(word for text in _texts(locale) for word in words_in(text))
    return _known[locale.path]


_known: dict[str, frozenset[str]] = {}


def _texts(locale: Locale) -> Iterator[str]:
    for words in locale.word_lists.values():
        yield from words
    for entry in locale.entries:
        for source in (*entry.write, *entry.read):
            yield from _literals(parse_pattern(source.text))
    for message in locale.messages.all.values():
        yield _NO_WORDS.sub(" ", message)


def _literals(node: Node) -> Iterator[str]:
    match node:
        case Literal(text=text):
            yield text
        case Choice(options=options):
            for option in options:
                yield from _literals(option)
        case Optional(body=body):
            yield from _literals(body)
        case Sequence(parts=parts):
            for part in parts:
                yield from _literals(part)
