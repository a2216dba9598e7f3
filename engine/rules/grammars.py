"""The grammars of the languages of a docs folder, each compiled when it is first asked for."""

from collections.abc import Collection, Iterator, Mapping

import msgspec

from engine.grammar import Grammar, load_grammar
from engine.localedata import Locales, Messages


class Grammars(Mapping[str, Grammar]):
    """Language -> its grammar. Sent to another process, it goes without what was compiled."""

    def __init__(self, locales: Locales, tags: Collection[str]) -> None:
        """
        Args:
            locales: the languages that can be read.
            tags: those that there are.
        """
        self._locales = locales
        self._tags = tuple(tags)
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
            self._compiled[tag] = load_grammar(self._locales.get(tag), self._locales.vocabulary)
        return self._compiled[tag]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tags)

    def __len__(self) -> int:
        return len(self._tags)

    def __reduce__(self) -> tuple[type["Grammars"], tuple[Locales, tuple[str, ...]]]:
        # Interface sentences hold functions, which cannot be sent; reading pages does without them.
        silent = {
            tag: msgspec.structs.replace(locale, messages=Messages()) for tag, locale in self._locales.languages.items()
        }
        return Grammars, (Locales(self._locales.vocabulary, silent), self._tags)
