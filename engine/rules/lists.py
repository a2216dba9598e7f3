"""Lists that state rules: combinations, licences of a section, metered services, features."""

import re
from collections.abc import Callable

from engine.grammar.parse import matches
from engine.grammar.tokens import tokenize
from engine.model.rules import Combination, Includes, Licence, Metered
from engine.pages.blocks import Item, List, Paragraph, Text
from engine.rules.collector import Collector, shorten
from engine.rules.names import nearest_name
from engine.rules.page_reading import Section

_PLUS = " + "
"""Stands between the names of licences that are combined."""


def item_text(item: Item) -> Text | None:
    """The text of a list item: its first paragraph."""
    first = item.blocks[0] if item.blocks else None
    return first.text if isinstance(first, Paragraph) else None


def introduces(collector: Collector, introduction: Text, meaning: str) -> bool:
    """Whether a paragraph ends with the sentence that introduces such a list."""
    text = introduction.visible
    tail = max((m.end() for m in re.finditer(r"[.!?]\s+", text)), default=0)
    return any(
        match.entry.meaning.name == meaning
        for candidate in (text, text[tail:])
        for match in matches(collector.grammar, candidate, "introduction")
    )


def read_combinations(collector: Collector, items: List) -> bool:
    """State a list whose items join licence names by a plus sign. False when not most of them do."""
    texts = [text for item in items.items if (text := item_text(item)) is not None]
    if not any(_PLUS in text.visible for text in texts):
        return False
    joined = [_joined(collector, text.visible) for text in texts]
    if 2 * sum(licences is not None for licences in joined) <= len(items.items):
        return False
    for text, licences in zip(texts, joined, strict=True):
        if licences is None:
            collector.unread(text.span(), text.visible)
        else:
            collector.state((Combination(tuple(sorted(licences))),), text.span(), text.visible, "list.combination")
    return True


def _joined(collector: Collector, text: str) -> tuple[str, ...] | None:
    parts = text.split(_PLUS)
    if len(parts) < 2:
        return None
    ids = [collector.grammar.lexicon.whole("licence", tokenize(part)) for part in parts]
    return tuple(i[0] for i in ids) if all(len(i) == 1 for i in ids) else None


def read_products(collector: Collector, items: List, section: Section | None) -> None:
    """State the licences that a section lists without descriptions. A market's name stands for its plans."""
    for item in items.items:
        text = item_text(item)
        if text is None or not text.visible:
            collector.unread(item.span, "")
            continue
        lexicon, tokens = collector.grammar.lexicon, tokenize(text.visible)
        ids = lexicon.whole("licence", tokens)
        if len(ids) == 1 and section is not None:
            rule = Licence(ids[0], section.scope, section.edition, section.lifecycle)
            collector.state((rule,), text.span(), text.visible, "list.licence")
        elif not lexicon.whole("market", tokens):
            suggestion = nearest_name(collector, "licence", text.visible)
            collector.find("R002", text.span(), name=shorten(text.visible), suggestion=suggestion)


def read_features(collector: Collector, items: List, holder: str) -> None:
    """State the features of a user plan or class, those of nested lists too."""
    for item in items.items:
        text = item_text(item)
        if text is not None and text.visible:
            ids = collector.grammar.lexicon.whole("feature", tokenize(text.visible))
            if len(ids) == 1:
                collector.state((Includes(holder, ids[0]),), text.span(), text.visible, "list.feature")
            else:
                suggestion = nearest_name(collector, "feature", text.visible)
                collector.find("R002", text.span(), name=shorten(text.visible), suggestion=suggestion)
        for block in item.blocks[1:]:
            if isinstance(block, List):
                read_features(collector, block, holder)


def is_metered(collector: Collector, items: List) -> bool:
    """Whether most items of a list name services that are billed by use."""
    metered = collector.grammar.vocabulary.metered
    return _mostly(collector, items, lambda ids: not metered.isdisjoint(ids), "capability")


def is_products(collector: Collector, items: List) -> bool:
    """Whether most items of a list name licences."""
    return _mostly(collector, items, bool, "licence")


def _mostly(collector: Collector, items: List, fits: Callable[[tuple[str, ...]], bool], kind: str) -> bool:
    fitting = others = 0
    for item in items.items:
        text = item_text(item)
        if text is not None and fits(collector.grammar.lexicon.named(kind, text.visible)):
            fitting += 1
        else:
            others += 1
            # Hardly any list is of names alone: the first half of its items tells.
            if 2 * others >= len(items.items):
                return False
    return fitting > 1


def read_metered(collector: Collector, items: List) -> None:
    """State services whose use is billed beyond an allowance."""
    for item in items.items:
        text = item_text(item)
        if text is None or not text.visible:
            continue
        ids = collector.grammar.lexicon.whole("capability", tokenize(text.visible))
        if len(ids) == 1:
            collector.state((Metered(ids[0], collector.market),), text.span(), text.visible, "list.metered")
        else:
            suggestion = nearest_name(collector, "capability", text.visible)
            collector.find("R002", text.span(), name=shorten(text.visible), suggestion=suggestion)
