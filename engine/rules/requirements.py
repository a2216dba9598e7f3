"""Requirements outside the licence tables: sentences, and introductions with a list of what is needed."""

from engine.grammar import parse, split_sentences
from engine.grammar.parse import parse_needs
from engine.grammar.tokens import keys, tokenize
from engine.localedata.vocabulary import HOLDABLE
from engine.model.rules import Requires, all_of
from engine.model.spans import Span
from engine.pages.blocks import Heading, List, Paragraph, Text
from engine.rules.collector import Collector


def read_introduced_list(collector: Collector, introduction: Text, items: List) -> bool:
    """State an introduction with its list as one rule. False when the text introduces no requirement."""
    for start, end in split_sentences(introduction.visible, collector.grammar.locale.words("abbreviations")):
        sentence = introduction.visible[start:end]
        readings = parse(collector.grammar, sentence, "introduction")
        if len(readings) != 1 or end != len(introduction.visible):
            continue
        groups: list[frozenset[str]] = []
        scopes: set[tuple[str, str]] = set()
        texts: list[str] = []
        complete = True
        for item in items.items:
            text = item_text(item.blocks)
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


def item_text(blocks: tuple[object, ...]) -> Text | None:
    """The text of a list item: its first paragraph."""
    first = blocks[0] if blocks else None
    return first.text if isinstance(first, Paragraph) else None


def read_sentences(collector: Collector, block: Paragraph | Heading) -> None:
    """State the requirements among the sentences of a paragraph; note those that look like one and are not read."""
    text = block.text.visible
    if not any(True for _ in collector.grammar.lexicon.mentions(HOLDABLE, tokenize(text))):
        return
    for start, end in split_sentences(text, collector.grammar.locale.words("abbreviations")):
        sentence = text[start:end]
        if not may_require(collector, sentence):
            continue
        span = block.text.span(start, end)
        if not collector.settle(parse(collector.grammar, sentence, "sentence"), span, sentence):
            collector.unread(span, sentence)


def may_require(collector: Collector, sentence: str) -> bool:
    """Whether a sentence is a rule position: it holds a word of requiring and the name of something to hold.

    A name of one word ("System", "Audience") is also an ordinary word; it counts only beside a word for licence.
    """
    tokens = tokenize(sentence)
    present = tuple(token.key for token in tokens)
    grammar = collector.grammar
    if not any(_holds(present, keys(cue)) for cue in grammar.locale.words("cues")):
        return False
    for kind, id in grammar.lexicon.mentions(HOLDABLE, tokens):
        term = grammar.locale.term(kind, id)
        if kind == "right" or (term and any(_holds(present, k) for s in term.surfaces if len(k := keys(s)) > 1)):
            return True
    readers = grammar.matcher.needs
    return readers is not None and any(readers.member(tokens, i) for i in range(len(tokens)))


def _holds(present: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(present[i : i + len(words)] == words for i in range(len(present) - len(words) + 1))
