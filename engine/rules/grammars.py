"""The grammars of the languages of a docs folder, each compiled when it is first asked for."""

from collections.abc import Collection, Iterator, Mapping

import msgspec

from engine.cache import Digest, Shelf, Store, digest
from engine.cache.code_version import code_version
from engine.grammar import Grammar, load_grammar
from engine.localedata import Locales, Messages


class Checked(msgspec.Struct, frozen=True):
    """A language whose patterns read their own sentences."""


def language_state(locales: Locales, tag: str) -> Digest:
    """A digest of the program and of all of a language's data that reading pages rests on.

    Neither where its files stand counts, nor interface sentences.
    """
    data = [
        [getattr(part, name) for name in part.__struct_fields__ if name not in ("path", "messages")]
        for part in (locales.vocabulary, locales.get(tag))
    ]
    return digest(code_version(), msgspec.msgpack.encode(data))


class Grammars(Mapping[str, Grammar]):
    """Language -> its grammar. Sent to another process, it goes without what was compiled."""

    def __init__(self, locales: Locales, tags: Collection[str], store: Store | None = None) -> None:
        """
        Args:
            locales: the languages that can be read.
            tags: those that there are.
            store: tells which grammars were checked on themselves before: that takes longer than compiling them.
        """
        self._locales = locales
        self._tags = tuple(tags)
        self._checked = None if store is None else Shelf(store, Checked)
        self._compiled: dict[str, Grammar] = {}

    def __getitem__(self, tag: str) -> Grammar:
        """The grammar of a language.

        Raises:
            KeyError: the docs folder has no such language.
            LocaleError: broken or ambiguous patterns, with file and line.
        """
        if tag not in self._compiled:
            if tag not in self._tags:
                raise KeyError(tag)
            self._compiled[tag] = self._load(tag)
        return self._compiled[tag]

    def _load(self, tag: str) -> Grammar:
        locale, vocabulary = self._locales.get(tag), self._locales.vocabulary
        if self._checked is None:
            return load_grammar(locale, vocabulary)
        data = language_state(self._locales, tag)
        checked = self._checked.get(data) is not None
        grammar = load_grammar(locale, vocabulary, checked=checked)
        if not checked:
            self._checked.put(data, Checked())
        return grammar

    def __iter__(self) -> Iterator[str]:
        return iter(self._tags)

    def __len__(self) -> int:
        return len(self._tags)

    def __reduce__(self) -> tuple[type["Grammars"], tuple[Locales, tuple[str, ...]]]:
        # Reading pages does without interface sentences.
        silent = {
            tag: msgspec.structs.replace(locale, messages=Messages()) for tag, locale in self._locales.languages.items()
        }
        return Grammars, (Locales(self._locales.vocabulary, silent), self._tags)
