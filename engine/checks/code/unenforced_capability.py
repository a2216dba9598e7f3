"""A capability that pages grant or require, and about which no code asks."""

from collections.abc import Iterator

from engine.checks.scanned import gaps_of
from engine.contract.scan.compare import Sort
from engine.findings import Finding, Related
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per capability, at the first sentence about it, with that of each other language."""
    for gap in gaps_of(docs, Sort.UNENFORCED):
        first, *others = gap.said
        related = tuple(Related(statement.span, statement.quote) for statement in others)
        yield Finding("C002", first.span, {"id": gap.id}, related)
