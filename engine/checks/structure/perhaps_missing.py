"""A text of some languages whose words other languages may say elsewhere, or otherwise.

Why: a translator may have folded it into another text, or left it out; only a reader can tell.
Fix: compare the texts, and add to the pages that lack it what is missing.
"""

from collections.abc import Iterator

from engine.checks.compared import doubtful_lacks
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per text and language.

    Which words of two languages stand for each other is learnt from the tree; a small one teaches nothing, and no
    lack in it is doubtful.
    """
    for found in doubtful_lacks(docs):
        yield Finding(
            "S022",
            found.span,
            {"having": found.having, "lacking": found.lacking, "there": found.there},
            found.related,
        )
