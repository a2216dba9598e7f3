"""How the languages of a block stand to each other: who agrees, who is behind whom, who was never compared."""

import enum
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from engine.change.freshness.lock import Confirmation, Confirmations
from engine.change.freshness.signature import ABSENT, Signature

_GONE = Signature(ABSENT)


class Relation(enum.Enum):
    """What is known of two texts."""

    CONFIRMED = enum.auto()
    """Somebody found that they say the same."""
    BEHIND = enum.auto()
    """The other changed since, and this one did not."""
    BOTH = enum.auto()
    """Both changed since."""
    AHEAD = enum.auto()
    """This one changed since, and the other did not."""
    NEW = enum.auto()
    """Nobody ever compared them."""


_OPEN = (Relation.BEHIND, Relation.BOTH, Relation.NEW)
"""What a look at a text settles."""


class Standing(msgspec.Struct, frozen=True):
    """A block now, and what was confirmed of it."""

    now: Mapping[str, Signature]
    """By the tags of the languages that have the page; absent where they do not have the block."""
    confirmed: Confirmations

    def relation(self, language: str, other: str) -> tuple[Relation, Signature | None]:
        """How a language stands to another, and the text of the other that it was last confirmed against."""
        if other in self.circle(language):
            return Relation.CONFIRMED, self.now[other]
        last = next((texts for texts in reversed(self.confirmed) if language in texts and other in texts), None)
        if last is None:
            return Relation.NEW, None
        if self._is_now(last, other):
            return Relation.AHEAD, last[other]
        return (Relation.BEHIND if self._is_now(last, language) else Relation.BOTH), last[other]

    def circle(self, language: str) -> frozenset[str]:
        """The languages whose texts, as they are now, are confirmed to say what this one's does; it itself, too.

        Only what somebody compared counts: that a third language agrees with both is no look at the two.
        """
        together = (texts for texts in self.confirmed if self._is_now(texts, language))
        return frozenset((language, *(other for texts in together for other in texts if self._is_now(texts, other))))

    def _is_now(self, texts: Confirmation, language: str) -> bool:
        return language in texts and language in self.now and texts[language].words == self.now[language].words


def standing(said: Mapping[str, Signature], languages: Iterable[str], confirmed: Confirmations) -> Standing:
    """The standing of a block.

    Args:
        said: its texts now.
        languages: those that have the page. What they lack of the block is absent.
        confirmed: what the lock has of it.
    """
    return Standing({language: said.get(language, _GONE) for language in languages}, confirmed)


def confirm(block: Standing, language: str, against: Iterable[str] | None = None) -> Confirmations:
    """The confirmations of a block after somebody looked at one language's text.

    Args:
        block: the block as it is.
        language: whose text was looked at.
        against: the languages it was compared with; None for those that it is behind or new to.
    """
    if block.now[language].is_absent and not any(language in texts for texts in block.confirmed):
        # What was never written cannot have been looked at: it stays on the list.
        return block.confirmed
    looked_at = set(_others(block, language) if against is None else against) & set(block.now)
    # Whoever was confirmed against the same text as it is now joins; whoever agreed with the old one does not.
    circle = {language}
    for other in looked_at - {language}:
        circle |= block.circle(other)
    kept = {
        other: block.now[other]
        for other in circle
        if not block.now[other].is_absent or any(other in texts for texts in block.confirmed)
    }
    return _last((*block.confirmed, kept)) if len(kept) > 1 else block.confirmed


def _others(block: Standing, language: str) -> Iterable[str]:
    return (other for other in block.now if other != language and block.relation(language, other)[0] in _OPEN)


def _last(confirmations: Sequence[Confirmation]) -> Confirmations:
    """The confirmations that are still the last ones about any two languages."""
    kept: list[Confirmation] = []
    told: set[tuple[str, str]] = set()
    for texts in reversed(confirmations):
        pairs = {(one, other) for one in texts for other in texts if one < other}
        if not pairs <= told:
            kept.append(texts)
            told |= pairs
    return tuple(reversed(kept))
