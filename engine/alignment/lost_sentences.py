"""Sentences that one language says and another does not, in texts that otherwise correspond."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from engine.alignment.lexicon import stems
from engine.alignment.likeness import of_lengths
from engine.alignment.records import Alignment
from engine.alignment.sentences import LOST, align_sentences
from engine.alignment.texts import Sentence, bounds_of, corresponding_texts, sentences_of
from engine.alignment.told import Lack, lack
from engine.alignment.traits import Traits
from engine.model.spans import Span

SENTENCE = "sentence"

_NEEDED = (1.6, 1.6, 1.0, 0.0)
"""How much better a lost sentence must explain two texts than joined ones: less, the more languages agree about it."""
_ALWAYS_NEEDED = -1.0
_MOST_SURE = 10.0
_LED_IN = 2.0
"""How much surer a lost sentence is that leads to a list, where nothing of the other text does."""


def lost_sentences(alignment: Alignment) -> Iterator[Lack]:
    """The sentences that are lost within leaves that correspond."""
    for corresponding in corresponding_texts(alignment):
        texts = corresponding.texts
        if len({len(bounds_of(alignment, page, text)) for page, text in texts.items()}) > 1:
            sentences = {page: sentences_of(alignment, page, text) for page, text in texts.items()}
            yield from _lost(alignment, sentences, corresponding.column)


def _lost(alignment: Alignment, texts: Mapping[int, Sequence[Sentence]], column: int) -> Iterator[Lack]:
    """Compare each text with those of most sentences."""
    most = max(map(len, texts.values()))
    full = [page for page, own in sorted(texts.items()) if len(own) == most]
    pairs: dict[int, dict[int, int]] = {page: {index: index for index in range(most)} for page in full}
    sureness: dict[tuple[int, int], float] = {}
    for page, own in texts.items():
        if page in full:
            continue
        compared = [_compared(texts[other], own, alignment.ratios[other][page]) for other in full]
        if None in compared:
            return
        found = [each for each in compared if each is not None]
        pairs[page] = max((pairs for pairs, _ in found), key=len)
        for index in range(most):
            if index not in pairs[page]:
                # How a translation words things varies: the mean of several says more than one of them.
                sureness[index, page] = sum(sure.get(index, 0.0) for _, sure in found) / len(found)
    for index, sentence in enumerate(texts[full[0]]):
        having = tuple(page for page in sorted(texts) if index in pairs[page])
        lacking = tuple(page for page in sorted(texts) if index not in pairs[page])
        agreeing = max(len(having), len(lacking))
        needed = _NEEDED[agreeing - 1] if agreeing <= len(_NEEDED) else _ALWAYS_NEEDED
        certain = [page for page in lacking if sureness[index, page] >= needed]
        if len(having) < len(lacking):
            if len(certain) == len(lacking):
                told = lack(alignment, SENTENCE, sentence.span, having, lacking, sentence.visible)
                yield _within(told, texts[having[0]], index, column)
            continue
        for page in certain:
            span = _place(texts[page], pairs[page], index) or sentence.span
            spans = tuple(texts[other][index].span for other in full)
            # The sentence is quoted from one of the fullest pages: that one stands first.
            having = tuple(sorted(having, key=lambda each: (each != full[0], each)))
            told = lack(alignment, SENTENCE, span, having, (page,), sentence.visible, spans)
            yield _within(told, texts[full[0]], index, column)


def _within(found: Lack, sentences: Sequence[Sentence], index: int, column: int) -> Lack:
    """A lost sentence with the text that it stands in."""
    rest = " ".join(sentence.visible for number, sentence in enumerate(sentences) if number != index)
    return msgspec.structs.replace(
        found,
        said=(sentences[index].visible,),
        places=(column,),
        column=column,
        beside=" ".join(sorted(stems(rest))),
    )


def _compared(
    full: Sequence[Sentence], own: Sequence[Sentence], ratio: float
) -> tuple[dict[int, int], dict[int, float]] | None:
    """The sentences of the fuller text that correspond to one of the other; and of those that do not, how surely."""
    mine, theirs = [s.traits for s in full], [s.traits for s in own]
    free = align_sentences(mine, theirs, ratio)
    if free is None:
        return None
    joined = align_sentences(mine, theirs, ratio, lost=False)
    found, score = dict(free.pairs), free.score
    if len(found) == len(mine):
        found, score = _without_one(mine, theirs, ratio)
    margin = score - joined.score if joined else _MOST_SURE
    whole, length = sum(traits.length for traits in mine), sum(traits.length for traits in theirs)
    sure: dict[int, float] = {}
    for index, sentence in enumerate(full):
        if index in found:
            continue
        shorter = of_lengths(whole - sentence.traits.length, length, ratio) - of_lengths(whole, length, ratio)
        if not _introduces(sentence):
            sure[index] = min(margin, shorter, _MOST_SURE)
        elif any(map(_introduces, own)):
            sure[index] = -_MOST_SURE
        else:
            sure[index] = min(margin, shorter) + _LED_IN
    return found, sure


def _without_one(mine: Sequence[Traits], theirs: Sequence[Traits], ratio: float) -> tuple[dict[int, int], float]:
    """The best way in which the texts correspond if one of the sentences is lost."""
    best: tuple[dict[int, int], float] = (dict.fromkeys(range(len(mine)), 0), float("-inf"))
    for lost in range(len(mine)):
        kept = [index for index in range(len(mine)) if index != lost]
        beads = align_sentences([mine[index] for index in kept], theirs, ratio, lost=False)
        if beads is not None and beads.score + LOST > best[1]:
            best = {kept[one]: other for one, other in beads.pairs}, beads.score + LOST
    return best


def _introduces(sentence: Sentence) -> bool:
    """Whether a list follows: a text that introduces one says so in any number of sentences."""
    return sentence.visible.endswith(":")


def _place(own: Sequence[Sentence], found: Mapping[int, int], index: int) -> Span | None:
    """What stands before the place of a lost sentence, else what stands after it."""
    before = [found[i] for i in range(index) if i in found]
    return own[before[-1] if before else 0].span if own else None
