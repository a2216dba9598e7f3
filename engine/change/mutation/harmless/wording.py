"""The same rule in other words: each wording that the grammar lists for what a sentence says."""

from collections.abc import Iterator
from random import Random

from engine.change.mutation.cutting import replaced
from engine.change.mutation.kinds.names import rule_sentences
from engine.change.mutation.manuscript import Manuscript, stated_in
from engine.change.mutation.records import Change
from engine.grammar import Grammar
from engine.grammar.parse import matches
from engine.grammar.render import wordings


def reworded(manuscript: Manuscript, random: Random) -> Iterator[Change]:
    """A sentence says its rule by another pattern of the same meaning. Free words are no part of a pattern."""
    for leaf, start, end in rule_sentences(manuscript):
        sentence = leaf.text.visible[start:end]
        span = leaf.text.span(start, end)
        patterns = {s.pattern for s in stated_in(manuscript, span) if s.text.startswith(sentence) and not s.notes}
        choice = [text for pattern in sorted(patterns) for text in _others(manuscript.grammar, sentence, pattern)]
        edit = replaced(manuscript.file, leaf.text, start, end, random.choice(choice)) if choice else None
        if edit:
            yield Change(span, (edit,))


def _others(grammar: Grammar, sentence: str, pattern: str) -> Iterator[str]:
    """Other wordings of a sentence that a pattern read (`cell.grants:12`)."""
    for match in matches(grammar, sentence, pattern.split(".")[0]):
        if f"{match.entry.meaning.id}:{match.line}" == pattern:
            yield from (text for text in wordings(grammar, match.entry, match.values) if text != sentence)
