"""A bold interface term that its language usually writes otherwise.

Why: a reader looks for a button or menu by a name that it does not have.
Fix: write what the interface shows.
"""

from collections.abc import Iterator

from engine.checks.labels import BOLD
from engine.checks.variants import variant_findings
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per variant, where two other languages have their usual term at the same place."""
    yield from variant_findings("T004", docs, BOLD)
