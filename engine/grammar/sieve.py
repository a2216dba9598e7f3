"""Passing over texts by their words: most texts name nothing that is looked for, and are not divided into tokens."""

from collections.abc import Iterable

from engine.grammar.tokens import words


class Sieve:
    """Tells by the `words` of a text that none of many phrases stands in it.

    INVARIANT: the words of a text in which one of the phrases stands are let pass.
    """

    def __init__(self, phrases: Iterable[tuple[str, ...]]) -> None:
        """
        Args:
            phrases: as token keys. One without words, as a sign, lets every text pass.
        """
        wanted = {frozenset(word for key in phrase for word in words(key)) for phrase in phrases}
        self._lets_all_pass = frozenset() in wanted
        beside: dict[str, set[frozenset[str]]] = {}
        for phrase in filter(None, wanted):
            # Long words are rarer than short ones.
            rarest = max(sorted(phrase), key=len)
            beside.setdefault(rarest, set()).add(phrase - {rarest})
        self._rarest = frozenset(beside)
        self._beside = {
            word: () if frozenset() in others else tuple(sorted(others, key=sorted)) for word, others in beside.items()
        }
        """The rarest word of phrases -> the other words of each; none where that word alone is a phrase."""

    def lets_pass(self, present: frozenset[str]) -> bool:
        """Whether one of the phrases may stand in a text.

        Args:
            present: the `words` of the text.
        """
        if self._lets_all_pass:
            return True
        if self._rarest.isdisjoint(present):
            return False
        for word in self._rarest & present:
            others = self._beside[word]
            if not others or any(other <= present for other in others):
                return True
        return False
