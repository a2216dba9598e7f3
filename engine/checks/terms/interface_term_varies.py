"""A bold interface term that its language usually writes otherwise.

Why: a reader looks for a button or menu by a name that it does not have.
Fix: write what the interface shows.
"""

from collections.abc import Iterator

from engine.checks.labels import BOLD
from engine.checks.variants import variants_of
from engine.findings import Finding
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per variant, where two other languages have their usual term at the same place."""
    for variant in variants_of(docs):
        if variant.kind == BOLD:
            places = str(len(variant.names))
            yield Finding(
                "T004",
                variant.names[0].span,
                {"variant": variant.text, "usual": variant.usual, "places": places},
                variant.related(docs),
            )
