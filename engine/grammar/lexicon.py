"""The names of a language, looked up in running text: longest names first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from engine.grammar.tokens import Token, keys
from engine.localedata import Locale


class Trie:
    """Names as token paths. Looking up is linear in the longest name."""

    def __init__(self) -> None:
        self._children: dict[str, Trie] = {}
        self._ids: tuple[str, ...] = ()

    def add(self, path: Sequence[str], id: str) -> None:
        """Enter a name, given as token keys."""
        node = self
        for key in path:
            node = node._children.setdefault(key, Trie())
        if id not in node._ids:
            node._ids = (*node._ids, id)

    def lookup(self, tokens: Sequence[Token], position: int) -> Iterator[tuple[int, str]]:
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
        self.tries: dict[str, Trie] = {}
        self._every = Trie()
        for term in locale.terms:
            trie = self.tries.setdefault(term.kind, Trie())
            for surface in term.surfaces:
                path = keys(surface)
                trie.add(path, term.id)
                self._every.add(path, f"{term.kind} {term.id}")
        self._articles = frozenset(key for word in locale.words("articles") for key in keys(word))

    def names(
        self, kind: str, tokens: Sequence[Token], position: int, *, articles: bool = True
    ) -> Iterator[tuple[int, str]]:
        """Every name of the kind that begins at `position`, with or (if wanted) without an article before it."""
        trie = self.tries.get(kind)
        if trie is None:
            return
        yield from trie.lookup(tokens, position)
        if articles and position < len(tokens) and tokens[position].key in self._articles:
            yield from trie.lookup(tokens, position + 1)

    def whole(self, kind: str, tokens: Sequence[Token]) -> tuple[str, ...]:
        """The ids of the kind whose name is all of the tokens."""
        return tuple(dict.fromkeys(id for end, id in self.names(kind, tokens, 0) if end == len(tokens)))

    def mentions(self, kinds: Iterable[str], tokens: Sequence[Token], *, words: int = 1) -> tuple[tuple[str, str], ...]:
        """Names of these kinds (of at least so many words) anywhere in the tokens, longest first from the left.

        Returns:
            (kind, id) of each, once.
        """
        found: list[tuple[str, str]] = []
        position = 0
        tries: Mapping[str, Trie] = {kind: self.tries[kind] for kind in kinds if kind in self.tries}
        while position < len(tokens):
            best, here = position + 1, None
            for kind, trie in tries.items():
                for end, id in trie.lookup(tokens, position):
                    if end - position >= words and (here is None or end > best):
                        best, here = end, (kind, id)
            if here is not None:
                found.append(here)
            position = best
        return tuple(dict.fromkeys(found))

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
