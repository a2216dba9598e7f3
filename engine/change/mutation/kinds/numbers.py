"""Numbers: another one than the page said."""

import re
from collections.abc import Iterator
from random import Random

from engine.change.mutation.cutting import replaced
from engine.change.mutation.manuscript import Leaf, Manuscript, leaves, stated_in
from engine.change.mutation.records import Change
from engine.grammar.tokens import keys

_NUMBER = re.compile(r"(?<![\w.,:/-])\d+(?:[.,:   ]\d+)*(?![\w/-])")
"""A number that stands by itself; "365" in "O365" and "24/7" are names."""


def rule_number_changed(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """Another number where a rule is said: a limit, a percentage."""
    return _changed(manuscript, random, rules=True)


def number_changed(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """Another number in a text that states no rule."""
    return _changed(manuscript, random, rules=False)


def limit_lifted(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """A bound became "no bound", or the other way round."""
    words = manuscript.grammar.locale.words("unlimited")
    for leaf in leaves(manuscript):
        visible = leaf.text.visible
        unlimited = any(keys(visible) == keys(word) for word in words)
        if not stated_in(manuscript, leaf.text.span()) or not (unlimited or visible.isdecimal()) or not words:
            continue
        new = str(random.randint(1, 20) * 5) if unlimited else words[0]
        edit = replaced(manuscript.file, leaf.text, 0, len(visible), new)
        if edit:
            yield Change(leaf.text.span(), (edit,))


def _changed(manuscript: Manuscript, random: Random, *, rules: bool) -> Iterator[Change]:
    for leaf in leaves(manuscript):
        for number in _NUMBER.finditer(leaf.text.visible):
            change = _change(manuscript, leaf, *number.span(), random)
            if change and bool(stated_in(manuscript, change.span)) == rules:
                yield change


def _change(manuscript: Manuscript, leaf: Leaf, start: int, end: int, random: Random) -> Change | None:
    """One digit becomes another; the first stays above 0, so that the number keeps its length."""
    position = random.choice([i for i in range(start, end) if leaf.text.visible[i].isdecimal()])
    digit = leaf.text.visible[position]
    choice = "123456789" if position == start and end - start > 1 else "0123456789"
    new = random.choice(choice.replace(digit, ""))
    edit = replaced(manuscript.file, leaf.text, position, position + 1, new)
    return Change(leaf.text.span(start, end), (edit,)) if edit else None
