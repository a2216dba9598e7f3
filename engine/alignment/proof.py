"""Which lacks are beyond doubt: the words of what a page lacks are looked for in all that it says.

Translators fold two texts into one, split one in two and say things elsewhere on a page. Length and anchors do not
show it; the words do, once a lexicon learnt from the whole tree tells which of them stand for each other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum

import msgspec

from engine.alignment.leaves import ALERT, HEADING, ITEM, PARAGRAPH, ROW, STEP
from engine.alignment.lexicon import Lexicon, Stems, TextGroup, split, stems
from engine.alignment.lost_sentences import SENTENCE
from engine.alignment.records import NONE
from engine.alignment.told import Lack

_JUDGED = (ALERT, HEADING, ITEM, PARAGRAPH, ROW, SENTENCE, STEP)
"""Kinds that are running text."""
_ENOUGH = 40
"""Texts of a tree below which nothing is known of its words,"""
_PLENTY = 2000
"""and from which so much is known that silence tells something too."""
_SAID = 0.5
"""From which share of its words a text is said by one that stands near,"""
_NEAR = 4
"""so many columns away at most."""
_IN_ALL = 0.9
"""Farther away both texts must say the same: the shares of both, added up,"""
_ALSO = 0.35
"""or where it says at least this share,"""
_EQUAL = 0.8
"""and both together this much."""
_DOUBTFUL = 0.3
"""From which share on it may be said in other words,"""
_DOUBTFUL_TOGETHER = 0.6
"""or from which shares of both texts."""
_FOLDED = 0.12
"""From which share the sentences beside a lost one may have taken it in."""
_LITTLE = 0.2
"""A text that says less than this share of another is no place to look at."""
_WORDS = 2
"""Texts of fewer words that tell something prove nothing; headings, and texts of no more words than these, are said
only where little else is."""
_FITS = 0.52
"""The share of its words that the rest of a text must have in common with a text that lacks a sentence."""


class Verdict(Enum):
    """Whether a language lacks a text."""

    LOST = "lost"
    DOUBTFUL = "doubtful"
    SAID = "said"


Saying = tuple[TextGroup, Sequence[Lack]]
"""What the languages of a page say, and what some of them seem to lack."""


def proven(sayings: Mapping[str, Saying]) -> dict[str, tuple[Lack, ...]]:
    """The lacks of each page without those that are none; those that are doubtful are marked.

    Args:
        sayings: the pages of a whole tree, by name. From few texts nothing is learnt.
    Returns:
        Only the pages of which something was judged.
    """
    judged = {name: each for name, each in sayings.items() if any(map(_is_judged, each[1]))}
    if not judged or sum(len(group.texts) for group, _ in sayings.values()) < _ENOUGH:
        return {}
    lexicon = Lexicon((group for group, _ in sayings.values()), _wanted(group for group, _ in judged.values()))
    return {name: tuple(_of_page(lexicon, *each)) for name, each in judged.items()}


def _is_judged(lack: Lack) -> bool:
    return lack.kind in _JUDGED and bool(lack.said)


def _wanted(groups: Iterable[TextGroup]) -> frozenset[str]:
    return frozenset(stem for group in groups for texts in group.texts for text in texts for stem in text.split())


def _of_page(lexicon: Lexicon, group: TextGroup, lacks: Sequence[Lack]) -> Iterator[Lack]:
    for lack in lacks:
        if not _is_judged(lack):
            yield lack
            continue
        verdicts = {language: _verdict(lexicon, group, lack, language) for language in lack.lacking}
        if lack.kind == ROW:
            # Rows are much alike: only one that stands in the place of another is doubtful.
            yield msgspec.structs.replace(lack, sure=Verdict.SAID not in verdicts.values())
            continue
        lacking = tuple(language for language, verdict in verdicts.items() if verdict is not Verdict.SAID)
        if lacking:
            # Where one language says it elsewhere, the others may too.
            sure = all(verdict is Verdict.LOST for verdict in verdicts.values()) and _had(lexicon, group, lack)
            yield msgspec.structs.replace(lack, lacking=lacking, sure=sure)


def _had(lexicon: Lexicon, group: TextGroup, lack: Lack) -> bool:
    """Whether the other languages that are told to have the texts say something of them."""
    having, *others = lack.having
    if lexicon.texts < _PLENTY:
        return True
    return all(
        lexicon.said(having, stems(text), other, split(group.texts[place][group.languages.index(other)])) >= _LITTLE
        for other in others
        for text, place in zip(lack.said, lack.places, strict=False)
    )


def _verdict(lexicon: Lexicon, group: TextGroup, lack: Lack, language: str) -> Verdict:
    """Whether a language says what it seems to lack."""
    found = [_of_text(lexicon, group, lack, stems(text), language) for text in lack.said]
    said = found.count(Verdict.SAID)
    if said and 2 * said >= len(found) and Verdict.LOST not in found:
        return Verdict.SAID
    return Verdict.LOST if 2 * found.count(Verdict.LOST) >= len(found) else Verdict.DOUBTFUL


def _of_text(lexicon: Lexicon, group: TextGroup, lack: Lack, text: Stems, language: str) -> Verdict:
    having = lack.having[0]
    mine, theirs = group.languages.index(having), group.languages.index(language)
    telling = sum(lexicon.weight(having, stem) > 0 for stem in text)
    verdict = Verdict.LOST
    if lexicon.texts >= _PLENTY and telling < _WORDS and lack.kind != HEADING:
        verdict = Verdict.DOUBTFUL
    if (
        lexicon.texts >= _PLENTY
        and lack.column != NONE
        and not _rest_fits(lexicon, having, split(lack.beside), language, group, lack.column)
    ):
        verdict = Verdict.DOUBTFUL
    for number, texts in enumerate(group.texts):
        there = split(texts[theirs])
        if not there:
            continue
        beside = split(lack.beside if number == lack.column else texts[mine])
        share = lexicon.said(having, text, language, there, beside)
        if number == lack.column and share >= _FOLDED:
            verdict = Verdict.DOUBTFUL
        if share < _LITTLE:
            continue
        back = lexicon.said(language, there, having, text)
        near = any(abs(number - place) <= _NEAR for place in lack.places)
        same = share >= _SAID and (near or share + back >= _IN_ALL)
        if same or (share >= _ALSO and share + back >= _EQUAL):
            enough = telling > _WORDS and lack.kind != HEADING
            if lexicon.texts >= _PLENTY and (enough or back >= _SAID):
                return Verdict.SAID
            verdict = Verdict.DOUBTFUL
        elif share >= _DOUBTFUL or share + back >= _DOUBTFUL_TOGETHER:
            verdict = Verdict.DOUBTFUL
    return verdict


def _rest_fits(lexicon: Lexicon, having: str, beside: Stems, language: str, group: TextGroup, column: int) -> bool:
    """Whether what stands beside a lost sentence says what the text without it says."""
    there = split(group.texts[column][group.languages.index(language)])
    return min(lexicon.said(having, beside, language, there), lexicon.said(language, there, having, beside)) >= _FITS
