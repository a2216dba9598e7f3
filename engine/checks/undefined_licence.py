"""A licence that a rule names and no page lists.

Why: a reader is told to have something that she finds nowhere, and no price list or table can confirm it.
Fix: list the licence on a licence page, or name the one that is meant.
"""

from collections.abc import Iterator

from engine.findings import Finding, Related
from engine.model.rules import holdable_ids
from engine.model.spans import Span
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per undefined licence and sentence that names it, quoting the sentence."""
    undefined = set(docs.rules.undefined)
    seen: set[tuple[str, Span]] = set()
    for statement in docs.rules.statements:
        for id in holdable_ids(statement.rule):
            if id in undefined and (id, statement.span) not in seen:
                seen.add((id, statement.span))
                yield Finding("R004", statement.span, {"licence": id}, (Related(statement.span, statement.quote),))
