"""Sentences that one language says and another does not, in texts that otherwise correspond."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from engine.alignment.likeness import of_lengths
from engine.alignment.records import Alignment
from engine.alignment.sentences import align_sentences
from engine.alignment.texts import Sentence, bounds_of, corresponding_texts, sentences_of
from engine.model.spans import Span

_NEEDED = (2.5, 2.2, 1.2, 0.7)
"""How much better a lost sentence must explain two texts than joined ones: less, the more languages agree about it."""
_ALWAYS_NEEDED = 0.4


class LostSentence(msgspec.Struct, frozen=True):
    """A sentence that some languages have and others lack."""

    page: int
    """The page that it is told of."""
    having: tuple[int, ...]
    lacking: tuple[int, ...]
    span: Span
    there: str
    related: tuple[Span, ...]


def lost_sentences(alignment: Alignment) -> Iterator[LostSentence]:
    """The sentences that are lost within leaves that correspond."""
    for corresponding in corresponding_texts(alignment):
        texts = corresponding.texts
        if len({len(bounds_of(alignment, page, text)) for page, text in texts.items()}) > 1:
            yield from _lost(alignment, {page: sentences_of(alignment, page, text) for page, text in texts.items()})


def _lost(alignment: Alignment, texts: Mapping[int, Sequence[Sentence]]) -> Iterator[LostSentence]:
    """Compare each text with the one of most sentences."""
    fullest = min(texts, key=lambda page: (-len(texts[page]), page))
    pairs: dict[int, dict[int, int]] = {}
    sureness: dict[tuple[int, int], float] = {}
    for page, own in texts.items():
        if page == fullest:
            continue
        compared = _compared(texts[fullest], own, alignment.ratios[fullest][page])
        if compared is None:
            return
        pairs[page] = compared[0]
        sureness.update({(index, page): sure for index, sure in compared[1].items()})
    for index, sentence in enumerate(texts[fullest]):
        having = (fullest, *(page for page, found in pairs.items() if index in found))
        lacking = tuple(page for page, found in pairs.items() if index not in found)
        agreeing = max(len(having), len(lacking))
        needed = _NEEDED[agreeing - 1] if agreeing <= len(_NEEDED) else _ALWAYS_NEEDED
        certain = [page for page in lacking if sureness[index, page] >= needed]
        if len(having) < len(lacking):
            if len(certain) == len(lacking):
                yield LostSentence(fullest, having, lacking, sentence.span, sentence.visible, ())
            continue
        for page in certain:
            span = _place(texts[page], pairs[page], index) or sentence.span
            yield LostSentence(page, tuple(sorted(having)), (page,), span, sentence.visible, (sentence.span,))


def _compared(
    full: Sequence[Sentence], own: Sequence[Sentence], ratio: float
) -> tuple[dict[int, int], dict[int, float]] | None:
    """The sentences of the fuller text that correspond to one of the other; and of those that do not, how surely."""
    mine, theirs = [s.traits for s in full], [s.traits for s in own]
    free = align_sentences(mine, theirs, ratio)
    if free is None:
        return None
    joined = align_sentences(mine, theirs, ratio, lost=False)
    margin = free.score - joined.score if joined else float("inf")
    found = dict(free.pairs)
    whole, length = sum(traits.length for traits in mine), sum(traits.length for traits in theirs)
    sure: dict[int, float] = {}
    for index, sentence in enumerate(full):
        if index in found:
            continue
        shorter = of_lengths(whole - sentence.traits.length, length, ratio) - of_lengths(whole, length, ratio)
        introduced = _introduces(sentence) and any(map(_introduces, own))
        sure[index] = float("-inf") if introduced else min(margin, shorter)
    return found, sure


def _introduces(sentence: Sentence) -> bool:
    """Whether a list follows: a text that introduces one says so in any number of sentences."""
    return sentence.visible.endswith(":")


def _place(own: Sequence[Sentence], found: Mapping[int, int], index: int) -> Span | None:
    """What stands before the place of a lost sentence, else what stands after it."""
    before = [found[i] for i in range(index) if i in found]
    return own[before[-1] if before else 0].span if own else None
