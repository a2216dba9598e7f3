"""The names of a language, looked up in running text: longest names first."""

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from engine.grammar.tokens import Token, keys, tokenize, words
from engine.localedata import Locale

N = TypeVar("N")

_ORDINARY = frozenset(("outcome", "scenario"))
"""Kinds whose names are ordinary words, and name nothing where they stand in running text."""


class Trie(Generic[N]):
    """Names as token paths. Looking up is linear in the longest name."""

    def __init__(self) -> None:
        self._children: dict[str, Trie[N]] = {}
        self._ids: tuple[N, ...] = ()

    def add(self, path: Sequence[str], id: N) -> None:
        """Enter a name, given as token keys."""
        node = self
        for key in path:
            node = node._children.setdefault(key, Trie())
        if id not in node._ids:
            node._ids = (*node._ids, id)

    @property
    def beginnings(self) -> Container[str]:
        """The tokens that names begin with."""
        return self._children

    def lookup(self, tokens: Sequence[Token], position: int) -> Iterator[tuple[int, N]]:
        """Every name that begins at `position`, as (position after it, id), shortest first."""
        node = self
        while position < len(tokens):
            following = node._children.get(tokens[position].key)
            if following is None:
                return
            node, position = following, position + 1
            for id in node._ids:
                yield position, id


class Lexicon:
    """One trie per kind of term."""

    def __init__(self, locale: Locale) -> None:
        self._names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._tries: dict[str, Trie[str]] = {}
        self._joint: dict[tuple[str, ...], Trie[tuple[str, str]]] = {}
        self._every: Trie[str] = Trie()
        self._words: dict[str, frozenset[str]] = {}
        self._first_words: dict[str, frozenset[str]] = {}
        for term in locale.terms:
            names = self._names.setdefault(term.kind, [])
            trie = self._tries.setdefault(term.kind, Trie())
            for surface in term.surfaces:
                path = keys(surface)
                names.append((path, term.id))
                trie.add(path, term.id)
                if term.kind not in _ORDINARY:
                    self._every.add(path, f"{term.kind} {term.id}")
        self.articles = frozenset(key for word in locale.words("articles") for key in keys(word))
        """The words that may stand before a name, as token keys."""

    def first_words(self, kind: str) -> frozenset[str]:
        """The tokens that names of a kind begin with."""
        if kind not in self._first_words:
            self._first_words[kind] = frozenset(path[0] for path in self.paths((kind,)))
        return self._first_words[kind]

    def paths(self, kinds: Iterable[str]) -> Iterator[tuple[str, ...]]:
        """All names of these kinds, as token keys."""
        return (path for kind in kinds for path, _ in self._names.get(kind, ()) if path)

    def names(
        self, kind: str, tokens: Sequence[Token], position: int, *, articles: bool = True
    ) -> Iterator[tuple[int, str]]:
        """Every name of the kind that begins at `position`, with or (if wanted) without an article before it."""
        trie = self._tries.get(kind)
        if trie is None:
            return
        yield from trie.lookup(tokens, position)
        if articles and position < len(tokens) and tokens[position].key in self.articles:
            yield from trie.lookup(tokens, position + 1)

    def whole(self, kind: str, tokens: Sequence[Token]) -> tuple[str, ...]:
        """The ids of the kind whose name is all of the tokens."""
        return tuple(dict.fromkeys(id for end, id in self.names(kind, tokens, 0) if end == len(tokens)))

    def named(self, kind: str, text: str) -> tuple[str, ...]:
        """The ids of the kind whose name is all of a text: as `whole`; most texts are passed over by their words."""
        known = self._words.get(kind)
        if known is None:
            known = self._words[kind] = self._words_of(kind)
        return self.whole(kind, tokenize(text)) if words(text) <= known else ()

    def _words_of(self, kind: str) -> frozenset[str]:
        """All words of the names of a kind, with the articles."""
        names = (key for path, _ in self._names.get(kind, ()) for key in path)
        return frozenset(word for key in (*names, *self.articles) for word in words(key))

    def mentions(self, kinds: Iterable[str], tokens: Sequence[Token], *, words: int = 1) -> tuple[tuple[str, str], ...]:
        """Names of these kinds (of at least so many words) anywhere in the tokens, longest first from the left.

        Returns:
            (kind, id) of each, once.
        """
        found: dict[tuple[str, str], None] = {}
        trie = self._trie_of(tuple(kinds))
        first = trie.beginnings
        behind = 0
        for position, token in enumerate(tokens):
            if position < behind or token.key not in first:
                continue
            best: tuple[str, str] | None = None
            for end, name in trie.lookup(tokens, position):
                # Of several names that are equally long, the one of the first kind counts.
                if end - position >= words and (best is None or end > behind):
                    behind, best = end, name
            if best is not None:
                found[best] = None
        return tuple(found)

    def _trie_of(self, kinds: tuple[str, ...]) -> Trie[tuple[str, str]]:
        """The names of several kinds as one trie, so that most tokens are passed over in one step."""
        if kinds not in self._joint:
            trie: Trie[tuple[str, str]] = Trie()
            for kind in kinds:
                for path, id in self._names.get(kind, ()):
                    trie.add(path, (kind, id))
            self._joint[kinds] = trie
        return self._joint[kinds]

    def every_name(self, tokens: Sequence[Token]) -> frozenset[str]:
        """All that names of any kind mean anywhere in the tokens, longest names first: `licence sales-premium`."""
        found: set[str] = set()
        position = 0
        while position < len(tokens):
            best = position + 1
            here: list[str] = []
            for end, id in self._every.lookup(tokens, position):
                here = [*here, id] if end == best else [id]
                best = end
            found.update(here)
            position = best
        return frozenset(found)
