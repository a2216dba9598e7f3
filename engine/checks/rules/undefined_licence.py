"""A licence or plan that a rule names and no page lists."""

from collections.abc import Iterator

from engine.findings import Finding, Related
from engine.model.rules import holdable_ids
from engine.model.statements import Statement
from engine.rules import Docs

SHOWN = 3
"""Sentences that a finding quotes; a licence may be named on hundreds of pages."""


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per language and undefined licence, at the first sentence that names it, quoting some."""
    undefined = set(docs.rules.undefined)
    naming: dict[tuple[str, str], list[Statement]] = {}
    for statement in docs.rules.statements:
        for id in holdable_ids(statement.rule):
            if id in undefined:
                naming.setdefault((statement.language, id), []).append(statement)
    for (_, id), statements in sorted(naming.items()):
        places = tuple(dict.fromkeys(Related(s.span, s.quote) for s in statements))
        yield Finding("R004", statements[0].span, {"licence": id}, places[:SHOWN])
