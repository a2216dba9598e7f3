"""A lock that cannot be read, as after a merge that left its marks."""

from collections.abc import Iterator

from engine.checks.locked import locked
from engine.contract.lock import FILE
from engine.findings import Finding
from engine.model.spans import Span
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding, at the line of the fault."""
    found = locked(docs)
    if found is not None and found.rules is None:
        yield Finding("L005", Span(FILE, found.line, 1, found.line, 1), {"fault": found.fault})
