"""Running text: sentences, paragraphs and headings that are gone."""

from collections.abc import Iterator
from random import Random

from engine.change.mutation.cutting import stands_alone, without_lines, without_sentence
from engine.change.mutation.manuscript import Leaf, Manuscript, leaves, sentences, stated_in
from engine.change.mutation.records import Change
from engine.model.spans import Span
from engine.pages.blocks import Heading, Paragraph, Row


def rule_sentence_dropped(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """A sentence that states a rule is gone, with its paragraph when it was alone there."""
    yield from _sentences(manuscript, rules=True)
    yield from _paragraphs(manuscript, rules=True)


def sentence_dropped(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """One of several sentences of a text that states no rule is gone."""
    return _sentences(manuscript, rules=False)


def paragraph_dropped(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """A paragraph that states no rule is gone."""
    return _paragraphs(manuscript, rules=False)


def heading_dropped(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """A heading is gone, and what stood below it belongs to the section above."""
    for spot in manuscript.spots:
        if isinstance(spot.thing, Heading) and stands_alone(manuscript.file, spot.thing.span):
            span = spot.thing.span
            yield Change(span, (without_lines(manuscript.file, span.line, span.end_line),))


def _sentences(manuscript: Manuscript, *, rules: bool) -> Iterator[Change]:
    for leaf in leaves(manuscript):
        found = sentences(manuscript, leaf.text)
        content = _content(leaf)
        if len(found) < 2 or content is None:
            continue
        for number, (start, end) in enumerate(found):
            span = leaf.text.span(start, end)
            edit = without_sentence(manuscript.file, leaf.text, found, number, content)
            if edit and bool(stated_in(manuscript, span)) == rules:
                yield Change(span, (edit,))


def _content(leaf: Leaf) -> Span | None:
    """The span of a text with its markup; None where markup at its ends cannot be told from its surroundings."""
    if isinstance(leaf.spot.thing, Paragraph):
        return leaf.spot.thing.span
    at_an_end = any(mark.start == 0 or mark.end == len(leaf.text.visible) for mark in leaf.text.marks)
    return leaf.text.span() if isinstance(leaf.spot.thing, Row) and not at_an_end else None


def _paragraphs(manuscript: Manuscript, *, rules: bool) -> Iterator[Change]:
    for spot in manuscript.spots:
        thing = spot.thing
        if not isinstance(thing, Paragraph) or not thing.text.visible or not stands_alone(manuscript.file, thing.span):
            continue
        alone = len(sentences(manuscript, thing.text)) == 1
        if bool(stated_in(manuscript, thing.span)) == rules and (alone or not rules):
            yield Change(thing.span, (without_lines(manuscript.file, thing.span.line, thing.span.end_line),))
