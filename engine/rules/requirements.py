"""Requirements outside the licence tables: sentences, bracketed remarks, list items, introductions with a list."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from engine.grammar import Reading, parse, split_sentences
from engine.grammar.around import rules_around
from engine.grammar.compile import LICENSED
from engine.grammar.parse import matches, parse_needs, readings_of
from engine.grammar.tokens import Token, holds, tokenize, words
from engine.localedata.vocabulary import HOLDABLE
from engine.model.rules import PART, Limit, Requires, all_of, holdable_ids
from engine.model.spans import Span
from engine.pages.blocks import List, Text
from engine.rules.collector import Collector
from engine.rules.lists import item_text
from engine.rules.page_reading import Position, Silent

_BOUGHT = tuple(kind for kind in HOLDABLE if kind != "right")
"""What a requirement sentence outside the licence tables is about; rights are spoken of everywhere."""

_BEFORE, _AFTER = 5, 2
"""Words between a name and a word for licence or plan: "a licence for and have activated X", "an X plan"."""

_USING = 4
"""Words around "this feature" that say no more than that it is used: "to be able to use this feature"."""

_WITH_A_PLAN, _AROUND = ("sentence.effect:", "sentence.requires-part:"), "sentence.around"
"""Patterns: those of whatever somebody has or can do with a plan, and none."""

_BRACKETS = re.compile(r"\(([^()]+)\)")


def read_introduced_list(collector: Collector, introduction: Text, items: List) -> bool:
    """State an introduction with its list as one rule. False when the text introduces no requirement."""
    for start, end in split_sentences(introduction.visible, collector.grammar.locale.words("abbreviations")):
        if end != len(introduction.visible):
            continue
        sentence = introduction.visible[start:end]
        readings = parse(collector.grammar, sentence, "introduction")
        if len(readings) != 1:
            continue
        groups: list[frozenset[str]] = []
        scopes: set[tuple[str, str]] = set()
        texts: list[str] = []
        complete = True
        for item in items.items:
            text = item_text(item)
            needs = parse_needs(collector.grammar, text.visible) if text else None
            if text is None or needs is None:
                collector.unread(item.span, text.visible if text else "")
                complete = False
                continue
            groups.extend(frozenset(group) for group in needs.needs)
            scopes |= set(needs.scopes)
            texts.append(text.visible)
        if complete and groups:
            opening = introduction.span(start, end)
            span = Span(opening.path, opening.line, opening.column, items.span.end_line, items.span.end_column)
            rules = [
                Requires(rule.capability, rule.channel, all_of(groups), tuple(sorted(scopes)))
                for rule in readings[0].rules
                if isinstance(rule, Requires)
            ]
            collector.state(rules, span, f"{sentence} {'; '.join(texts)}", readings[0].pattern)
        return True
    return False


def read_sentences(collector: Collector, text: Text) -> None:
    """State the rules among the sentences of a text; note those that look like one and are not read."""
    visible = text.visible
    if not collector.grammar.of_licences.lets_pass(words(visible)):
        return
    sentences = split_sentences(visible, collector.grammar.locale.words("abbreviations"))
    if not _speaks_of_licences(collector, visible, sentences):
        return
    for start, end in sentences:
        read = [_read_sentence(collector, text, *piece) for piece in _pieces(collector, visible, start, end)]
        sentence = visible[start:end]
        if any(read) or not collector.grammar.of_licences.lets_pass(words(sentence)):
            continue
        span = text.span(start, end)
        if not _read_around(collector, span, sentence):
            _keep_silent(collector, span, sentence)


def _read_around(collector: Collector, span: Span, sentence: str) -> bool:
    """State what a sentence requires in whatever order its words stand. False where that is not certain."""
    rules = () if sentence.endswith("?") else rules_around(collector.grammar, tokenize(sentence), collector.topic)
    if not rules:
        return False
    _keep(collector, (Reading(rules, _AROUND, loose=True),), span, sentence)
    return True


def _keep_silent(collector: Collector, span: Span, sentence: str) -> None:
    """Keep a sentence that nothing reads, by what it names; in a rule position it is a finding."""
    tokens = tokenize(sentence)
    named = frozenset(id for _, id in collector.grammar.lexicon.mentions(HOLDABLE, tokens))
    requires = not sentence.endswith("?") and may_require(collector, tokens)
    asks = requires or (not sentence.endswith("?") and _asks_for_a_licence(collector, tokens))
    if named or asks:
        collector.silent.append(Silent(span, sentence, named, asks))
    if requires:
        collector.positions.append(Position(span, sentence, ""))
        collector.unread(span, sentence)


def read_badge(collector: Collector, heading: Text) -> bool:
    """State a heading that ends with nothing but what its section needs, in brackets. False for any other."""
    visible = heading.visible.rstrip()
    badge = next((found for found in _BRACKETS.finditer(visible, 1) if found.end() == len(visible)), None)
    if badge is None or not names_something(collector, tokenize(badge[1])):
        return False
    readings = parse(collector.grammar, badge[1], "item", collector.topic)
    if readings:
        _keep(collector, readings, heading.span(badge.start(1), badge.end(1)), badge[1])
    return bool(readings)


def read_item(collector: Collector, text: Text, *, bare: bool = False) -> bool:
    """State a list item or cell that is nothing but what is needed.

    Args:
        collector: of the page.
        text: the item.
        bare: accept several names without a word for licence or plan, as in a column of licences: "A or B".
    """
    nouns = collector.grammar.holder_nouns
    if not bare and not collector.grammar.of_holders.lets_pass(words(text.visible)):
        return False
    named = any(token.key in nouns for token in tokenize(text.visible))
    if not named and not bare:
        return False
    readings = parse(collector.grammar, text.visible, "item", collector.topic)
    ids = {id for reading in readings for rule in reading.rules for id in holdable_ids(rule)}
    if not named and len(ids) < 2:
        return False
    if readings:
        _keep(collector, readings, text.span(), text.visible)
    return bool(readings)


def _pieces(collector: Collector, visible: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """A sentence as (start, end, text): remarks in brackets by themselves, then the rest without them.

    A remark that goes on with a list stays in the rest: "requires an X licence (or the Y plan)".
    """
    sentence = visible[start:end]
    remarks = [found for found in _BRACKETS.finditer(sentence) if " " in found[1].strip()]
    for found in remarks:
        yield start + found.start(1), start + found.end(1), found[1]
    yield start, end, sentence
    if remarks:
        rest = sentence
        for found in reversed(remarks):
            kept = f" {found[1]}" if _goes_on_with_a_list(collector, found[1]) else ""
            rest = rest[: found.start()].rstrip() + kept + rest[found.end() :]
        if rest.strip(" .,;:"):
            yield start, end, rest


def _goes_on_with_a_list(collector: Collector, remark: str) -> bool:
    """Whether a remark begins with "and" or "or" and names something to hold."""
    tokens = tokenize(remark)
    return bool(collector.grammar.matcher.words.joining.begin_at(tokens, 0)) and names_something(collector, tokens)


def _read_sentence(collector: Collector, text: Text, start: int, end: int, sentence: str) -> bool:
    """State what a sentence, remark or rest of a sentence between two places of a text says. False for nothing."""
    if not collector.grammar.of_subjects.lets_pass(words(sentence)):
        return False
    found = tuple(matches(collector.grammar, sentence, "sentence"))
    if any(match.entry.meaning.name == "cumulative" for match in found):
        collector.cumulative = True
        return True
    tokens = tokenize(sentence)
    if not found or not collector.grammar.lexicon.mentions((*HOLDABLE, "market", "solution"), tokens):
        return False
    readings = _or_bounds(collector, tokens, readings_of(found, collector.topic))
    named = names_something(collector, tokens) or _asks_for_a_class(collector, readings)
    if any(reading.loose for reading in readings) and not named:
        # "The system allows you to ...": ordinary words that are also names.
        return False
    if not readings:
        return False
    span = text.span(start, end)
    if not any(p.span == span for p in collector.positions):
        _keep(collector, _of_this_page(collector, readings), span, sentence)
    return True


def _or_bounds(collector: Collector, tokens: Sequence[Token], readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """What a plan bounds, where the sentence was taken for what it makes possible: "With Core you have up to 3 X"."""
    if not readings or not all(reading.pattern.startswith(_WITH_A_PLAN) for reading in readings):
        return readings
    rules = rules_around(collector.grammar, tokens, collector.topic)
    if not rules or not all(isinstance(rule, Limit) for rule in rules):
        return readings
    return (Reading(rules, _AROUND, loose=True),)


def _of_this_page(collector: Collector, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """A requirement of a part that is "this feature" is one of the page: "You need X to use this feature"."""
    phrases = collector.grammar.words["this_page"].all
    if len(readings) != 1 or not readings[0].loose or not readings[0].notes:
        return readings
    thing = tuple(token.key for token in tokenize(readings[0].notes[0]))
    if not any(holds(thing, phrase) and len(thing) <= len(phrase) + _USING for phrase in phrases):
        return readings
    rules = tuple(
        msgspec.structs.replace(rule, capability=collector.topic)
        if isinstance(rule, Requires) and rule.capability == collector.topic + PART
        else rule
        for rule in readings[0].rules
    )
    return (msgspec.structs.replace(readings[0], rules=rules),)


def _keep(collector: Collector, readings: tuple[Reading, ...], span: Span, sentence: str) -> None:
    collector.settle(readings, span, sentence)
    collector.positions.append(
        Position(span, sentence, readings[0].pattern.split(":")[0] if len(readings) == 1 else "")
    )


def may_require(collector: Collector, tokens: tuple[Token, ...]) -> bool:
    """Whether a sentence is a rule position: it holds a word of requiring and the name of something to hold."""
    return _has_cue(collector, tokens) and names_something(collector, tokens)


def _asks_for_a_class(collector: Collector, readings: tuple[Reading, ...]) -> bool:
    """Whether a reading names a class by its solution: "a Service user plan" has the word for plan in it."""
    classes = {entry.id for entry in collector.grammar.vocabulary.of("class") if entry.solution}
    return any(classes & set(holdable_ids(rule)) for reading in readings for rule in reading.rules)


def _asks_for_a_licence(collector: Collector, tokens: tuple[Token, ...]) -> bool:
    """Whether a sentence holds a word of requiring and a word for licence or plan; no term need know its name."""
    return _has_cue(collector, tokens) and any(token.key in collector.grammar.holder_nouns for token in tokens)


def _has_cue(collector: Collector, tokens: tuple[Token, ...]) -> bool:
    return collector.grammar.words["cues"].stand_in(tokens)


def names_something(collector: Collector, tokens: tuple[Token, ...]) -> bool:
    """Whether the tokens name something to hold.

    A name of one word ("System", "Core") is also an ordinary word; it counts only beside a word for licence or plan.
    """
    lexicon = collector.grammar.lexicon
    nouns = collector.grammar.holder_nouns
    # A name that is also that of a capability ("Customer Centre") needs such a word somewhere in the sentence.
    vocabulary = collector.grammar.vocabulary
    places = [place for place, token in enumerate(tokens) if token.key in nouns]
    mentioned = lexicon.mentions(_BOUGHT, tokens, words=2)
    if any(places or vocabulary.get("capability", id) is None for _, id in mentioned):
        return True
    return any(
        token.key not in nouns and lexicon.mentions(_BOUGHT, (token,))
        for place in places
        for token in tokens[max(0, place - _AFTER) : place + _BEFORE + 1]
    )


def _speaks_of_licences(collector: Collector, visible: str, sentences: Sequence[tuple[int, int]]) -> bool:
    """Whether a text names something to hold or a market, or has a word for licence or plan, or says "cumulative"."""
    grammar = collector.grammar
    if grammar.across_sentences.lets_pass(words(visible)):
        tokens = tokenize(visible)
        present = {token.key for token in tokens}
        return _names_licence(collector, tokens) or any(demands.met_by(present) for demands in grammar.cumulative)
    parts = (visible[start:end] for start, end in sentences)
    return any(
        grammar.of_licences.lets_pass(words(part)) and _names_licence(collector, tokenize(part)) for part in parts
    )


def _names_licence(collector: Collector, tokens: tuple[Token, ...]) -> bool:
    """Whether tokens name something to hold or a market, or have a word for licence or plan among them."""
    grammar = collector.grammar
    return any(token.key in grammar.holder_nouns for token in tokens) or bool(
        grammar.lexicon.mentions(LICENSED, tokens)
    )
