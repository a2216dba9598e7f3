"""A rule that gives more than the lock holds."""

from collections.abc import Iterator

from engine.checks.locked import changes_of
from engine.contract.diff import Effect
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per change and language."""
    for place, said, lines in changes_of(docs, Effect.LOOSER):
        yield Finding("L002", place, {"change": said}, lines)
