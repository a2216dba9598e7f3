"""Phrases of a language, several looked for at once in the tokens of a text."""

from collections.abc import Iterable, Sequence

from engine.grammar.tokens import Token, keys
from engine.localedata import Locale


class Phrases:
    """Some phrases, as token keys: at most places all of them are passed over by one look."""

    def __init__(self, phrases: Iterable[tuple[str, ...]]) -> None:
        """
        Args:
            phrases: as token keys; those without tokens stand nowhere.
        """
        self.all = tuple(dict.fromkeys(filter(None, phrases)))
        """In order, each once."""
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in self.all:
            self._by_first.setdefault(phrase[0], []).append(phrase)
        for begun in self._by_first.values():
            begun.sort(key=len, reverse=True)
        self._lasts = frozenset(phrase[-1] for phrase in self.all)

    def begin_at(self, tokens: Sequence[Token], position: int) -> tuple[str, ...]:
        """The longest of the phrases that stands at a position; empty where none does."""
        if position < len(tokens):
            for phrase in self._by_first.get(tokens[position].key, ()):
                if len(phrase) == 1 or stands_at(phrase, tokens, position):
                    return phrase
        return ()

    def stand_in(self, tokens: Sequence[Token]) -> bool:
        """Whether one of the phrases stands somewhere."""
        found = self._by_first
        for position, token in enumerate(tokens):  # noqa: SIM110 (asked so often that a generator is felt)
            if token.key in found and self.begin_at(tokens, position):
                return True
        return False

    def end(self, tokens: Sequence[Token]) -> int:
        """How many of the last tokens are one of the phrases: the longest; 0 where they are none."""
        if not tokens or tokens[-1].key not in self._lasts:
            return 0
        present = tuple(token.key for token in tokens)
        return max((len(phrase) for phrase in self.all if present[-len(phrase) :] == phrase), default=0)


class WordLists:
    """The word lists of a language as phrases, each divided into tokens once."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale
        self._known: dict[str, Phrases] = {}

    def __getitem__(self, name: str) -> Phrases:
        """A word list of `locale.toml`; empty where the language has none."""
        if name not in self._known:
            self._known[name] = Phrases(map(keys, self._locale.words(name)))
        return self._known[name]


def stands_at(phrase: tuple[str, ...], tokens: Sequence[Token], position: int) -> bool:
    """Whether a phrase stands at a position, token by token."""
    if position + len(phrase) > len(tokens):
        return False
    for number, key in enumerate(phrase, position):  # noqa: SIM110 (asked so often that a generator is felt)
        if tokens[number].key != key:
            return False
    return True
