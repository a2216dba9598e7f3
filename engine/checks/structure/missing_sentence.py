"""A sentence that some languages say and others do not, in a text that is otherwise the same.

Why: readers of one language are told less, and nothing shows it: the paragraph is there.
Fix: add it to the pages that lack it, or remove it from the others.
"""

from collections.abc import Iterator

from engine.alignment.lost_sentences import SENTENCE
from engine.checks.compared import lacks
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per sentence and language; sentences that a translator joined or split are not lost."""
    for found in lacks(docs, SENTENCE):
        yield Finding(
            "S010",
            found.span,
            {"having": found.having, "lacking": found.lacking, "there": found.there},
            found.related,
        )
