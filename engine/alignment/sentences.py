"""Sentences of texts that correspond: which of them another language lost.

Translators join and split sentences, so beads of one and one, one and two, two and one are tried, as Gale and Church
(1993) do; a sentence counts as lost only when that explains the texts much better than joining does.
"""

from collections.abc import Sequence
from typing import NamedTuple

from engine.alignment.likeness import of_content
from engine.alignment.refine import together
from engine.alignment.traits import Traits

LOST = -2.0
"""What it costs that a sentence has nothing that corresponds."""
_JOINED = -1.0
"""What it costs that two sentences are one."""
_MOST = 40
"""Sentences of a text; longer texts are not compared."""


class Beads(NamedTuple):
    """How two texts correspond."""

    score: float
    pairs: tuple[tuple[int, int], ...]
    """Sentences that correspond; a joined one is in several pairs."""


def align_sentences(one: Sequence[Traits], other: Sequence[Traits], ratio: float, *, lost: bool = True) -> Beads | None:
    """The best way in which the sentences of two texts correspond.

    Args:
        one: the sentences of a text.
        other: those of the other.
        ratio: logarithm of how much longer the other usually is.
        lost: whether a sentence may have nothing that corresponds.
    Returns:
        None when there is no way, or the texts are too long.
    """
    if len(one) > _MOST or len(other) > _MOST:
        return None
    best: dict[tuple[int, int], Beads] = {(0, 0): Beads(0.0, ())}
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            for back_i, back_j in ((1, 1), (2, 1), (1, 2), (1, 0), (0, 1)):
                before = best.get((i - back_i, j - back_j))
                if before is None or (not lost and 0 in (back_i, back_j)):
                    continue
                score = before.score + _bead(one[i - back_i : i], other[j - back_j : j], ratio)
                known = best.get((i, j))
                if known is None or score > known.score:
                    pairs = tuple((a, b) for a in range(i - back_i, i) for b in range(j - back_j, j))
                    best[i, j] = Beads(score, before.pairs + pairs)
    return best.get((len(one), len(other)))


def _bead(one: Sequence[Traits], other: Sequence[Traits], ratio: float) -> float:
    if not one or not other:
        return LOST
    cost = _JOINED if len(one) + len(other) > 2 else 0.0
    return cost + of_content(_joined(one), _joined(other), ratio)


def _joined(texts: Sequence[Traits]) -> Traits:
    return texts[0] if len(texts) == 1 else together(texts[0], texts[1])
